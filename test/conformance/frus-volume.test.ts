/**
 * One real volume, where it is at hand: all of its data conform, and quote what stands at their offsets. `frus.test.ts`
 * says how much of it is read.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import { loadSettings } from '../../src/config.ts'
import { createWorkshop } from '../../src/publish/workshop.ts'
import { readLine } from '../../src/rdf/canonical.ts'
import { read } from '../../src/read/index.ts'
import { reconcile } from '../../src/reconcile/index.ts'
import { emptyRegistry } from '../../src/registry.ts'
import { checkQuotes } from '../fuzz/evidence.ts'

const file = join(process.env.DRAGOMAN_FRUS ?? '../shared/corpora/frus', 'frus1943China.epub')
const there = existsSync(file)
if (!there) console.warn(`no volume ${file}: its data are not validated`)

describe.skipIf(!there)('a whole volume', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('conforms, and quotes what stands at the offsets, under the addresses of its documents', async () => {
    const { settings } = loadSettings({ environment: {} })
    const { authority } = loadAuthority(settings.authorities)
    const texts = new Map<string, string>()
    for await (const { source } of read({ path: file, bytes: readFileSync(file) }, { ...settings, authority }))
      texts.set(source.sha256.slice(0, 16), source.text)
    const workshop = createWorkshop(settings, folder)
    const { readings } = await workshop.read({ path: file, file })
    const { groups } = reconcile(readings, { iris: workshop.iris, registry: emptyRegistry })
    expect(groups).toHaveLength(809)
    expect(groups.filter(({ slug }) => !/^frus-1943china-d\d+$/.test(slug))).toEqual([])
    let quotes = 0
    for (const plan of groups) {
      const { conforms, slug, lines, problems } = await workshop.make(plan)
      expect(conforms, `${slug}: ${problems.map(({ message }) => message).join(' ')}`).toBe(true)
      const { checked, faults } = checkQuotes(lines.map(readLine), (source) => texts.get(source))
      expect(faults).toEqual([])
      quotes += checked
    }
    await workshop.close()
    expect(quotes).toBeGreaterThan(10_000)
  }, 300_000)
})
