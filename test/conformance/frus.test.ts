/** Ten volumes of Foreign Relations of the United States, where these are at hand: everything is read, and how much of it. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { COUNTED, countVolume, type VolumeCount } from '../frus/count.ts'

const folder = process.env.DRAGOMAN_FRUS ?? '../shared/corpora/frus'
const volumes = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.epub')) : []
if (volumes.length === 0) console.warn(`no volumes in ${folder}: the reader is not tested on whole volumes`)

/** The share of the documents that carry a thing of which it has to be read. */
const ENOUGH = 0.99
const HELD: ReadonlySet<string> = new Set(['title or sender', 'date', 'file number'])

describe.skipIf(volumes.length === 0)('volumes', () => {
  const all = new Map<string, VolumeCount>()

  test.each(volumes)('%s', async (name) => {
    const count = await countVolume(join(folder, name))
    all.set(name.replace('.epub', ''), count)
    expect(count.faults).toEqual([])
    expect(count.falseEvidence).toBe(0)
    expect(count.readings).toBe(count.documents)
    for (const { name: field, carried, read, missed } of count.counts)
      if (HELD.has(field)) expect(read / carried, `${field}: ${missed.join(', ')}`).toBeGreaterThanOrEqual(ENOUGH)
  })

  afterAll(() => {
    const table = tableOf(all)
    console.info(table)
    const file = process.env.DRAGOMAN_FRUS_TABLE
    if (file !== undefined) writeFileSync(file, `${table}\n${missedOf(all)}\n`)
  })
})

/** Read of carried, for each volume and all of them. */
function tableOf(all: ReadonlyMap<string, VolumeCount>): string {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const counts = [...all.values()]
  const rows = COUNTED.map(({ name }, index) => {
    const cells = counts.map((count) => count.counts[index])
    const [read, carried] = [sum(cells.map((c) => c?.read ?? 0)), sum(cells.map((c) => c?.carried ?? 0))]
    const share = carried === 0 ? '–' : `${((100 * read) / carried).toFixed(2)} %`
    return `| ${[name, ...cells.map((c) => `${c?.read}/${c?.carried}`), `${read}/${carried}`, share].join(' | ')} |`
  })
  const time = sum(counts.map(({ milliseconds }) => milliseconds)) / sum(counts.map(({ documents }) => documents))
  return [
    `| | ${[...all.keys(), 'all', 'share'].join(' | ')} |`,
    `|---${'|---'.repeat(all.size + 2)}|`,
    `| documents | ${[...counts.map(({ documents }) => documents), sum(counts.map(({ documents }) => documents))].join(' | ')} | |`,
    ...rows,
    '',
    `${time.toFixed(1)} ms a document`,
  ].join('\n')
}

const missedOf = (all: ReadonlyMap<string, VolumeCount>): string =>
  [...all]
    .flatMap(([volume, { counts, notesDiffer }]) => [
      ...counts.flatMap(({ name, missed }) => missed.map((part) => `${name}: ${volume}/${part}`)),
      ...notesDiffer.map((part) => `fewer notes: ${volume}/${part}`),
    ])
    .join('\n')
