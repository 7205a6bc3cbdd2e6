/** Goes through the sentences of a body in order and reports their events and acts. */
import type { NameDirectory } from '../authority/directory.ts'
import type { Found, Name, SourceDocument, SourceText } from '../document.ts'
import type { ActReport, EventReport } from '../statements.ts'
import type { ActDraft } from './act-draft.ts'
import { VERB_RULES } from './act-rules.ts'
import { Discourse, type List, type Meant } from './discourse.ts'
import type { EventDraft } from './event-draft.ts'
import { EVENT_VERBS } from './event-rules.ts'
import { Findings } from './findings.ts'
import { isAmong } from './hearers.ts'
import { nounActs } from './noun-acts.ts'
import { nounEvents } from './noun-events.ts'
import type { PersonMention } from './people.ts'
import { findPhrases } from './phrases.ts'
import { findSayings, type Parenthesis, SPEAKING } from './sayings.ts'
import type { Sentence } from './sentences.ts'
import { LISTED, speechActs } from './speech-acts.ts'
import { answeredBy, answeredProposals, eventOf, isSameEvent, joinParticipants, labelOf } from './statements.ts'
import { type Parsed, subjectOf } from './subjects.ts'
import type { Token } from './tokens.ts'
import { parenthesisAct, verbActs } from './verb-acts.ts'
import { verbEvents } from './verb-events.ts'
import { findVerbGroups, lexiconOf } from './verbs.ts'
import { dayOf, findWhen, spokenDate } from './when.ts'

/** Verbs that no rule reads: they only tell where clauses are. */
const OTHER_VERBS = ['discuss', 'oblige', 'return']
const LEXICON = lexiconOf(
  new Set([...VERB_RULES, ...EVENT_VERBS].flatMap(({ verbs }) => [...verbs]).concat(...SPEAKING, ...OTHER_VERBS)),
)

export interface Reader {
  readonly source: SourceText
  readonly document: SourceDocument
  readonly names: NameDirectory
  readonly tokens: readonly Token[]
  readonly people: readonly PersonMention[]
  readonly without: ReadonlySet<string>
}

export interface Report {
  readonly events: readonly Found<EventReport>[]
  readonly acts: readonly Found<ActReport>[]
  /** Bodies, states and places named, with the positions of their tokens. */
  readonly named: readonly { readonly nameFrom: number; readonly to: number; readonly name: Name }[]
}

type ToldEvent = EventDraft & { readonly sentence: number }

/** What the sentences of the body report. */
export function report(reader: Reader, body: readonly Sentence[]): Report {
  const { source, document, names, tokens, people, without } = reader
  const findings = new Findings(source, tokens)
  const discourse = new Discourse(document, people, names)
  const events: ToldEvent[] = []
  const acts: ActDraft[] = []
  const named: { nameFrom: number; to: number; name: Name }[] = []
  let next = 0
  body.forEach((sentence, number) => {
    while ((people[next]?.to ?? Number.POSITIVE_INFINITY) <= sentence.from) next++
    const here = peopleWithin(people, next, sentence.to)
    const phrases = findPhrases({ text: source.text, tokens, names }, sentence.from, sentence.to, here)
    const parsed: Parsed = {
      tokens,
      sentence,
      phrases,
      verbs: findVerbGroups(tokens, sentence.from, sentence.to, LEXICON),
    }
    const context = { parsed, discourse, findings, without, number }
    discourse.begin(parsed)
    const { sayings, open, speaker, opensStretch, parenthesis } = findSayings(parsed, discourse)
    discourse.hear(sayings, open)
    const byVerb = verbEvents(context)
    const drafts = [...byVerb, ...nounEvents(context, byVerb)].sort((a, b) => a.from - b.from)
    tellEvents(context, drafts, events)
    const told = [
      ...actsOf(context, parenthesis),
      ...nounActs(context).filter(
        (act) => !act.once || !acts.some((a) => a.rule === act.rule && isAmong(a.actors, act.actors)),
      ),
    ]
    told.splice(0, told.length, ...answeredProposals(told))
    told.push(...speechActs(context, document.type?.value ?? '', told))
    acts.push(...told.sort((a, b) => a.from - b.from))
    discourse.list = listAfter(context, told, discourse.list)
    discourse.end(speaker ?? speakerOf(told), opensStretch)
    for (const { nameFrom, to, name } of phrases)
      if (name !== undefined && /^(?:body|state|place)$/.test(name.kind)) named.push({ nameFrom, to, name })
  })
  const day = dayOf(document)
  const found = events.map((event) => ({ ...foundEvent(findings, event, day), sentence: event.sentence }))
  return {
    events: found.map(({ sentence: _, ...event }) => event),
    acts: acts.map((act, at) => foundAct(findings, act, eventOf(act, found), answeredBy(acts, at), acts)),
    named,
  }
}

const OPENS_LIST =
  /\b(?:like|wish|wishes|want|wants|ask|asks|asked|request|requests|requested|propose|proposed|following) ?: ?$/

/** The list that `would like:` opens; it goes on until another act is told. Points after a told request only detail it. */
function listAfter({ parsed, findings }: Context, told: readonly ActDraft[], open: List | undefined): List | undefined {
  const { sentence } = parsed
  const last = told.at(-1)
  if (last === undefined || last.rule === LISTED) return open
  const opens = OPENS_LIST.test(findings.lower(sentence.to - 2, sentence.to))
  const request = opens ? told.findLast(({ kind, actors }) => kind === 'RequestAct' && actors.length > 0) : undefined
  return request && { names: request.actors, certainty: 'inferred', hearers: request.addressees }
}

/** Who agreed, asked or thanked in a sentence speaks on as one who said something. */
const speakerOf = (acts: readonly ActDraft[]): Meant | undefined => {
  const act = acts.find(
    ({ actors, factuality }) =>
      factuality === 'actual' && actors.length > 0 && actors.every(({ kind }) => kind === 'person'),
  )
  return act && { names: act.actors, certainty: act.certainty }
}

function peopleWithin(people: readonly PersonMention[], first: number, to: number): PersonMention[] {
  const here: PersonMention[] = []
  for (let at = first; at < people.length && (people[at]?.from ?? to) < to; at++) here.push(people[at] as PersonMention)
  return here
}

type Context = Parameters<typeof verbActs>[0]

const actsOf = (context: Context, parenthesis: Parenthesis | undefined): ActDraft[] => {
  const acts = verbActs(context)
  const said = parenthesis === undefined ? undefined : parenthesisAct(context, parenthesis, acts)
  return said === undefined ? acts : [...acts, said]
}

/** Adds the events of a sentence: one told again only gains persons; who was present at the last event joins it. */
function tellEvents({ parsed, discourse, number }: Context, drafts: readonly EventDraft[], events: ToldEvent[]): void {
  for (const event of drafts) {
    const at = events.findIndex((earlier) => isSameEvent(earlier, event))
    const known = events[at]
    if (known !== undefined) events[at] = joinParticipants(known, event.participants)
    else events.push({ ...event, sentence: number })
    if (event.factuality === 'actual') discourse.hearers.meet(event.participants, event.from)
  }
  const present = presentAt(parsed, discourse)
  const last = events.findLastIndex(({ factuality }) => factuality === 'actual')
  const event = events[last]
  if (event !== undefined && present.length > 0)
    events[last] = joinParticipants(
      event,
      present.map((name) => ({ name, role: 'participant' as const })),
    )
}

/** `who was present at the conversation`. */
function presentAt(parsed: Parsed, discourse: Discourse): readonly Name[] {
  const { tokens, sentence } = parsed
  for (let at = sentence.from + 1; at < sentence.to; at++) {
    if (tokens[at]?.lower !== 'present' || !/^(?:was|were)$/.test(tokens[at - 1]?.lower ?? '')) continue
    const subject = subjectOf(parsed, {
      from: at - 1,
      to: at,
      head: at - 1,
      lemma: 'be',
      form: 'finite',
      tense: 'past',
      passive: false,
      negated: false,
    })
    if (subject !== undefined) return discourse.meantBy(subject).names
  }
  return []
}

function foundEvent(findings: Findings, event: ToldEvent, day: string | undefined): Found<EventReport> {
  const { kind, factuality, participants, place, from, to, rule } = event
  const evidence = findings.found(undefined, from, to, rule)
  const date = findWhen(evidence, day)
  const value: EventReport = {
    kind,
    label: labelOf(event, date && spokenDate(date)),
    factuality,
    participants,
    ...(date && { date }),
    ...(place && { place }),
  }
  return { ...evidence, value }
}

function foundAct(
  findings: Findings,
  act: ActDraft,
  event: number | undefined,
  respondsTo: number | undefined,
  acts: readonly ActDraft[],
): Found<ActReport> {
  const { rule, certainty, from, to, sentence: _, answers: __, isAnswered: ___, isAddressed, ...facts } = act
  const asked = isAddressed || respondsTo === undefined ? [] : (acts[respondsTo]?.actors ?? [])
  const value: ActReport = {
    ...facts,
    ...(asked.length > 0 && { addressees: asked }),
    ...(event !== undefined && { event }),
    ...(respondsTo !== undefined && { respondsTo }),
  }
  return findings.found(value, from, to, rule, certainty)
}
