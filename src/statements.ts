/**
 * What running text says of what happened: the contract between `text/`, which finds it, and the map. Plain values, like
 * the record, and each with its words.
 */
import type { DateValue, Found, Name } from './document.ts'

/** Found by the rules of `text/`, published in the extracted graph, unreviewed. */
export interface Statements {
  readonly mentions: readonly Found<Mention>[]
  readonly events: readonly Found<EventReport>[]
  readonly acts: readonly Found<ActReport>[]
}

export interface Mention {
  readonly name: Name
}

export type Factuality = 'actual' | 'ongoing' | 'planned' | 'proposed' | 'conditional' | 'negated' | 'hypothetical'

export type EventKind =
  | 'Meeting'
  | 'Conversation'
  | 'TelephoneCall'
  | 'Visit'
  | 'Negotiation'
  | 'Reception'
  | 'Conference'
  | 'Event'

export interface EventReport {
  readonly kind: EventKind
  readonly label: string
  readonly factuality: Factuality
  readonly date?: Found<DateValue>
  readonly place?: Name
  readonly participants: readonly {
    readonly name: Name
    readonly role: 'participant' | 'host' | 'visitor' | 'interpreter'
  }[]
}

export type ActKind =
  | 'RequestAct'
  | 'ProposalAct'
  | 'AgreementAct'
  | 'RefusalAct'
  | 'AssuranceAct'
  | 'InstructionAct'
  | 'InquiryAct'
  | 'InformationAct'
  | 'InvitationAct'
  | 'ThanksAct'
  | 'AppointmentAct'
  | 'OpinionAct'
  | 'ProtestAct'

export interface ActReport {
  readonly kind: ActKind
  readonly factuality: Factuality
  readonly actors: readonly Name[]
  readonly addressees: readonly Name[]
  readonly onBehalfOf: readonly Name[]
  readonly relayedBy: readonly Name[]
  /** What is asked, proposed, said …, in the words of the source without the introducing clause. */
  readonly content?: string
  readonly condition?: string
  readonly appointee?: Name
  readonly appointedTo?: Name
  /** Position in `Statements.events` of the event in which the act was done. */
  readonly event?: number
  /** Position in `Statements.acts` of the act this one answers. */
  readonly respondsTo?: number
}
