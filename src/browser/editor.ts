/** The script of the query page: an editor in the place of the form's text field, and buttons that copy. */
import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { EditorState, type Extension, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { sparql } from 'codemirror-lang-sparql'
import { completion } from './complete.ts'
import { theme } from './theme.ts'

/** A query that is longer, encoded, does not fit into an address. */
const LONGEST_ADDRESS = 7000

const HINT = 'hint'
const isMac = /Mac|iP/.test(navigator.platform)
const keys = [
  `${isMac ? '⌘' : 'Ctrl'}+Enter runs the query.`,
  'Ctrl+Space completes a word; arrows and Enter choose, Escape closes the list.',
  'Tab leaves the editor.',
].join(' ')

const styles = `
  p { font: .78rem/1.5 var(--sans); color: var(--quiet); margin: .35rem 0 0; }
`

/** Puts the editor before the text field, which stays the form's field and holds the same text. */
function edit(field: HTMLTextAreaElement, form: HTMLFormElement): void {
  const host = document.createElement('div')
  // In a shadow tree the editor's styles need no permission for inline styles.
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  const hint = document.createElement('p')
  hint.id = HINT
  hint.textContent = keys

  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: field.value, extensions: extensions(field, form) }),
  })
  root.append(hint)
  field.before(host)
  field.hidden = true
  for (const label of field.labels ?? []) label.addEventListener('click', () => view.focus())
  // A browser may put an earlier text into the field when one comes back to the page.
  addEventListener('pageshow', () => {
    if (field.value !== view.state.doc.toString())
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: field.value } })
  })
}

function extensions(field: HTMLTextAreaElement, form: HTMLFormElement): Extension {
  const run = () => {
    form.requestSubmit()
    return true
  }
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    bracketMatching(),
    EditorView.lineWrapping,
    sparql(),
    autocompletion({ override: [completion(field.dataset['terms'] ?? '')], icons: false }),
    // Tab is left to the browser: nobody is caught in the editor.
    keymap.of([
      { key: 'Mod-Enter', run, preventDefault: true },
      ...completionKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.contentAttributes.of({
      'aria-label': field.labels?.[0]?.textContent ?? '',
      'aria-describedby': HINT,
      ...(field.ariaInvalid !== null && { 'aria-invalid': field.ariaInvalid }),
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) field.value = update.state.doc.toString()
    }),
    markFault(Number(field.dataset['line'])),
    theme,
  ]
}

/** Marks the line of a syntax error, until the text is changed. */
function markFault(line: number): Extension {
  const mark = Decoration.line({ class: 'cm-fault' })
  return StateField.define<DecorationSet>({
    create: ({ doc }) =>
      line >= 1 && line <= doc.lines ? Decoration.set(mark.range(doc.line(line).from)) : Decoration.none,
    update: (marks, { docChanged }) => (docChanged ? Decoration.none : marks),
    provide: (field) => EditorView.decorations.from(field),
  })
}

/** A button beside a block of code or an address, which puts it on the clipboard. */
function copyable(block: HTMLElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  button.setAttribute('aria-label', `Copy ${block.dataset['copy'] ?? ''}`)
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.dataset['value'] ?? block.textContent ?? '')
    button.textContent = 'Copied'
    setTimeout(() => {
      button.textContent = 'Copy'
    }, 2000)
  })
  block.after(button)
}

const field = document.querySelector('form.query textarea')
if (field instanceof HTMLTextAreaElement && field.form !== null) {
  const { form } = field
  edit(field, form)
  form.addEventListener('submit', () => {
    form.method = encodeURIComponent(field.value).length > LONGEST_ADDRESS ? 'post' : 'get'
  })
}
// Without a secure context there is no clipboard.
if (navigator.clipboard !== undefined)
  for (const block of document.querySelectorAll('[data-copy]')) if (block instanceof HTMLElement) copyable(block)
