/** What the running text of a document says: who and what it names, which events and acts it reports. Pure and deterministic. */
import type { NameDirectory } from '../authority/directory.ts'
import type { Found, SourceDocument, SourceText, Span, Zone } from '../document.ts'
import type { Mention, Statements } from '../statements.ts'
import { VERB_RULES } from './act-rules.ts'
import { EVENT_NOUNS, EVENT_VERBS } from './event-rules.ts'
import { MEASURED, type Measured } from './measured.ts'
import { MENTION_RULES } from './mention-rules.ts'
import { NAMING_RULE, NOUN_RULES, QUALIFICATION_RULE } from './noun-acts.ts'
import { findPeople, type PersonMention } from './people.ts'
import { isTelling } from './phrases.ts'
import { type Report, report } from './report.ts'
import { findSentences } from './sentences.ts'
import { SPEECH_RULES } from './speech-acts.ts'
import { TITLED_RULE, withTitledTalk } from './titled-talk.ts'
import { tokenize } from './tokens.ts'

/** A rule of this room: it can be switched off by its name, and carries what a judged sample has shown of it. */
export interface TextRule {
  readonly name: string
  readonly describes: string
  readonly measured?: Measured
}

export const textRules: readonly TextRule[] = [
  ...VERB_RULES,
  ...NOUN_RULES,
  NAMING_RULE,
  QUALIFICATION_RULE,
  ...SPEECH_RULES,
  ...EVENT_VERBS,
  ...EVENT_NOUNS,
  TITLED_RULE,
  ...MENTION_RULES,
].map(({ name, describes }) => ({ name, describes, ...(MEASURED[name] && { measured: MEASURED[name] }) }))

/**
 * Reads the text of one document (`document.text`): mentions in all of it, events and acts in its body zones only, and
 * each enclosed message with the voice of its own author. Offsets are those of `source.text`.
 * @param options.without names of rules to leave out; without a rule of mentions, what it finds is only not told.
 */
export function extract(
  source: SourceText,
  document: SourceDocument,
  names: NameDirectory,
  options: { readonly without?: ReadonlySet<string> } = {},
): Statements {
  const { text } = document
  const { without = new Set<string>() } = options
  if (text === undefined) return { mentions: [], events: [], acts: [] }
  const zones = document.zones ?? [{ ...text, zone: 'body' as const }]
  const enclosed = document.encloses.flatMap((message) =>
    message.text === undefined ? [] : [{ message, span: message.text }],
  )
  const tokens = tokenize(source.text, text)
  const borders = [...zones, ...enclosed.map(({ span }) => span)].flatMap(({ start, end }) => [start, end])
  const sentences = findSentences(tokens, borders)
  const people = findPeople(source.text.slice(text.start, text.end), tokens, sentences, names, text.start)
  const zoneAt = (offset: number): Zone =>
    zones.find(({ start, end }) => start <= offset && offset < end)?.zone ?? 'body'
  const within = (at: number, span: Span): boolean => span.start <= at && at < span.end
  const body = (of: Span, message: boolean) =>
    sentences.filter(({ from }) => {
      const at = tokens[from]?.start ?? 0
      return message ? within(at, of) : zoneAt(at) === 'body' && !enclosed.some(({ span }) => within(at, span))
    })
  const read = (of: SourceDocument, span: Span, isMessage: boolean) =>
    report({ source, document: of, names, tokens, people, without }, body(span, isMessage))
  const { events, acts, named } = joined([
    read(document, text, false),
    ...enclosed.map(({ message, span }) => read(message, span, true)),
  ])
  const told = without.has(TITLED_RULE.name) ? events : withTitledTalk(document, tokens, people, events)
  const mention = ({
    nameFrom,
    to,
    name,
    rule,
  }: Pick<PersonMention, 'nameFrom' | 'to' | 'name' | 'rule'>): Found<Mention> => {
    const [start, end] = [tokens[nameFrom]?.start ?? 0, tokens[to - 1]?.end ?? 0]
    return { value: { name }, words: source.text.slice(start, end), span: { start, end, zone: zoneAt(start) }, rule }
  }
  // “The government” may act, but it is no name.
  const others = named
    .filter(({ name }) => isTelling(name))
    .map(({ nameFrom, to, name }) => ({ nameFrom, to, name, rule: `${name.kind}-named` }))
  const mentions = [...people, ...others]
    .filter(({ rule }) => !without.has(rule))
    .sort((a, b) => a.nameFrom - b.nameFrom)
    .map(mention)
  return { mentions, events: told, acts }
}

/** Reports one after the other; positions in them count through. */
function joined(reports: readonly Report[]): Report {
  const all: { events: Report['events'][number][]; acts: Report['acts'][number][]; named: Report['named'][number][] } =
    {
      events: [],
      acts: [],
      named: [],
    }
  for (const { events, acts, named } of reports) {
    const [firstEvent, firstAct] = [all.events.length, all.acts.length]
    all.events.push(...events)
    all.named.push(...named)
    for (const act of acts) {
      const { event, respondsTo } = act.value
      const moved = {
        ...act.value,
        ...(event !== undefined && { event: event + firstEvent }),
        ...(respondsTo !== undefined && { respondsTo: respondsTo + firstAct }),
      }
      all.acts.push({ ...act, value: moved })
    }
  }
  return all
}
