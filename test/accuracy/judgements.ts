/** The judgements of people on hits of rules: `judgements.csv`. It holds places in documents, never their text. */
import { parse } from 'csv-parse/sync'

/** Where a rule found something. Offsets are Unicode code points of the source text, the end exclusive. */
export interface Place {
  readonly rule: string
  /** Slug of the document, for people. */
  readonly document: string
  /** Of the source text. */
  readonly sha256: string
  readonly start: number
  readonly end: number
}

export interface Judgement extends Place {
  /** Right: the words are an act, event or mention of the kind that the rule says, and all of it. */
  readonly verdict: 'right' | 'wrong'
  /** In the judge's own words. */
  readonly note: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** What the hits were drawn from. */
  readonly sample: string
  /** The rule no longer finds this; the judgement is kept and not counted. */
  readonly lapsed: boolean
}

const COLUMNS = ['rule', 'document', 'sha256', 'start', 'end', 'verdict', 'note', 'date', 'sample', 'lapsed'] as const

export const keyOf = ({ rule, sha256, start, end }: Place): string => `${rule} ${sha256} ${start}-${end}`

/** @throws Error on a row that is no judgement: a file that people keep is never read in part. */
export function parseJudgements(csv: string): Judgement[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, skip_empty_lines: true })
  return rows.map(
    ({ rule = '', document = '', sha256 = '', verdict, note = '', date = '', sample = '', ...row }, at) => {
      const [start, end] = [Number(row['start']), Number(row['end'])]
      const isPlace = rule !== '' && /^[\da-f]{64}$/.test(sha256) && start >= 0 && end > start
      if (!isPlace || (verdict !== 'right' && verdict !== 'wrong') || !/^\d{4}-\d\d-\d\d$/.test(date))
        throw new Error(`judgements.csv: row ${at + 2} is no judgement; correct it.`)
      return { rule, document, sha256, start, end, verdict, note, date, sample, lapsed: row['lapsed'] === 'yes' }
    },
  )
}

/** Sorted by rule and place, so that the file changes only where a judgement does. */
export function formatJudgements(judgements: readonly Judgement[]): string {
  const cells = (judgement: Judgement) =>
    COLUMNS.map((name) => quoted(name === 'lapsed' ? (judgement.lapsed ? 'yes' : '') : String(judgement[name])))
  const rows = [...judgements].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map((one) => cells(one).join(','))
  return `${[COLUMNS.join(','), ...rows].join('\n')}\n`
}

const sortKey = ({ rule, document, sha256, start, end }: Place): string =>
  [rule, document, sha256, String(start).padStart(9, '0'), String(end).padStart(9, '0')].join(' ')

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Later judgements of one place take the place of earlier ones. */
export const withJudgements = (known: readonly Judgement[], more: readonly Judgement[]): Judgement[] => [
  ...new Map([...known, ...more].map((one) => [keyOf(one), one])).values(),
]

/**
 * Marks as lapsed what a rule no longer finds in a text that was read again, and takes back the mark where it does.
 * Judgements on texts that were not read stay as they are.
 */
export const withLapses = (
  judgements: readonly Judgement[],
  texts: ReadonlySet<string>,
  found: ReadonlySet<string>,
): Judgement[] => judgements.map((one) => (texts.has(one.sha256) ? { ...one, lapsed: !found.has(keyOf(one)) } : one))
