/** Fills a store with N-Quads, in pieces, so that no file has to fit into a string. */
import { closeSync, openSync, readSync } from 'node:fs'
import type { Store } from 'oxigraph'
import type { DataPart } from '../engine.ts'

const PIECE = 4 * 1024 * 1024

function* pieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE)
      const length = readSync(file, piece)
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

/** Loads the parts. @throws Error on a file that cannot be read or is not N-Quads. */
export function load(store: Store, parts: readonly DataPart[]): void {
  // `lenient`: what a release holds was checked when it was made.
  for (const part of parts)
    store.load('path' in part ? pieces(part.path) : part.text, { format: 'application/n-quads', lenient: true })
}
