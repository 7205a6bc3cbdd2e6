/** The talk of which a paper is the record: its title names who took part, its date tells when. */
import type { DateValue, Found, Name, SourceDocument } from '../document.ts'
import { foldWords } from '../letters.ts'
import type { EventKind, EventReport } from '../statements.ts'
import { distinct, isAmong, namedIn } from './hearers.ts'
import type { PersonMention } from './people.ts'
import { labelOf } from './statements.ts'
import type { Token } from './tokens.ts'
import { spokenDate } from './when.ts'

export const TITLED_RULE = {
  name: 'titled-talk',
  describes: 'The title of a record of a conversation or meeting that names at least two who took part.',
} as const

const RECORDS = /^(?:conversation-record|memorandum-of-conversation|telephone-conversation-record)$/
/** `Minutes of Meeting Between X and Y`: the words before the names, none of which is an author. */
const BETWEEN =
  /\b(?:conversations?|meetings?|talks?|discussions?|conference|interview)\b.*?\b(?:between|among|of|with)\b/i

/**
 * The events with the talk of the title: in the place of what the sentences made of the title, else behind them all. A talk
 * of the same persons of which the body tells is not told twice.
 */
export function withTitledTalk(
  document: SourceDocument,
  tokens: readonly Token[],
  people: readonly PersonMention[],
  told: readonly Found<EventReport>[],
): readonly Found<EventReport>[] {
  const talk = titledTalk(document, tokens, people)
  if (talk === undefined) return told
  const isOfTitle = ({ span }: Found<EventReport>) => talk.span.start <= span.start && span.start < talk.span.end
  const names = talk.value.participants.map(({ name }) => name)
  if (
    isTold(
      names,
      told.filter((event) => !isOfTitle(event)),
    )
  )
    return told
  const at = told.findIndex(isOfTitle)
  return at === -1 ? [...told, talk] : told.with(at, talk)
}

function titledTalk(
  document: SourceDocument,
  tokens: readonly Token[],
  people: readonly PersonMention[],
): Found<EventReport> | undefined {
  const { title, type } = document
  if (title === undefined || !RECORDS.test(type?.value ?? '')) return undefined
  const opening = BETWEEN.exec(title.value)
  if (opening === null) return undefined
  const names = namesIn(title, people, tokens)
  if (names.length < 2) return undefined
  const date = dateOf(document)
  const kind = kindOf(type?.value ?? '', opening[0])
  const participants = names.map((name) => ({ name, role: 'participant' as const }))
  return {
    value: {
      kind,
      label: labelOf({ kind, participants }, date && spokenDate(date)),
      factuality: 'actual',
      participants,
      ...(date && { date }),
    },
    words: title.words,
    span: title.span,
    rule: TITLED_RULE.name,
  }
}

/** The persons whom the title names: where it stands in the text, by their places; else by their names. */
function namesIn(title: Found<string>, people: readonly PersonMention[], tokens: readonly Token[]): readonly Name[] {
  const { start, end } = title.span
  const placed = people.filter(({ nameFrom }) => {
    const at = tokens[nameFrom]?.start ?? -1
    return start <= at && at < end
  })
  if (placed.length > 1) return distinct(placed.map(({ name }) => name))
  // The same forms of names stand in the title as in the text: `Chou En-lai` for Zhou Enlai.
  const words = ` ${foldWords(title.value)} `
  const isIn = (form: string) => /\s/.test(form.trim()) && words.includes(` ${foldWords(form)} `)
  const written = people.filter(({ name: { forms } }) => forms.some(({ value }) => isIn(value))).map(({ name }) => name)
  return distinct([...namedIn(title.value, people), ...written])
}

const isTold = (names: readonly Name[], told: readonly Found<EventReport>[]): boolean =>
  told.some(({ value: { factuality, participants } }) => {
    const there = participants.map(({ name }) => name)
    return factuality === 'actual' && names.every((name) => isAmong(there, [name]))
  })

const kindOf = (type: string, opening: string): EventKind =>
  type === 'telephone-conversation-record'
    ? 'TelephoneCall'
    : /\bmeetings?\b/i.test(opening)
      ? 'Meeting'
      : 'Conversation'

/** The day of the paper, where it is of one. */
function dateOf({ dates }: SourceDocument): Found<DateValue> | undefined {
  const own = dates.filter(
    ({ value: { role, precision } }) => role !== 'catalogue' && /^(?:day|minute)$/.test(precision),
  )
  const [first] = own.toSorted((a, b) => Number(b.value.role === 'document') - Number(a.value.role === 'document'))
  if (first === undefined) return undefined
  const { role: _role, basis: _basis, ...value } = first.value
  return { ...first, value }
}
