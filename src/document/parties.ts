/** Names as a page writes them, and whom they stand for in a document: its parties, and who worked on its edition. */

/** Kinds of name forms, as the concepts of the scheme `name-kind`. */
export type NameKind =
  | 'established'
  | 'variant'
  | 'romanisation-variant'
  | 'original-script'
  | 'code-name'
  | 'inverted'
  | 'surname'
  | 'initials-and-surname'
  | 'reading-error'

export interface NameForm {
  readonly value: string
  readonly kind: NameKind
}

/** What a name seems to name, by its form alone; the authority files have the last word. */
export type NamedKind = 'person' | 'body' | 'state' | 'position' | 'place' | 'group' | 'unknown'

/** A name as read: `label` in reading order (`Kim Il Sung`, `Vasili V. Kuznetsov`), beside every form given with it. */
export interface Name {
  readonly kind: NamedKind
  readonly label: string
  readonly forms: readonly NameForm[]
  /** `Cde.`, `Comr.`, `Gen.` … as written. */
  readonly honorific?: string
  /** Post or role said with the name: `Minister of Defense`. */
  readonly role?: string
  /** Life years as written: `1882-1949`. */
  readonly years?: string
}

/** How a party stands to a document; each is a property of the ontology or of its edition. */
export type PartyRole =
  | 'author'
  | 'cataloguedAuthor'
  | 'signatory'
  | 'sender'
  | 'addressee'
  | 'ultimateAddressee'
  | 'relayedBy'
  | 'sentFrom'
  | 'sentTo'

export interface Party {
  readonly role: PartyRole
  readonly name: Name
}

/** Who worked on the edition: `translator`, `transcriber`, `editor`, `obtainedBy`, `contributor`. */
export interface Credit {
  readonly role: 'translator' | 'transcriber' | 'editor' | 'obtainedBy' | 'contributor'
  readonly name: Name
  /** The project it was done for: `NKIDP`. */
  readonly project?: string
}
