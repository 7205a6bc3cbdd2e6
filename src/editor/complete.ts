/** Completion in the editor: asks for the terms once, when a word is first begun, and shows what may stand there. */
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { EditorView } from '@codemirror/view'
import { type Suggestion, suggest, type Terms } from './suggest.ts'

/** Inside these, a word is none of the language. */
const QUOTED = new Set(['Comment', 'String', 'IriRef'])
const NO_TERMS: Terms = { prefixes: {}, terms: [] }

/** What completes words, from the terms at an address. Without them, keywords and variables are left. */
export function completion(address: string): (context: CompletionContext) => Promise<CompletionResult | null> {
  let asked: Promise<Terms> | undefined
  const ask = async () => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(response.statusText)
    return (await response.json()) as Terms
  }
  return async ({ state, pos, explicit }) => {
    if (QUOTED.has(syntaxTree(state).resolveInner(pos, -1).name)) return null
    asked ??= ask()
    const terms = await asked.catch(() => {
      // Asked again with the next word: the network may be back.
      asked = undefined
      return NO_TERMS
    })
    const found = suggest(state.doc.toString(), pos, terms, explicit)
    return found === undefined
      ? null
      : { from: found.from, to: pos, options: found.suggestions.map(optionOf), filter: false }
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
