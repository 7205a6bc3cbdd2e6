/** Evidence in the RDF of real pages, where these are at hand: at the offsets stand the words that are quoted. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import { loadSettings } from '../../src/config.ts'
import { findInputs } from '../../src/publish/inputs.ts'
import { convert } from '../../src/publish.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { oa } from '../../src/rdf/vocabulary/oa.ts'
import { read } from '../../src/read/index.ts'
import { checkQuotes } from '../fuzz/evidence.ts'

const samples = process.env['DRAGOMAN_SAMPLES'] ?? '../shared/inputs'
const folders = [join(samples, 'seeds'), join(samples, 'wilson-pages'), join(samples, 'wilson-pdf')].filter(existsSync)
if (folders.length === 0) console.warn(`no samples in ${samples}: the evidence of real pages is not tested`)

describe.skipIf(folders.length === 0)('the evidence of real pages', () => {
  const { settings } = loadSettings({ environment: {} })
  const texts = new Map<string, string>()
  let quads: readonly Quad[] = []

  beforeAll(async () => {
    const { authority } = loadAuthority(settings.authorities)
    for (const { path, file } of findInputs(folders, settings).files)
      for await (const { source } of read({ path, bytes: readFileSync(file) }, { ...settings, authority }))
        texts.set(source.sha256.slice(0, 16), source.text)
    quads = (await convert(folders, { settings })).quads
  }, 300_000)

  test('quotes what stands at its offsets, counted in code points', () => {
    const { checked, faults } = checkQuotes(quads, (slug) => texts.get(slug))
    expect(faults).toEqual([])
    expect(checked).toBeGreaterThan(1000)
  })

  test('is there for everything that rules found in running text, with its words, its place and its source', () => {
    const extracted = quads.filter(({ graph }) => graph.value.includes('/graph/extracted/'))
    const subjectsWith = (property: { readonly value: string }) =>
      new Set(
        extracted.filter(({ predicate }) => predicate.value === property.value).map(({ subject }) => subject.value),
      )
    const evidence = new Set(
      extracted.filter(({ predicate }) => predicate.equals(dip.evidence)).map(({ object }) => object.value),
    )
    const [evidenced, reviewed] = [subjectsWith(dip.evidence), subjectsWith(dip.reviewStatus)]
    expect([...reviewed].filter((node) => !evidence.has(node) && !evidenced.has(node))).toEqual([])
    for (const property of [dip.quote, dip.startOffset, dip.endOffset, dip.textZone, dip.extractedBy, oa.hasSource]) {
      const has = subjectsWith(property)
      expect(
        [...evidence].filter((node) => !has.has(node)),
        property.value,
      ).toEqual([])
    }
    expect(evidence.size).toBeGreaterThan(500)
  })
})
