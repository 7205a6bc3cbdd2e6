/** To whom somebody speaks: the other side of the conversation told of, or the addressee of the message. */
import type { Name, SourceDocument } from '../document.ts'
import type { EventReport } from '../statements.ts'
import type { PersonMention } from './people.ts'

/** Types of documents that report a conversation: in them `you` is said by a speaker, not by the author. */
const REPORTS_TALK =
  /^(?:journal|journal-entry|conversation-record|memorandum-of-conversation|telephone-conversation-record|minutes|protocol|transcript|interview)$/
const TITLE_OF_TALK = /\b(?:conversation|conversations|talk|talks|meeting|discussion|discussions|interview)\b/i

type Participants = EventReport['participants']

export class Hearers {
  readonly addressees: readonly Name[]
  /** Who has to pass the message on. */
  readonly #intermediaries: readonly Name[]
  readonly reportsTalk: boolean
  readonly #authors: readonly Name[]
  /** Whom the author talks with in the event told of. */
  #interlocutors: readonly Name[] = []
  /** Who last spoke to the author, where no event says whom he talks with. */
  #partner: readonly Name[] = []
  /** The two sides of a conversation that others report: as its title names them, else the first event told. */
  #circle: readonly Name[]
  /** Conversations that this sentence tells of, from a token on. */
  #here: readonly { readonly participants: Participants; readonly from: number }[] = []
  /** Whose requests the author was asked to pass on. */
  #clients: readonly Name[] = []

  constructor(document: SourceDocument, authors: readonly Name[], people: readonly PersonMention[]) {
    const named = (role: string) =>
      distinct(document.parties.flatMap(({ value }) => (value.role === role ? [value.name] : [])))
    const [ultimate, first, relays] = [named('ultimateAddressee'), named('addressee'), named('relayedBy')]
    const isCarrier = document.encloses.length > 0
    this.#intermediaries = relays.length > 0 ? relays : ultimate.length > 0 ? first : []
    this.addressees = ultimate.length > 0 && !(isCarrier && first.length > 0) ? ultimate : first
    this.reportsTalk = REPORTS_TALK.test(document.type?.value ?? '') || document.journal !== undefined
    this.#authors = authors
    this.#circle = this.reportsTalk ? namedIn(document.title?.value ?? '', people) : []
  }

  begin(): void {
    this.#here = []
  }

  /** Learns of a conversation that took place, told from a token on. */
  meet(participants: Participants, from: number): void {
    const names = distinct(participants.map(({ name }) => name))
    if (names.length < 2) return
    this.#here = [...this.#here, { participants, from }]
    if (isAmong(names, this.#authors)) this.#interlocutors = otherSide(participants, this.#authors)
    else if (this.reportsTalk && this.#circle.length < 2 && this.#circle.every((name) => isAmong(names, [name])))
      this.#circle = names
  }

  /** Learns who speaks in a reported conversation. */
  spoke(speaker: readonly Name[]): void {
    if (this.reportsTalk && !isAmong(this.#authors, speaker)) this.#partner = speaker
  }

  /** Learns whose requests the author was asked to pass on. */
  serve(clients: readonly Name[]): void {
    if (!this.reportsTalk) this.#clients = clients
  }

  /** Whether somebody's requests are passed on to the addressee. */
  passesOn(names: readonly Name[]): boolean {
    return this.#clients.length > 0 && isAmong(this.#clients, names)
  }

  /** Who has to pass the message on, else its addressee. */
  get carriers(): readonly Name[] {
    return this.#intermediaries.length > 0 ? this.#intermediaries : this.addressees
  }

  /** To whom somebody speaks at a token. */
  of(speaker: readonly Name[], at = Number.POSITIVE_INFINITY): readonly Name[] {
    if (speaker.length === 0) return []
    const near = this.#here.findLast(({ participants, from }) => from < at && takesPart(participants, speaker))
    const others = near === undefined ? [] : otherSide(near.participants, speaker)
    if (others.length > 0) return others
    if (isAmong(this.#authors, speaker)) {
      if (this.#interlocutors.length > 0) return this.#interlocutors
      return this.reportsTalk ? this.#partner : this.addressees
    }
    if (this.#interlocutors.length > 0) return this.#authors
    if (!this.reportsTalk) return this.passesOn(speaker) ? this.#authors : []
    const [other, ...more] = this.#circle.filter((name) => !isAmong(speaker, [name]))
    if (other !== undefined && more.length === 0 && isAmong(this.#circle, speaker)) return [other]
    return this.#authors
  }
}

const takesPart = (participants: Participants, names: readonly Name[]): boolean =>
  names.every((name) =>
    isAmong(
      participants.map((one) => one.name),
      [name],
    ),
  )

/** Who stands against these: hosts against visitors, else all others. */
function otherSide(participants: Participants, names: readonly Name[]): readonly Name[] {
  const roles = new Set(participants.flatMap(({ name, role }) => (isAmong(names, [name]) ? [role] : [])))
  const others = participants.filter(({ name }) => !isAmong(names, [name]))
  const against = others.filter(({ role }) => !roles.has(role))
  return distinct((against.length > 0 ? against : others).map(({ name }) => name))
}

/** The persons of the text whom the title of a record of conversation names. */
export function namedIn(title: string, people: readonly PersonMention[]): readonly Name[] {
  if (!TITLE_OF_TALK.test(title)) return []
  const words = new Set(title.toLowerCase().match(/[\p{L}'’.-]+/gu))
  const all = distinct(people.map(({ name }) => name))
  const isFull = ({ label }: Name) =>
    label
      .toLowerCase()
      .split(' ')
      .every((word) => words.has(word))
  const isSurname = ({ label }: Name) => (label.split(' ').at(-1)?.length ?? 0) > 3 && words.has(lastOf(label))
  const full = all.filter(isFull)
  return [
    ...full,
    ...all.filter(
      (name) => !full.includes(name) && isSurname(name) && !full.some((f) => lastOf(f.label) === lastOf(name.label)),
    ),
  ]
}

const lastOf = (label: string): string => label.toLowerCase().split(' ').at(-1) ?? ''

export function distinct(names: readonly Name[]): Name[] {
  const seen = new Map<string, Name>()
  for (const name of names) if (!seen.has(`${name.kind} ${name.label}`)) seen.set(`${name.kind} ${name.label}`, name)
  return [...seen.values()]
}

export const isAmong = (names: readonly Name[], some: readonly Name[]): boolean =>
  some.some(({ label }) => names.some((name) => name.label === label))
