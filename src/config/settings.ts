/** What can be set. */
import type { RecordsSettings } from './records.ts'

export type PublishText = 'none' | 'excerpts' | 'full'

export interface Publisher {
  readonly iri?: string
  readonly name?: string
  /** Where questions about the collection go. */
  readonly email?: string
  /** A code of the organisation, such as its ISIL. */
  readonly identifier?: string
}

/** What the collection as a whole is; nothing of it is ever invented. */
export interface DatasetSettings {
  readonly title?: string
  readonly description?: string
  readonly publisher?: Publisher
  readonly creator?: Publisher
  /** IRI of the licence of the metadata. */
  readonly license?: string
  readonly adminEmail?: string
  /** Day on which the collection was begun. */
  readonly created?: string
  /** Language tags (BCP 47) of the descriptions. */
  readonly language?: readonly string[]
  /** What the documents cover: a year, month or day, or two with a slash between. */
  readonly temporal?: string
  /** IRIs of places that they are about. */
  readonly spatial?: readonly string[]
  /** IRIs of subjects that they are about. */
  readonly about?: readonly string[]
}

/** Settings of one publisher whose pages are read, by its key (`wcda`). */
export interface SourceSettings {
  readonly rightsStatement?: string
  readonly dataProvider?: string
  readonly license?: string
  readonly publishText?: PublishText
  readonly publishSummary?: boolean
}

/** An edition made for this collection, not by the archive: its publisher, and the notice that every page of it carries. */
export interface EditionSettings {
  readonly notice: string
  readonly publisher: Publisher
}

/** How many documents a build may withdraw: the greater of a number and a share of those published. */
export interface WithdrawalLimit {
  readonly count: number
  readonly share: number
}

export interface Settings {
  readonly base: string
  readonly port: number
  readonly host: string
  readonly out: string
  readonly jobs: number
  /** `embedded`, or addresses of SPARQL 1.1 endpoints, commas between. */
  readonly engine: string
  /** Addresses for updates of the same stores; empty where their kind tells it. */
  readonly engineUpdate: string
  readonly engineUser: string
  readonly enginePassword: string
  /** Milliseconds. */
  readonly queryTimeout: number
  /** Rows of one SPARQL result. */
  readonly queryRows: number
  /** Bytes of one SPARQL result. */
  readonly queryBytes: number
  /** Queries that run at the same time; each has its own copy of the data. */
  readonly queryWorkers: number
  /** Queries that may wait for a worker. */
  readonly queryQueue: number
  /** Bytes that the copies of the data may take together. */
  readonly queryMemory: number
  /** Queries that one client may send in a minute; 0 for any number. */
  readonly queryRate: number
  /** Pages and data that one client may ask for in a minute; 0 for any number. */
  readonly crawlRate: number
  /** Addresses and networks of the proxies that are believed. */
  readonly trustProxy: readonly string[]
  /** Bytes of the answers that are kept; 0 for none. */
  readonly queryCache: number
  /** Bytes. */
  readonly maxInputSize: number
  readonly keepVersions: number
  readonly maxWithdrawn: WithdrawalLimit
  readonly publishText: PublishText
  readonly publishSummary: boolean
  /** Names of rules of running text that are switched off. */
  readonly rulesOff: readonly string[]
  readonly vocabularyRegistered: boolean
  /** Folder of the authority files. */
  readonly authorities: string
  /** Whether the authority files are published whole: `own`, where they are not those of the package. */
  readonly publishAuthorities: 'own' | 'used' | 'all'
  /** Folder of the SHACL shapes. */
  readonly shapes: string
  /** Plain file of the identifiers that cannot be computed again. */
  readonly registry: string
  /** Folder of example queries of the collection's own. */
  readonly queries: string
  /** Asks robots not to index the pages. */
  readonly noindex: boolean
  readonly dataset: DatasetSettings
  readonly sources: Readonly<Record<string, SourceSettings>>
  /** What the columns of structured records mean, by name or pattern of the file. */
  readonly records: Readonly<Record<string, RecordsSettings>>
  readonly edition?: EditionSettings
}
