/** What the running text of a document says: who and what it names, which events and acts it reports. Pure and deterministic. */
import type { NameDirectory } from '../authority/directory.ts'
import type { SourceDocument, SourceText, Statements } from '../document.ts'
import { findPeople } from './people.ts'
import { findSentences } from './sentences.ts'
import { tokenize } from './tokens.ts'

export function extract(source: SourceText, document: SourceDocument, names: NameDirectory): Statements {
  if (document.text === undefined) return { mentions: [], events: [], acts: [] }
  const tokens = tokenize(source.text, document.text)
  const sentences = findSentences(tokens)
  const people = findPeople(source.text, tokens, sentences, names)
  return {
    mentions: people.map(({ nameFrom, to, name, rule }) => {
      const [start, end] = [tokens[nameFrom]?.start ?? 0, tokens[to - 1]?.end ?? 0]
      return { value: { name }, words: source.text.slice(start, end), span: { start, end, zone: 'body' }, rule }
    }),
    events: [],
    acts: [],
  }
}
