/** A context for the readers' tests: one archive's scheme and nothing else curated. */
import type { Authority } from '../../src/authority/authority.ts'
import type { Reading } from '../../src/document.ts'
import { type ReadContext, read } from '../../src/read/index.ts'

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

/** Reads text as if it were a file. */
export function readText(text: string, limits: Partial<ReadContext> = {}): Reading {
  const [reading] = read({ path: 'page.txt', bytes: new TextEncoder().encode(text) }, { ...context, ...limits })
  if (reading === undefined) throw new Error('no reading')
  return reading
}
