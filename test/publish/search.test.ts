/** What of a text may be found: `publishText` and `publishSummary` say. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Settings } from '../../src/config.ts'
import { publish } from '../../src/publish.ts'
import { readManifest } from '../../src/release/versions.ts'
import { INDEX } from '../../src/search/index-file.ts'
import { openIndex, type SearchIndex } from '../../src/search/read.ts'
import { emptyCollection } from '../collection.ts'

const page = (text: string) => `# Cable, Harvest Office to Roshchin

Citation:
"Cable, Harvest Office to Roshchin," May 14, 1950, Wilson Center Digital Archive, AVPRF, F. 0102, Op. 6, P. 21, D. 47.
https://digitalarchive.wilsoncenter.org/document/999001

Summary:
The office counts sheaves and asks for carts.

Original Language:
Russian

Contents:
- English Translation

${text}

ROSHCHIN
`

let root: string
let settings: Settings
beforeEach(() => {
  ;({ root, settings } = emptyCollection())
  write('The barley has been brought in before the rain.')
})
afterEach(() => rmSync(root, { recursive: true }))
const input = () => join(root, 'data/page.md')
const write = (text: string) => writeFileSync(input(), page(text))
const build = (more: Partial<Settings> = {}) =>
  publish([join(root, 'data')], { settings: { ...settings, ...more }, now: new Date('2020-01-02T03:04:05Z') })

function look<T>(read: (index: SearchIndex) => T): T {
  const index = openIndex(join(settings.out, 'current', INDEX))
  try {
    return read(index)
  } finally {
    index.close()
  }
}
const isFound = (words: string) =>
  look((index) => {
    const found = index.search('documents', words, { most: 1, isRanked: false })
    return 'hits' in found && found.hits.length === 1
  })
const DOCUMENT = 'http://example.org/id/document/wcda-999001'

describe('what a document is found by', () => {
  test.each([
    ['none', true, { barley: false, roshchin: true, sheaves: true }],
    ['excerpts', false, { barley: true, roshchin: true, sheaves: false }],
    ['full', true, { barley: true, roshchin: true, sheaves: true }],
  ] as const)('publishText %s, publishSummary %s', async (publishText, publishSummary, expected) => {
    await build({ publishText, publishSummary })
    expect(Object.fromEntries(Object.keys(expected).map((word) => [word, isFound(word)]))).toEqual(expected)
    expect(look((index) => index.text(DOCUMENT)?.includes('barley') ?? false)).toBe(expected.barley)
    expect(look((index) => index.text(DOCUMENT)?.includes('sheaves') ?? false)).toBe(false)
  })

  test('a source has its own word in this', async () => {
    await build({ publishText: 'full', sources: { wcda: { publishText: 'none' } } })
    expect(isFound('barley')).toBe(false)
  })

  test('the index is part of the release: complete or absent, and the same for the same things', async () => {
    await build()
    const folder = join(settings.out, 'current')
    const entry = () => readManifest(folder)?.files.find(({ path }) => path === INDEX)
    const first = entry()
    expect(first).toMatchObject({
      mediaType: 'application/vnd.sqlite3',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(existsSync(join(settings.out, 'building'))).toBe(false)
    rmSync(settings.out, { recursive: true })
    await build()
    expect(entry()).toEqual(first)
  })

  test('a document that stays in its last good version is found by the text that it had', async () => {
    await build()
    writeFileSync(
      join(root, 'shapes/shape.ttl'),
      `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dip: <https://w3id.org/diplomacy/ontology#> .
<urn:shape> a sh:NodeShape ; sh:targetClass dip:Document ; sh:property [ sh:path dip:hasEdition ; sh:maxCount 0 ] .
`,
    )
    write('The wheat has been brought in.')
    const { manifest } = await build()
    expect(manifest?.stale).toMatchObject([{ document: DOCUMENT }])
    expect([isFound('barley'), isFound('wheat')]).toEqual([true, false])
  })
})
