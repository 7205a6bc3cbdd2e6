/** One plain record of a document: what every crosswalk (citations, OAI-PMH, TEI, edge lists, metadata of pages) is written from. */

/** A thing, and what it is called. */
export interface Named {
  readonly iri: string
  readonly label: string
}

/** Words in a language (BCP 47), where one is given. */
export interface Words {
  readonly value: string
  readonly language?: string
}

/** `creator` and `contributor` are the flat roles of Dublin Core; the others say which. */
export type Role =
  | 'creator'
  | 'contributor'
  | 'author'
  | 'signatory'
  | 'cataloguedAuthor'
  | 'sender'
  | 'recipient'
  | 'ultimateRecipient'
  | 'relayedBy'
  | 'copiedTo'
  | EditionRole

/** Roles in an edition of the document; `contributor` where the credit says no more. */
export type EditionRole = 'translator' | 'transcriber' | 'editor' | 'obtainedBy' | 'contributor'

/** Somebody who has to do with the document: once, with all roles. */
export interface Agent extends Named {
  /** `group` for who is named so loosely that no more is known. */
  readonly kind: 'person' | 'body' | 'state' | 'position' | 'group'
  readonly roles: readonly Role[]
}

export interface DateFacts {
  /** EDTF as the graph has it: `1957-05-15`, `1957-05`, `1949-06-18/1949-06-20`, `1957~`. */
  readonly edtf: string
  /** First and last day, `YYYY-MM-DD`. */
  readonly earliest?: string
  readonly latest?: string
  /** False where it was inferred or is uncertain. */
  readonly isStated: boolean
}

/** One copy of the paper. A day of a journal has the copy of its journal, of which only the citation is known here. */
export interface Copy {
  readonly iri: string
  /** The archival reference in the words of the page. */
  readonly citation?: string
  /** The lowest unit that holds it. */
  readonly unit?: Named
  /** Leaves or pages as written. */
  readonly leaves?: string
  readonly number?: string
  /** In a book rather than an archive. */
  readonly isPrinted: boolean
}

/** A text that a publisher offers. */
export interface EditionFacts {
  readonly iri: string
  readonly language?: Named
  readonly publisher?: Named
  readonly recordNumber?: string
  /** `YYYY-MM-DD` */
  readonly available?: string
  readonly note?: Words
  /** What is stated of the rights: the page's words, or the IRI of a statement that the publisher chose. */
  readonly rights: readonly (Words | { readonly iri: string })[]
  readonly license?: string
}

export interface NumberFacts {
  readonly value: string
  readonly kind?: Named
  /** What stands before it on the paper. */
  readonly label?: string
}

export interface Transmission {
  /** `sent`, `received` … */
  readonly phase: string
  readonly date?: DateFacts
}

export interface DocumentFacts {
  readonly iri: string
  /** Of the document; of its carrier where the document is a message inside one. */
  readonly slug: string
  readonly title: Words
  readonly otherTitles: readonly Words[]
  readonly agents: readonly Agent[]
  /** Where the paper first names whom: offsets in its text, by IRI; empty where no evidence is at hand. */
  readonly firstNamed: ReadonlyMap<string, number>
  /** The preferred date. */
  readonly date?: DateFacts
  readonly transmissions: readonly Transmission[]
  /** Concept of the scheme `document-type`, if the type is known. */
  readonly type?: Named
  readonly isCorrespondence: boolean
  /** Known only from a reference or a listing. */
  readonly isStub: boolean
  /** Of the original, as IRIs of id.loc.gov with names. */
  readonly languages: readonly Named[]
  /** What it is about, where it was written, and from and to which places or bodies it went. */
  readonly places: readonly Named[]
  readonly writtenAt?: Named
  readonly sentFrom: readonly Named[]
  readonly sentTo: readonly Named[]
  readonly subjects: readonly Named[]
  /** The publisher's summary, where it may be published. */
  readonly abstract?: Words
  /** The archival references in words, of the document or its journal. */
  readonly source: readonly string[]
  readonly archives: readonly Named[]
  /** The lowest units that hold it. */
  readonly units: readonly Named[]
  readonly copies: readonly Copy[]
  /** Of the publisher's record. */
  readonly recordNumbers: readonly string[]
  /** Addresses of the publisher's pages. */
  readonly pages: readonly string[]
  readonly numbers: readonly NumberFacts[]
  /** Degrees of secrecy, and all markings as written. */
  readonly markings: readonly Named[]
  readonly markingsAsWritten: readonly string[]
  /** Widest first. */
  readonly collections: readonly Named[]
  /** The journal of which it is a day, or what carries it. */
  readonly partOf: readonly Named[]
  readonly parts: readonly Named[]
  readonly references: readonly Named[]
  readonly relations: readonly Named[]
  /** As the publisher's page cites it. */
  readonly citation?: string
  readonly editions: readonly EditionFacts[]
}

/** The agents that have one of the roles, in the order of the roles. */
export const agentsAs = ({ agents }: Pick<DocumentFacts, 'agents'>, ...roles: readonly Role[]): readonly Agent[] => [
  ...new Set(roles.flatMap((role) => agents.filter((agent) => agent.roles.includes(role)))),
]
