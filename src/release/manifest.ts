/** What a release says about itself in `manifest.json`. */
import type { DatasetSettings } from '../config.ts'
import type { Span } from './history.ts'

/** One file of a version; paths are relative to the version's folder. */
export interface FileEntry {
  /** `dumps/all.nt.gz` */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly mediaType: string
  /** Statements (in formats without graphs: triples), where the file is RDF. */
  readonly triples?: number
}

/** What became of an input: all published; partly; not at all; not read this time, so that its documents stayed. */
export type Outcome = 'published' | 'partly' | 'rejected' | 'unread'

/** One input of the build. */
export interface InputEntry {
  readonly path: string
  /** Hex SHA-256 of the file's bytes; absent where it could not be read. */
  readonly sha256?: string
  readonly outcome: Outcome
  /** Slugs of the published documents that it gave something to. */
  readonly documents: readonly string[]
  /** Number of problems in the report. */
  readonly problems: number
}

/** A document whose last good version stays published. */
export interface StaleEntry {
  readonly document: string
  /** Version in which it was last found good. */
  readonly version: string
}

export interface Counts {
  readonly documents: number
  readonly triples: number
  readonly graphs: number
  /** Things by kind: `person`, `unit`, … */
  readonly things: Readonly<Record<string, number>>
  /** Instances by IRI of the class. */
  readonly classes: Readonly<Record<string, number>>
  /** Statements by IRI of the property. */
  readonly properties: Readonly<Record<string, number>>
}

/** What the collection says of itself on every page. */
export interface Collection {
  readonly dataset: DatasetSettings
  /** The notice of texts made for the collection. */
  readonly notice?: string
  /** Robots are asked not to index it. */
  readonly noindex: boolean
}

export interface TakenDown {
  /** Time of the last takedown: ISO 8601, UTC, whole seconds. */
  readonly at: string
  /** IRIs of documents. */
  readonly documents: readonly string[]
}

/** When the files of a version changed last: when it was published, unless something was taken down since. */
export const lastModified = ({ published, takenDown }: Manifest): string => takenDown?.at ?? published

export interface Manifest {
  /** First 12 hex digits of the SHA-256 of `dumps/all.nq`. */
  readonly version: string
  readonly base: string
  readonly collection: Collection
  readonly tool: { readonly name: string; readonly version: string }
  /** When this version was first published: ISO 8601, UTC, whole seconds. */
  readonly published: string
  readonly counts: Counts
  readonly files: readonly FileEntry[]
  /** Hex SHA-256 of the texts by which documents are found; they may be found by more than is published of them. */
  readonly texts?: string
  /** The changes up to this release; absent in what an earlier program made. */
  readonly changes?: Span
  /** What was taken out of this version after it was published: its name is of the time before. */
  readonly takenDown?: TakenDown
  readonly inputs: readonly InputEntry[]
  readonly stale: readonly StaleEntry[]
  /** Whether every input was taken and every document conforms. */
  readonly conforms: boolean
}
