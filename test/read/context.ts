/** A context for the readers' tests: one archive's scheme and nothing else curated. */
import type { Authority } from '../../src/authority/authority.ts'
import type { Reading } from '../../src/document.ts'
import { type Input, type ReadContext, read } from '../../src/read/index.ts'
import { readPage } from '../../src/read/read-page.ts'
import { decode } from '../../src/read/source-text.ts'

const authority: Pick<Authority, 'schemes'> = {
  schemes: [
    {
      archive: 'avprf',
      label: 'Archive of Foreign Policy of the Russian Federation',
      names: ['AVPRF', 'AVP RF'],
      levels: [
        { level: 'fonds', tokens: ['Fond', 'F.'], prefix: 'f' },
        { level: 'opis', tokens: ['Opis', 'Op.'], prefix: 'op' },
        { level: 'papka', tokens: ['Papka', 'P.'], prefix: 'p' },
        { level: 'delo', tokens: ['Delo', 'D.'], prefix: 'd' },
      ],
      folioTokens: ['Listy', 'List', 'Ll.', 'L.'],
    },
  ],
}

export const context: ReadContext = { maxInputSize: 1_000_000, authority }

/** Reads text as if it were a page of a file. */
export function readText(text: string): Reading {
  const { source, problems } = decode({ path: 'page.txt', bytes: new TextEncoder().encode(text) })
  return readPage(source, context, problems)
}

/** All readings of an input. */
export const readAll = (input: Input, limits: Partial<ReadContext> = {}): Promise<Reading[]> =>
  collect(read(input, { ...context, ...limits }))

/** All that comes, in order. */
export async function collect<T>(things: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const thing of things) all.push(thing)
  return all
}
