/**
 * The source-neutral record of a document: what the readers hand to the map. Plain values only (they cross thread
 * borders), no RDF, no files. Every value that came from a page carries its words and where they stand.
 */

import type { Credit, Name, Party } from './document/parties.ts'
import type { Found, SourceText, Span, Words } from './document/words.ts'
import type { Problem } from './problem.ts'

export type { Credit, Name, NamedKind, NameForm, NameKind, Party, PartyRole } from './document/parties.ts'
export type { Certainty, Found, SourceText, Span, Words, Zone } from './document/words.ts'

/** A date in EDTF (ISO 8601-2, levels 0 and 1) with the calendar days that bound it. */
export interface DateValue {
  readonly edtf: string
  /** First and last day the date can mean, `YYYY-MM-DD`; absent when open or unknown. */
  readonly earliest?: string
  readonly latest?: string
  readonly precision: 'minute' | 'day' | 'month' | 'season' | 'year' | 'interval' | 'unknown'
  /** Clock time as written, `HH:MM:SS`, never with a zone. */
  readonly time?: string
}

/** What a date is of, and what it rests on (concept of the scheme `date-basis`). */
export interface StatedDate extends DateValue {
  readonly role: 'document' | 'catalogue' | 'entry' | 'period'
  readonly basis:
    | 'signature'
    | 'title'
    | 'page-header'
    | 'citation'
    | 'heading'
    | 'date-line'
    | 'stamp'
    | 'form-field'
    | 'text'
    | 'inference'
}

/** A number that an office put on the paper. Numbers are strings: `5925-gs`, `01490s`. */
export interface Numbering {
  readonly value: string
  readonly kind: 'issuing' | 'outgoing' | 'incoming' | 'special' | 'registry' | 'telegram' | 'unlabelled'
  /** The label as written: `Issuing No.` */
  readonly label: string
  readonly date?: Found<DateValue>
  readonly office?: Name
}

export interface Marking {
  readonly kind: 'classification' | 'precedence' | 'handling'
  /** Concept of the scheme `classification-marking` or `precedence`; absent for handling caveats. */
  readonly concept?: string
}

export interface Transmission {
  /** Concept of the scheme `transmission-phase`. */
  readonly phase: 'drafted' | 'handed-in' | 'sent' | 'received' | 'deciphered' | 'forwarded' | 'circulated'
  readonly date?: DateValue
}

export interface DistributionEntry {
  readonly ordinal?: number
  readonly kind: 'person' | 'office' | 'file-copy'
  /** The line without its number: `Comr. 10th department`. */
  readonly label: string
  readonly recipient?: Name
}

export interface Stamp {
  readonly office?: Name
  readonly date?: Found<DateValue>
  readonly numbers: readonly Found<Numbering>[]
  readonly markings: readonly Found<Marking>[]
  readonly incomplete: boolean
}

/** One unit of an archival reference: a level of the scheme `unit-level` and its number as written. */
export interface UnitStep {
  readonly level: string
  readonly number: string
}

/** Where a copy lies. `steps` stand in the order of the archive's scheme, widest first, whatever the order of the words. */
export interface ArchivalReference {
  /** Key of the archive's scheme (`avprf`), or a slug of the words where no scheme is known. */
  readonly archive: string
  /** The archive as written: `AVPRF`. */
  readonly archiveLabel: string
  readonly steps: readonly UnitStep[]
  /** `Listy 120-122`. */
  readonly folios?: string
  /** A document known from a printed edition: the reference is a book and pages. */
  readonly printed: boolean
  /** How the copy is cited, where the words on the page are no citation by themselves. */
  readonly citation?: string
}

/** A note that the edition puts to a place of its text. Its words, with the mark, are those of the `Found`. */
export interface Note {
  /** The mark as printed, without brackets: `51`, `*`. */
  readonly label: string
  /** UTF-16 offset of the place in the text; absent where nothing leads to the note. */
  readonly at?: number
}

/** A volume, or a section of one, in which documents stand together: what the container says, not the page. */
export interface SourceCollection {
  /** Number of the collection at the publisher: `1945v07`, `1945v07-comp1`. With the key of the source it is the slug. */
  readonly record: string
  readonly title: string
  readonly creators?: readonly string[]
  readonly identifiers?: readonly string[]
  readonly rights?: readonly string[]
  /** Years that the collection is about, in EDTF. */
  readonly covers?: string
}

/** A subject heading with its subdivisions in order. */
export interface Heading {
  readonly label: string
  readonly components: readonly string[]
}

/** A document that the text refers to, by number or words. */
export interface Reply {
  readonly relation: 'isReplyTo' | 'implementsInstruction' | 'refersToDocument'
  /** Kind word of what is referred to: `communication`, `telegram`, `letter`. */
  readonly kind: string
  readonly number?: string
  readonly label: string
}

/** How a document is known: by its text, by a listing row, by a block of related documents, by a reference, by its part. */
export type Standing = 'edition' | 'listed' | 'related' | 'referred' | 'carrier' | 'enclosed'

/** One document as one source text presents it. Lists are in reading order. */
export interface SourceDocument {
  /** Key of the publisher whose record this is: `wcda`; it begins the slug. */
  readonly source: string
  readonly standing: Standing
  /** Record number at the publisher. */
  readonly record?: Found<string>
  /** Address that the page gives for itself, in its citation. */
  readonly address?: Found<string>
  readonly title?: Found<string>
  /** Language tag of the title. */
  readonly titleLanguage: string
  /** Slug of a concept of the scheme `document-type`. */
  readonly type?: Found<string>
  readonly dates: readonly Found<StatedDate>[]
  readonly parties: readonly Found<Party>[]
  readonly numbers: readonly Found<Numbering>[]
  readonly markings: readonly Found<Marking>[]
  readonly transmissions: readonly Found<Transmission>[]
  readonly totalCopies?: Found<number>
  readonly copyNumber?: Found<number>
  readonly distribution: readonly Found<DistributionEntry>[]
  readonly stamps: readonly Found<Stamp>[]
  readonly archival: readonly Found<ArchivalReference>[]
  readonly originalArchive?: Found<Name>
  readonly citation?: Found<string>
  /** The publisher's summary, whitespace folded; the span covers it in the text. */
  readonly summary?: Found<string>
  readonly credits: readonly Found<Credit>[]
  readonly creditLine?: Found<string>
  readonly donors: readonly Found<Name>[]
  /** Original languages: ISO 639-2 codes as id.loc.gov has them (`rus`). */
  readonly languages: readonly Found<string>[]
  /** Language of the text on the page: a BCP 47 tag. */
  readonly textLanguage?: string
  readonly subjects: readonly Found<Heading>[]
  readonly topics: readonly Found<Heading>[]
  readonly places: readonly Found<Name>[]
  /** Where the document says that it was written. */
  readonly writtenAt?: Found<Name>
  /** Notes of the edition, in their order. */
  readonly notes: readonly Found<Note>[]
  /** The collections of the publisher in which the document stands, widest first. */
  readonly collections: readonly SourceCollection[]
  /** Persons and bodies that the publisher associates with the document. */
  readonly people: readonly Found<Name>[]
  readonly rights?: Found<string>
  readonly uploaded?: Found<string>
  readonly replies: readonly Found<Reply>[]
  /** Where the document's own words stand, header to distribution list; absent where the page has no text. */
  readonly text?: Span
  /** The document's zones in order: those of its own words and those of the page around them. */
  readonly zones?: readonly Span[]
  /** Stretches left out, by the edition's own account: `[...]`. */
  readonly omissions: readonly Found<'editorial' | 'illegible' | 'withheld'>[]
  /** Related documents as listed by the publisher (standing `related`). */
  readonly related: readonly SourceDocument[]
  /** Messages carried inside (standing `enclosed`). */
  readonly encloses: readonly SourceDocument[]
  /** The journal of which this is one day (standing `carrier`). */
  readonly journal?: SourceDocument
  /** Header or footer words that no rule understood. */
  readonly unparsed: readonly Words[]
  /** The page itself says that its text is not the document's words. */
  readonly notice?: Found<string>
}

/** A document of which nothing is known yet: every list is empty. */
export function blankDocument(source: string, standing: Standing): SourceDocument {
  return {
    source,
    standing,
    titleLanguage: 'en',
    dates: [],
    parties: [],
    numbers: [],
    markings: [],
    transmissions: [],
    distribution: [],
    stamps: [],
    archival: [],
    credits: [],
    donors: [],
    languages: [],
    subjects: [],
    topics: [],
    places: [],
    notes: [],
    collections: [],
    people: [],
    replies: [],
    omissions: [],
    related: [],
    encloses: [],
    unparsed: [],
  }
}

/** What a page with a list is about: the person, place, topic or collection whose page it is. */
export interface SourceSubject {
  readonly kind: 'person' | 'place' | 'topic' | 'collection'
  /** Of a person page the name may be that of a body. */
  readonly name: Found<Name>
  readonly description?: Found<string>
}

/** A listing page: rows of documents in order. The page of a person or a topic may have none. */
export interface SourceListing {
  readonly source: string
  readonly from?: number
  readonly to?: number
  readonly total?: Found<number>
  readonly rows: readonly SourceDocument[]
  readonly subject?: SourceSubject
}

/** What one source text gave. A file may give several (an EPUB: one a document). */
export interface Reading {
  /** Key of the recogniser's row: `page`, `listing`, `pdf-markdown` … */
  readonly form: string
  readonly source: SourceText
  readonly documents: readonly SourceDocument[]
  readonly listing?: SourceListing
  readonly problems: readonly Problem[]
}
