/** The readers on real pages, where these are at hand: every page is recognised and every value stands where it says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import { read } from '../../src/read/index.ts'
import { falseEvidence, wordsIn } from '../read/evidence.ts'

const samples = process.env.DRAGOMAN_SAMPLES ?? '../shared/inputs'
const folders = ['seeds', 'wilson-pages', 'wilson-pdf'].map((name) => join(samples, name))
const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))

if (files.length === 0) console.warn(`no samples in ${samples}: the readers are not tested on real pages`)

describe.skipIf(files.length === 0)('real pages', () => {
  const { authority } = loadAuthority('data/authorities')

  test.each(files)('%s', async (path) => {
    for await (const reading of read({ path, bytes: readFileSync(path) }, { maxInputSize: 64_000_000, authority })) {
      expect(reading.form).not.toBe('unrecognised')
      expect(falseEvidence(reading)).toEqual([])
      expect(wordsIn([reading.documents, reading.listing]).length).toBeGreaterThan(3)
    }
  })
})
