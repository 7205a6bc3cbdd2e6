/**
 * The hundred documents that were judged by hand, where the volumes are at hand: the sample is the one that the seed
 * draws. `DRAGOMAN_SHEETS=file` writes what there is to judge into a file.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentsIn, draw, readSample, readVerdicts, sheet } from '../frus/sample.ts'

const judged = [...new Set(readVerdicts().map(({ document }) => document))]
const folder = process.env.DRAGOMAN_FRUS ?? '../shared/corpora/frus'
const volumes = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.epub')) : []

describe.skipIf(volumes.length < 10)('the ten volumes', () => {
  test('give this sample', () => {
    expect(draw(volumes.flatMap((file) => documentsIn(folder, file)))).toEqual(judged.toSorted())
  })

  const target = process.env.DRAGOMAN_SHEETS
  test.skipIf(target === undefined)(
    'and what there is to judge',
    async () => {
      const sheets: string[] = []
      for await (const [name, reading] of readSample(folder, judged)) sheets.push(sheet(name, reading))
      writeFileSync(target ?? '', sheets.join('\n'))
    },
    300_000,
  )
})
