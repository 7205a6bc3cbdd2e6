/** Words and where they stand: every value that came from a page carries them. Plain values, no files. */

/** Parts of a page, named as the concepts of the scheme `text-zone`. */
export type Zone =
  | 'page-header'
  | 'document-header'
  | 'body'
  | 'signature'
  | 'distribution'
  | 'stamp'
  | 'citation'
  | 'summary'
  | 'credits'
  | 'catalogue'
  | 'related'
  | 'listing-row'
  | 'footnote'
  | 'source-note'
  | 'boilerplate'

/** A stretch of a source text: UTF-16 offsets, the end exclusive. (The map turns them into Unicode code points.) */
export interface Span {
  readonly start: number
  readonly end: number
  readonly zone: Zone
}

/** The exact words of the source: `text.slice(span.start, span.end) === words`, always. */
export interface Words {
  readonly words: string
  readonly span: Span
}

export type Certainty = 'stated' | 'inferred' | 'uncertain'

/** A value, the words that say so, and the name of the rule that read it (kebab-case, e.g. `archival-reference`). */
export interface Found<T> extends Words {
  readonly value: T
  readonly rule: string
  /** Absent means stated. */
  readonly certainty?: Certainty
}

/** The character sequence that a reader produced; every span of the reading refers to it. */
export interface SourceText {
  /** The input's path, relative to where the run began. */
  readonly path: string
  /** Which part of the input it is, where that holds several: `d12` of a volume. */
  readonly part?: string
  /** Line of the file at which the part begins, where the text is not the lines of the file. */
  readonly line?: number
  readonly text: string
  /** Hex SHA-256 of the UTF-8 bytes of `text`. */
  readonly sha256: string
  /** Hex SHA-256 of the bytes of the file. */
  readonly rawSha256: string
  /** Media type of the file as the reader understood it. */
  readonly mediaType: string
  /** Address of the capture, where the page gives one. */
  readonly address?: string
}
