/** What the running text of a document says: who and what it names, which events and acts it reports. Pure and deterministic. */
import type { NameDirectory } from '../authority/directory.ts'
import type { Found, Mention, SourceDocument, SourceText, Statements, Zone } from '../document.ts'
import { VERB_RULES } from './act-rules.ts'
import { EVENT_NOUNS, EVENT_VERBS } from './event-rules.ts'
import { NAMING_RULE, NOUN_RULES, QUALIFICATION_RULE } from './noun-acts.ts'
import { findPeople, type PersonMention } from './people.ts'
import { report } from './report.ts'
import { findSentences } from './sentences.ts'
import { SPEECH_RULES } from './speech-acts.ts'
import { tokenize } from './tokens.ts'

/** Every rule of this room, by name; each can be switched off. */
export const textRules: readonly { readonly name: string; readonly describes: string }[] = [
  ...VERB_RULES,
  ...NOUN_RULES,
  NAMING_RULE,
  QUALIFICATION_RULE,
  ...SPEECH_RULES,
  ...EVENT_VERBS,
  ...EVENT_NOUNS,
].map(({ name, describes }) => ({ name, describes }))

/**
 * Reads the text of one document (`document.text`): mentions in all of it, events and acts in its body zones only,
 * without what is enclosed; enclosed messages are documents of their own. Offsets are those of `source.text`.
 * @param options.without names of rules to leave out.
 */
export function extract(
  source: SourceText,
  document: SourceDocument,
  names: NameDirectory,
  options: { readonly without?: ReadonlySet<string> } = {},
): Statements {
  const { text } = document
  if (text === undefined) return { mentions: [], events: [], acts: [] }
  const zones = document.zones ?? [{ ...text, zone: 'body' as const }]
  const enclosed = document.encloses.flatMap((message) =>
    message.text === undefined || message.text.start < text.start ? [] : [message.text],
  )
  const tokens = tokenize(source.text, text)
  const borders = [...zones, ...enclosed].flatMap(({ start, end }) => [start, end])
  const sentences = findSentences(tokens, borders)
  const people = findPeople(source.text.slice(text.start, text.end), tokens, sentences, names, text.start)
  const zoneAt = (offset: number): Zone =>
    zones.find(({ start, end }) => start <= offset && offset < end)?.zone ?? 'body'
  const isNarrated = (offset: number): boolean =>
    zoneAt(offset) === 'body' && !enclosed.some(({ start, end }) => start <= offset && offset < end)
  const body = sentences.filter(({ from }) => isNarrated(tokens[from]?.start ?? 0))
  const { events, acts, named } = report(
    { source, document, names, tokens, people, without: options.without ?? new Set() },
    body,
  )
  const mention = ({
    nameFrom,
    to,
    name,
    rule,
  }: Pick<PersonMention, 'nameFrom' | 'to' | 'name' | 'rule'>): Found<Mention> => {
    const [start, end] = [tokens[nameFrom]?.start ?? 0, tokens[to - 1]?.end ?? 0]
    return { value: { name }, words: source.text.slice(start, end), span: { start, end, zone: zoneAt(start) }, rule }
  }
  const others = named.map(({ nameFrom, to, name }) => ({ nameFrom, to, name, rule: `${name.kind}-named` }))
  const mentions = [...people, ...others].sort((a, b) => a.nameFrom - b.nameFrom).map(mention)
  return { mentions, events, acts }
}
