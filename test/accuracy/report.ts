/** Where the figures are told: the table of docs/accuracy.md and the module that the program reads. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figuresOf, moduleOf, tableOf } from './figures.ts'
import { parseJudgements } from './judgements.ts'

const root = join(import.meta.dirname, '../..')
export const JUDGEMENTS = join(import.meta.dirname, 'judgements.csv')
export const DOCUMENT = join(root, 'docs/accuracy.md')
export const MODULE = join(root, 'src/text/measured.ts')
const [START, END] = ['<!-- figures -->', '<!-- /figures -->']

interface Rule {
  readonly name: string
  readonly describes: string
}

/** What the two files should be, by the judgements. */
export function reportOf(rules: readonly Rule[]): { readonly document: string; readonly module: string } {
  const judgements = existsSync(JUDGEMENTS) ? parseJudgements(readFileSync(JUDGEMENTS, 'utf8')) : []
  const figures = figuresOf(
    judgements,
    rules.map(({ name }) => name),
  )
  const page = readFileSync(DOCUMENT, 'utf8')
  const [from, to] = [page.indexOf(START) + START.length, page.indexOf(END)]
  if (from < START.length || to < from) throw new Error(`${START} … ${END} is not in docs/accuracy.md.`)
  return {
    document: `${page.slice(0, from)}\n${tableOf(figures, rules)}\n${page.slice(to)}`,
    module: moduleOf(figures),
  }
}

export function writeReport(rules: readonly Rule[]): void {
  const { document, module } = reportOf(rules)
  writeFileSync(DOCUMENT, document)
  writeFileSync(MODULE, module)
}
