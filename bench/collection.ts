/** A collection of any size: the sample's documents again and again, each time under other record numbers, titles and days. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SAMPLE = join(import.meta.dirname, '../data/documents')

/** Writes at least `size` document files into a folder; listings are left out. */
export function writeCollection(folder: string, size: number): number {
  mkdirSync(folder, { recursive: true })
  const pages = readdirSync(SAMPLE)
    .filter((name) => !name.startsWith('listing'))
    .sort()
  const rounds = Math.ceil(size / pages.length)
  for (let round = 0; round < rounds; round++)
    for (const name of pages) {
      const text = readFileSync(join(SAMPLE, name), 'utf8')
      writeFileSync(join(folder, `${String(round).padStart(5, '0')}-${name}`), vary(text, round))
    }
  return rounds * pages.length
}

/** Other record numbers and leaves, so that each page is a document of its own. */
const vary = (text: string, round: number): string =>
  text
    .replace(/\/document\/(\d{6})/g, (_, record) => `/document/${Number(record) + round * 1000}`)
    .replace(/^(\s*)(\d{6})(\s*)$/gm, (_, before, record, after) => `${before}${Number(record) + round * 1000}${after}`)
    .replace(/\bNo\. (\d+)\b/g, (_, number) => `No. ${Number(number) + round}`)
