/** Completion in the editor: asks for the terms once, when a word is first begun, and shows what may stand there. */
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
} from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { EditorView } from '@codemirror/view'
import { type Suggestion, suggest, type Terms } from './suggest.ts'

/** Inside these, a word is none of the language. */
const QUOTED = new Set(['Comment', 'String', 'IriRef'])
const NO_TERMS: Terms = { prefixes: {}, terms: [] }

/** What completes words, from the terms at an address. Without them, keywords and variables are left. */
export function completion(address: string): CompletionSource {
  let known: Terms | undefined
  const ask = async (): Promise<Terms> => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(response.statusText)
    known = (await response.json()) as Terms
    return known
  }
  let asked: Promise<Terms> | undefined
  return (context) => {
    if (QUOTED.has(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null
    if (known !== undefined) return resultAt(context, known)
    asked ??= ask()
    return asked.then(
      (terms) => resultAt(context, terms),
      () => {
        // Asked again with the next word: the network may be back.
        asked = undefined
        return resultAt(context, NO_TERMS)
      },
    )
  }
}

function resultAt({ state, pos, explicit }: CompletionContext, terms: Terms): CompletionResult | null {
  const found = suggest(state.doc.toString(), pos, terms, explicit)
  if (found === undefined) return null
  return {
    from: found.from,
    to: pos,
    options: found.suggestions.map(optionOf),
    filter: false,
    // At once with each letter, so that a list is never older than the word.
    update: (_former, _from, _to, context) => resultAt(context, terms),
  }
}

function optionOf({ name, kind, label, definition, declaration }: Suggestion): Completion {
  return {
    label: name,
    type: kind,
    ...(label !== undefined && { detail: label }),
    ...(definition !== undefined && { info: definition }),
    apply: (view: EditorView, picked: Completion, from: number, to: number) => {
      const insert = { from, to, insert: name }
      const changes = view.state.changes(
        declaration === undefined ? insert : [{ from: declaration.at, insert: declaration.text }, insert],
      )
      view.dispatch({
        changes,
        selection: { anchor: changes.mapPos(to, 1) },
        annotations: pickedCompletion.of(picked),
        userEvent: 'input.complete',
        scrollIntoView: true,
      })
    },
  }
}
