/** Joins what single sentences told: one event told twice, answers and what they answer, acts and the event they were done in. */
import type { Found } from '../document.ts'
import type { ActReport, EventReport } from '../statements.ts'
import type { ActDraft } from './act-draft.ts'
import type { EventDraft } from './event-draft.ts'
import { distinct, isAmong } from './hearers.ts'

const TALK = new Set(['Meeting', 'Conversation', 'Visit', 'TelephoneCall', 'Event'])

/** Whether a later event is an earlier one told again: of a kind with it, with the same persons or fewer, no other day or place. */
export function isSameEvent(earlier: EventDraft, later: EventDraft): boolean {
  if (earlier.kind !== later.kind && !(TALK.has(earlier.kind) && TALK.has(later.kind))) return false
  if (earlier.kind === 'TelephoneCall' || later.kind === 'TelephoneCall') return false
  const isPlan = (event: EventDraft) => event.factuality !== 'actual'
  if (isPlan(earlier) !== isPlan(later)) return false
  if (earlier.place?.label !== later.place?.label && later.place !== undefined && earlier.place !== undefined)
    return false
  const [some, all] = [later.participants, earlier.participants].map((list) => (list ?? []).map(({ name }) => name))
  return some !== undefined && all !== undefined && some.length > 0 && some.every((name) => isAmong(all, [name]))
}

/** Adds persons to an event. */
export function joinParticipants<E extends Pick<EventReport, 'participants'>>(
  event: E,
  more: EventReport['participants'],
): E {
  const known = event.participants.map(({ name }) => name)
  const added = distinct(more.map(({ name }) => name)).filter((name) => !isAmong(known, [name]))
  return {
    ...event,
    participants: [...event.participants, ...added.map((name) => ({ name, role: 'participant' as const }))],
  }
}

const NOUN: Readonly<Record<EventReport['kind'], string>> = {
  Meeting: 'Meeting',
  Conversation: 'Conversation',
  TelephoneCall: 'Telephone call',
  Visit: 'Visit',
  Negotiation: 'Negotiation',
  Reception: 'Reception',
  Conference: 'Conference',
  Event: 'Event',
}

/** `Visit in Prague: Orlov, Petrov (1958-06-03)`. */
export function labelOf(
  { kind, participants, place }: Pick<EventReport, 'kind' | 'participants' | 'place'>,
  when: string | undefined,
): string {
  const names = participants.map(({ name }) => name.label).join(', ')
  const where = place === undefined ? '' : ` in ${place.label}`
  return `${NOUN[kind]}${where}${names === '' ? '' : `: ${names}`}${when === undefined ? '' : ` (${when})`}`
}

const ANSWERED: Readonly<Partial<Record<ActReport['kind'], readonly ActReport['kind'][]>>> = {
  AgreementAct: ['InvitationAct', 'ProposalAct', 'RequestAct'],
  RefusalAct: ['InvitationAct', 'ProposalAct', 'RequestAct'],
  AssuranceAct: ['RequestAct', 'ProposalAct', 'InvitationAct'],
  InformationAct: ['InquiryAct', 'RequestAct'],
  OpinionAct: ['InquiryAct', 'ProposalAct'],
}
/** How many sentences later an answer may stand. */
const REACH = 6

/** The position of the act that an act answers: asked of, or offered to, the one who answers, a few sentences before. */
export function answeredBy(acts: readonly ActDraft[], at: number): number | undefined {
  const act = acts[at]
  const kinds = act === undefined ? undefined : ANSWERED[act.kind]
  if (act === undefined || kinds === undefined || !act.answers || act.actors.length === 0) return undefined
  for (let before = at - 1; before >= 0; before--) {
    const asked = acts[before]
    if (asked === undefined || act.sentence - asked.sentence > REACH) return undefined
    const isTurned =
      asked.actors.length > 0 &&
      !isAmong(asked.actors, act.actors) &&
      (asked.addressees.length === 0 || isAmong(asked.addressees, act.actors))
    if (kinds.includes(asked.kind) && isTurned) return before
  }
  return undefined
}

const NAMED: ReadonlySet<string> = new Set(['ProposalAct', 'RequestAct', 'InvitationAct'])

/** `he agrees with the proposal of the Koreans`, `to their question he said`: who answers what in one sentence. */
export function answeredProposals<A extends ActDraft>(acts: readonly A[]): A[] {
  const isWithin = (inner: ActDraft, outer: ActDraft) =>
    inner !== outer && inner.from > outer.from && inner.to <= outer.to && !isAmong(inner.actors, outer.actors)
  const isAnswer = ({ kind, actors }: ActDraft) => /^(?:Agreement|Refusal)Act$/.test(kind) && actors.length > 0
  return acts.map((act) => {
    const question =
      act.answers && !act.isAddressed
        ? acts.find((one) => one.isAnswered && isAmong(one.addressees, act.actors))
        : undefined
    if (question !== undefined && question.actors.length > 0) return { ...act, addressees: question.actors }
    if (act.addressees.length > 0) return act
    const other = isAnswer(act)
      ? acts.find((one) => NAMED.has(one.kind) && one.actors.length > 0 && isWithin(one, act))
      : NAMED.has(act.kind)
        ? acts.find((one) => isAnswer(one) && isWithin(act, one))
        : undefined
    return other === undefined ? act : { ...act, addressees: other.actors }
  })
}

/** The position of the event in which an act was done: the last actual one before it in which its actor took part. */
export function eventOf(
  act: ActDraft,
  events: readonly (Found<EventReport> & { readonly sentence: number })[],
): number | undefined {
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at]
    if (event === undefined || event.sentence > act.sentence || event.value.factuality !== 'actual') continue
    if (
      isAmong(
        event.value.participants.map(({ name }) => name),
        act.actors,
      )
    )
      return at
  }
  return undefined
}
