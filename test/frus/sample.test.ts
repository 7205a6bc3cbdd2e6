/** A hundred documents of ten volumes, judged by hand: the table in the documentation is what the verdicts give. */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readVerdicts, SIZE } from './sample.ts'

const VERDICTS = ['right', 'wrong', 'missed', 'absent'] as const
const PAGE = 'docs/accuracy.md'
const [BEGIN, END] = ['<!-- the hundred -->', '<!-- end of the hundred -->']

const rows = readVerdicts()
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
