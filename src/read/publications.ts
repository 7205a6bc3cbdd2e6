/** The kinds of books that we know. A book is recognised by what its package document says. A new kind is a row. */
import type { Reading } from '../document.ts'
import type { Input, ReadContext } from './context.ts'
import type { Publication } from './epub.ts'
import { isFrusVolume, readFrusVolume } from './frus/volume.ts'

/** The file that a book came in. */
export interface Bound {
  readonly input: Input
  /** Hex SHA-256 of the file, computed once. */
  readonly rawSha256: string
  readonly context: ReadContext
}

export interface PublicationKind {
  readonly key: string
  readonly label: string
  readonly recognise: (publication: Publication) => boolean
  /** The readings of the book, one for each document in it; made one by one, so that no more than one is held. */
  readonly read: (publication: Publication, bound: Bound) => Iterable<Reading>
}

/** In the order of trial. */
export const publications: readonly PublicationKind[] = [
  {
    key: 'frus',
    label: 'volumes of Foreign Relations of the United States',
    recognise: isFrusVolume,
    read: readFrusVolume,
  },
]
