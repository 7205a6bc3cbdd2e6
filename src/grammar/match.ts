/** What a grammar gives: a value and where it stands in the text that the grammar was given. */

export interface Match<T> {
  readonly value: T
  /** UTF-16 offsets in the text given to the grammar, the end exclusive. */
  readonly start: number
  readonly end: number
}
