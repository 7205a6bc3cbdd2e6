/** What the authority files hold, row by row. Ids are slugs; lists keep the order of the cell. */
import type { ArchiveScheme } from './authority.ts'

export interface PersonRow {
  readonly id: string
  readonly label: string
  readonly forms: readonly string[]
  readonly codeNames: readonly string[]
  readonly misreadings: readonly string[]
  /** EDTF. */
  readonly born?: string
  readonly died?: string
  readonly note?: string
}

export interface PositionRow {
  readonly id: string
  readonly label: string
  readonly forms: readonly string[]
  /** Id of the body in which it is a position. */
  readonly body?: string
  /** Ids of states. */
  readonly represents?: string
  readonly accreditedTo?: string
}

export const HOLDING_STATUS = ['in-office', 'acting', 'former', 'designate', 'deputy'] as const

export interface HoldingRow {
  readonly person: string
  readonly position: string
  /** Concept of the scheme `holding-status`. */
  readonly status: (typeof HOLDING_STATUS)[number]
  /** EDTF. */
  readonly from?: string
  readonly to?: string
  readonly source: string
}

export interface BodyRow {
  readonly id: string
  readonly kind: 'body' | 'state' | 'archive'
  readonly label: string
  readonly forms: readonly string[]
  /** Of states: `Soviet`. They name the state only where a state is asked for. */
  readonly adjectives: readonly string[]
  /** Id of the body above. */
  readonly parent?: string
  /** Id of a state. */
  readonly represents?: string
  /** Id of a place. */
  readonly governs?: string
  /** EDTF: since when it is, and until when it goes by the names that it shares with another row. */
  readonly from?: string
  readonly to?: string
}

export interface PlaceRow {
  readonly id: string
  readonly label: string
  readonly forms: readonly string[]
  /** Degrees, WGS 84. */
  readonly latitude?: number
  readonly longitude?: number
  /** Id of the wider place. */
  readonly within?: string
  readonly source?: string
}

export interface SubjectRow {
  readonly id: string
  readonly label: string
  readonly components: readonly string[]
  readonly note?: string
}

export const LINK_RELATIONS = ['sameAs', 'exactMatch', 'closeMatch', 'seeAlso'] as const

export interface LinkRow {
  /** Kind and id: `person/kim-il-sung`. */
  readonly subject: string
  readonly relation: (typeof LINK_RELATIONS)[number]
  /** IRI. */
  readonly target: string
  readonly status: 'accepted' | 'candidate' | 'rejected'
  readonly source: string
  /** Day of the review, `YYYY-MM-DD`. */
  readonly date?: string
  readonly reviewer?: string
}

export const EVENT_KINDS = [
  'Meeting',
  'Conversation',
  'TelephoneCall',
  'Visit',
  'Negotiation',
  'Reception',
  'Conference',
  'Event',
] as const

/** An event that a curator accepted: reports of one happening by several documents. */
export interface EventRow {
  readonly id: string
  readonly label: string
  readonly kind: (typeof EVENT_KINDS)[number]
  /** EDTF. */
  readonly date?: string
  /** Reports, each as slug of the document and fragment: `wcda-112123#event-1f0c9a2b`. */
  readonly members: readonly string[]
}

/** Two records that a curator compared. Documents are named by the last part of their address: `wcda-112123`. */
export interface DuplicateRow {
  readonly document: string
  /** The one whose address stays, if both are one. */
  readonly duplicateOf: string
  readonly status: 'accepted' | 'candidate' | 'rejected'
  readonly source?: string
  /** Day of the review, `YYYY-MM-DD`. */
  readonly date?: string
  readonly reviewer?: string
}

export interface AuthorityFiles {
  readonly persons: readonly PersonRow[]
  readonly positions: readonly PositionRow[]
  readonly holdings: readonly HoldingRow[]
  readonly bodies: readonly BodyRow[]
  readonly places: readonly PlaceRow[]
  readonly archives: readonly ArchiveScheme[]
  readonly subjects: readonly SubjectRow[]
  readonly links: readonly LinkRow[]
  readonly events: readonly EventRow[]
  readonly duplicates: readonly DuplicateRow[]
}
