/**
 * A hundred documents of ten volumes, judged by hand: the table in the documentation is what the verdicts give, and the
 * sample is the one that the seed draws. `DRAGOMAN_SHEETS=file` writes what there is to judge into a file.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { documentsIn, draw, readSample, SIZE, sheet } from './sample.ts'

interface Verdict {
  readonly document: string
  readonly field: string
  /** Of the reader as it was when the sample was drawn, and after it was mended. */
  readonly drawn: string
  readonly mended: string
}

const VERDICTS = ['right', 'wrong', 'missed', 'absent'] as const
const PAGE = 'docs/accuracy.md'
const [BEGIN, END] = ['<!-- the hundred -->', '<!-- end of the hundred -->']

const rows = parse(readFileSync('test/accuracy/frus-sample.csv', 'utf8'), { columns: true }) as Verdict[]
const judged = [...new Set(rows.map(({ document }) => document))]
const fields = [...new Set(rows.map(({ field }) => field))]

/** A row for each field: what the sample showed first, and in brackets what it shows after mending, where that differs. */
function tableOf(): string {
  const count = (field: string, state: 'drawn' | 'mended', verdict: string) =>
    rows.filter((row) => row.field === field && row[state] === verdict).length
  const cell = (field: string, verdict: string): string => {
    const [drawn, mended] = [count(field, 'drawn', verdict), count(field, 'mended', verdict)]
    return drawn === mended ? String(drawn) : `${drawn} (${mended})`
  }
  return [
    `| field | ${VERDICTS.join(' | ')} |`,
    `|---${'|---'.repeat(VERDICTS.length)}|`,
    ...fields.map((field) => `| ${[field, ...VERDICTS.map((verdict) => cell(field, verdict))].join(' | ')} |`),
  ].join('\n')
}

describe('the hundred', () => {
  test('have a verdict for every field of every document', () => {
    expect(judged).toHaveLength(SIZE)
    expect(rows).toHaveLength(SIZE * fields.length)
    const known: readonly string[] = VERDICTS
    expect(rows.filter(({ drawn, mended }) => !known.includes(drawn) || !known.includes(mended))).toEqual([])
  })

  test('give the table in the documentation', () => {
    const page = readFileSync(PAGE, 'utf8')
    const shown = page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)).trim()
    if (process.env.UPDATE !== undefined)
      writeFileSync(
        PAGE,
        page.replace(shown === '' ? BEGIN : shown, shown === '' ? `${BEGIN}\n\n${tableOf()}\n` : tableOf()),
      )
    else expect(shown).toBe(tableOf())
  })
})

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
