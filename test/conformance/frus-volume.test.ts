/** One real volume, where it is at hand: its data conform. `frus.test.ts` says how much of it is read. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadSettings } from '../../src/config.ts'
import { createWorkshop } from '../../src/publish/workshop.ts'
import { reconcile } from '../../src/reconcile/index.ts'
import { emptyRegistry } from '../../src/registry.ts'

const file = join(process.env.DRAGOMAN_FRUS ?? '../shared/corpora/frus', 'frus1943China.epub')
const there = existsSync(file)
if (!there) console.warn(`no volume ${file}: its data are not validated`)

/** Every so many documents are validated; all of them where DRAGOMAN_FRUS_ALL is set. */
const STEP = process.env.DRAGOMAN_FRUS_ALL === undefined ? 40 : 1

describe.skipIf(!there)('a whole volume', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('conforms, under the addresses of its documents', async () => {
    const { settings } = loadSettings({ environment: {} })
    const workshop = createWorkshop(settings, folder)
    const { readings } = await workshop.read({ path: file, file })
    const { groups } = reconcile(readings, { iris: workshop.iris, registry: emptyRegistry })
    expect(groups).toHaveLength(809)
    expect(groups.filter(({ slug }) => !/^frus-1943china-d\d+$/.test(slug))).toEqual([])
    for (const [index, plan] of groups.entries()) {
      if (index % STEP !== 0) continue
      const { conforms, slug, problems } = await workshop.make(plan)
      expect(conforms, `${slug}: ${problems.map(({ message }) => message).join(' ')}`).toBe(true)
    }
    workshop.close()
  }, 300_000)
})
