import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentsIn, draw, readSample, sheet } from './sample.ts'

const folder = process.env.DRAGOMAN_FRUS ?? '../shared/corpora/frus'
const volumes = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.epub')) : []
test('print', async () => {
  const names = draw(volumes.flatMap((file) => documentsIn(folder, file)))
  expect(names.length).toBe(100)
  const sheets: string[] = []
  for await (const [name, reading] of readSample(folder, names)) sheets.push(sheet(name, reading))
  writeFileSync('/tmp/sheets.txt', sheets.join('\n'))
}, 300_000)
