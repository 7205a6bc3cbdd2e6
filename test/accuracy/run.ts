/**
 * Measures the rules of running text by hand-judged samples. docs/accuracy.md says how to judge.
 *
 *   npm run accuracy -- draw [INPUT…] [--name TEXT] [--seed TEXT] [--size N]
 *   npm run accuracy -- show RULE [FROM-TO]
 *   npm run accuracy -- judge RULE [--right 1-20,22] [--wrong 21] [--note TEXT] [--on YYYY-MM-DD]
 *   npm run accuracy -- report
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadSettings } from '../../dist/config.js'
import { textRules } from '../../dist/text/index.js'
import { Draw } from './draw.ts'
import { ENOUGH, figuresOf, numbersOf } from './figures.ts'
import { type Hit, hitsIn } from './hits.ts'
import { formatJudgements, type Judgement, keyOf, parseJudgements, withJudgements, withLapses } from './judgements.ts'
import { JUDGEMENTS, writeReport } from './report.ts'

/** The sample drawn last; it has text of the documents in it and is kept out of version control. */
const SAMPLE = join(import.meta.dirname, 'sample.json')
const CORPUS = join(import.meta.dirname, '../../../shared/corpora/frus')
const CORPUS_NAME = 'Foreign Relations of the United States, volumes on East Asia, 1941–1950'

interface Sample {
  readonly name: string
  readonly seed: string
  readonly counts: Readonly<Record<string, number>>
  readonly hits: Readonly<Record<string, readonly Hit[]>>
}

const say = (line = '') => process.stdout.write(`${line}\n`)
const known = textRules.map(({ name }) => name)
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '60' },
    right: { type: 'string' },
    wrong: { type: 'string' },
    note: { type: 'string', default: '' },
    on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
})
const [command = 'draw', ...rest] = positionals
const judgements = existsSync(JUDGEMENTS) ? parseJudgements(readFileSync(JUDGEMENTS, 'utf8')) : []
const save = (all: readonly Judgement[]) => {
  writeFileSync(JUDGEMENTS, formatJudgements(all))
  writeReport(textRules)
}

async function draw(given: readonly string[]): Promise<void> {
  const inputs = given.length > 0 ? given : existsSync(CORPUS) ? [CORPUS] : []
  if (inputs.length === 0) throw new Error(`Name inputs: there is no ${CORPUS}.`)
  const name = values.name ?? (given.length > 0 ? inputs.join(', ') : CORPUS_NAME)
  const sampled = new Draw<Hit>(values.seed, Number(values.size))
  const texts = new Set<string>()
  const [judged, found] = [new Set(judgements.map(keyOf)), new Set<string>()]
  let last = ''
  const progress = (sha256: string, input: string) => {
    texts.add(sha256)
    if (input !== last) process.stderr.write(`\r${texts.size} texts, ${input}\u001b[K`)
    last = input
  }
  const { settings } = loadSettings({ beside: [], environment: {} })
  for await (const hit of hitsIn(inputs, settings, progress)) {
    sampled.add(hit)
    if (judged.has(keyOf(hit))) found.add(keyOf(hit))
  }
  process.stderr.write('\n')
  const hits = Object.fromEntries(known.map((rule) => [rule, sampled.drawn(rule)]))
  const counts = Object.fromEntries(known.map((rule) => [rule, sampled.count(rule)]))
  writeFileSync(SAMPLE, JSON.stringify({ name, seed: values.seed, counts, hits } satisfies Sample))
  const now = withLapses(judgements, texts, found)
  const lapsed = now.filter((one) => one.lapsed)
  if (judgements.length > 0) save(now)
  say(`${texts.size} texts of ${name}, seed ${values.seed}.`)
  for (const rule of known)
    say(`${rule.padEnd(30)} ${String(counts[rule]).padStart(7)} hits, ${hits[rule]?.length} drawn`)
  say(`${judgements.length} judgements, ${lapsed.length} of them lapsed: the rule no longer finds these words.`)
  for (const one of lapsed) say(`  ${one.rule} in ${one.document}, ${one.start}–${one.end}`)
}

function drawn(rule: string | undefined): {
  readonly sample: Sample
  readonly hits: readonly Hit[]
  readonly rule: string
} {
  if (!existsSync(SAMPLE)) throw new Error('There is no sample; draw one: npm run accuracy -- draw [INPUT…]')
  if (rule === undefined || !known.includes(rule)) throw new Error(`Name a rule: ${known.join(', ')}.`)
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Sample
  return { sample, rule, hits: sample.hits[rule] ?? [] }
}

function show([name, range]: readonly string[]): void {
  const { rule, hits, sample } = drawn(name)
  const verdicts = new Map(judgements.map((one) => [keyOf(one), one.verdict]))
  const numbers = range === undefined ? hits.map((_, at) => at + 1) : numbersOf(range, hits.length)
  say(
    `${rule}: ${textRules.find((one) => one.name === rule)?.describes} ${hits.length} drawn of ${sample.counts[rule]}.`,
  )
  for (const number of numbers) {
    const hit = hits[number - 1]
    if (hit === undefined) continue
    say(`\n[${number}] ${hit.kind}: ${hit.facts}   ${hit.document} ${verdicts.get(keyOf(hit)) ?? ''}`)
    say(`    …${hit.before}>>>${hit.words}<<<${hit.after}…`)
  }
}

function judge([name]: readonly string[]): void {
  const { rule, hits, sample } = drawn(name)
  const { right, wrong, note, on } = values
  const given = (ranges: string | undefined) => (ranges === undefined ? [] : numbersOf(ranges, hits.length))
  const [yes, no] = [given(right), given(wrong)]
  const both = yes.filter((number) => no.includes(number))
  if (both.length > 0) throw new Error(`${both.join(', ')} cannot be both right and wrong.`)
  if (yes.length + no.length === 0)
    throw new Error('Say which are --right and which --wrong: --right 1-20,22 --wrong 21')
  const made = [...yes, ...no].flatMap((number): Judgement[] => {
    const hit = hits[number - 1]
    if (hit === undefined) return []
    const { document, sha256, start, end } = hit
    const verdict = no.includes(number) ? 'wrong' : 'right'
    return [{ rule, document, sha256, start, end, verdict, note, date: on, sample: sample.name, lapsed: false }]
  })
  const all = withJudgements(judgements, made)
  save(all)
  const [figure] = figuresOf(all, [rule])
  say(
    `${rule}: ${figure?.right} right of ${figure?.judged} judged${(figure?.judged ?? 0) < ENOUGH ? `; ${ENOUGH} make a figure` : ''}.`,
  )
}

const COMMANDS: Readonly<Record<string, (names: readonly string[]) => void | Promise<void>>> = {
  draw,
  show,
  judge,
  report: () => save(judgements),
}
try {
  const run = COMMANDS[command]
  if (run === undefined) throw new Error(`${command} is none of ${Object.keys(COMMANDS).join(', ')}.`)
  await run(rest)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 2
}
