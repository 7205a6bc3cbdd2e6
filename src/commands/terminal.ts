/** What is said on the standard streams: sentences, problems, progress. Data alone goes to standard output. */
import { Presets, SingleBar } from 'cli-progress'
import type { Problem, ProblemCode } from '../problem.ts'
import type { Step } from '../publish.ts'

export interface Terminal {
  /** A line of information; nothing with `--quiet`. */
  say(line: string): void
  /** A line that is printed always. */
  warn(line: string): void
  /** Shows how far a stage is: a bar on a terminal, a line at the end of each stage otherwise. */
  progress(step: Step): void
  /** Ends the bar, if there is one. */
  settle(): void
}

/** Speaks on standard error, so that standard output holds nothing but data. */
export function createTerminal(quiet = false): Terminal {
  const bar = process.stderr.isTTY && !quiet
  let current: { readonly stage: string; readonly started: number; readonly bar: SingleBar } | undefined
  const settle = () => {
    current?.bar.stop()
    current = undefined
  }
  const line = (text: string) => {
    settle()
    process.stderr.write(`${text}\n`)
  }
  return {
    say: (text) => {
      if (!quiet) line(text)
    },
    warn: line,
    settle,
    progress: ({ stage, done, total }) => {
      if (quiet || total === 0) return
      if (!bar) {
        if (done === total) process.stderr.write(`${stage}: ${total}\n`)
        return
      }
      if (current?.stage !== stage) {
        settle()
        const format = `${stage.padEnd(9)} {bar} {value}/{total} · {rate}/s · {eta_formatted} left`
        current = {
          stage,
          started: Date.now(),
          bar: new SingleBar({ format, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic),
        }
        current.bar.start(total, 0, { rate: 0 })
      }
      current.bar.update(done, { rate: Math.round(done / Math.max(0.001, (Date.now() - current.started) / 1000)) })
      if (done === total) settle()
    },
  }
}

const MARKS = { error: 'error', warning: 'warning', info: 'note' } as const

/** `data/a.txt:12: warning: No date was found. …` */
export function problemLine({ path, line, severity, message, document }: Problem): string {
  const where = [path?.replace(/\p{Cc}/gu, '?'), line].filter((part) => part !== undefined).join(':') || document
  return `${where === undefined ? '' : `${where}: `}${MARKS[severity]}: ${message}`
}

/** Errors and warnings one by one, errors first; at most `limit` of them, and how many more there are. */
export function printProblems(terminal: Terminal, problems: readonly Problem[], limit = 40): void {
  const serious = (['error', 'warning'] as const).flatMap((severity) => problems.filter((p) => p.severity === severity))
  for (const problem of serious.slice(0, limit)) terminal.warn(problemLine(problem))
  if (serious.length > limit) terminal.warn(`… and ${serious.length - limit} more.`)
}

/** Warnings of these kinds are told apart by their documents only. */
const ALIKE: ReadonlySet<ProblemCode> = new Set(['document-stale', 'date-conflict'])

/** Errors one by one; of the warnings each sentence once, with how often and where first. The rest is in the report. */
export function printSummary(terminal: Terminal, problems: readonly Problem[]): void {
  printProblems(
    terminal,
    problems.filter(({ severity }) => severity === 'error'),
  )
  const warnings = new Map<string, readonly [first: Problem, count: number]>()
  for (const problem of problems.filter(({ severity }) => severity === 'warning')) {
    const key = ALIKE.has(problem.code) ? problem.code : problem.message
    const [first = problem, count = 0] = warnings.get(key) ?? []
    warnings.set(key, [first, count + 1])
  }
  for (const [first, count] of warnings.values())
    terminal.say(`${problemLine(first)}${count > 1 ? ` (${count} times like this)` : ''}`)
}
