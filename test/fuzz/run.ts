/**
 * `npm run fuzz -- [COUNT] [SEED] [FIRST]`: COUNT mutated inputs from the number FIRST on. Ends with 1 where one
 * crashes, takes longer than two seconds (of more than 100 kB: in proportion), has false evidence, or harms another file of its build. The same seed gives
 * the same inputs; what failed is written beside its number, to be run again alone (`npm run fuzz -- 1 SEED NUMBER`).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildAmong } from './build.ts'
import { createSources } from './cases.ts'
import type { Result } from './worker.ts'

const [count = 2000, seed = 1, first = 0] = process.argv.slice(2).map(Number)
/**
 * What one input may take, one of more than 100 kB in proportion, on a quiet machine (`PATIENCE` times that on a shared
 * one); and after which time its thread is ended.
 */
const [SLOW, EACH, HANGS] = [2000 * Number(process.env['PATIENCE'] ?? 1), 100_000, 60_000]
const timeOf = ({ milliseconds, bytes }: Result) => milliseconds / Math.max(1, bytes / EACH)
const isSlow = (result: Result) => timeOf(result) > SLOW
/** Inputs for one build, and in how many one of them is. */
const [IN_BUILD, EVERY] = [20, 1000]

const sources = createSources(seed)
const folder = join(tmpdir(), `fuzz-${seed}`)
const say = (line: string) => process.stdout.write(`${line}\n`)
let failed = 0
/** Of each input, in proportion where it is large. */
const times: number[] = []

function fail(number: number, faults: readonly string[]): void {
  failed++
  const { bytes, story } = sources.caseOf(number)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, String(number)), bytes)
  say(`${number}: ${story} (${bytes.length} bytes, in ${join(folder, String(number))})`)
  for (const fault of faults) say(`    ${fault.slice(0, 1500)}`)
}

/** A thread for trials, one at a time. */
class Tester {
  readonly #worker = new Worker(join(import.meta.dirname, 'worker.js'), { workerData: seed })
  #answer: (result: Result | Error) => void = () => {}

  constructor() {
    this.#worker.on('message', (result: Result) => this.#answer(result))
    this.#worker.on('error', (error) => this.#answer(error))
  }

  /** The result of one case, or a sentence where there is none. */
  ask(number: number, patience: number): Promise<Result | string> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(`no answer after ${patience} ms`), patience)
      this.#answer = (result) => {
        clearTimeout(timer)
        resolve(result instanceof Error ? `the thread ended: ${result.message}` : result)
      }
      this.#worker.postMessage(number)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

const started = performance.now()
let tester = new Tester()
// The first answer waits for the thread's start.
await tester.ask(first, 60_000)
for (let number = first; number < first + count; number++) {
  let result = await tester.ask(number, HANGS)
  // The processor counts what is swept up after earlier inputs: it may try again.
  for (let again = 0; again < 2 && typeof result !== 'string' && isSlow(result); again++)
    result = await tester.ask(number, HANGS)
  if (typeof result === 'string') {
    fail(number, [result])
    await tester.end()
    tester = new Tester()
  } else if (result.faults.length > 0) fail(number, result.faults)
  else if (isSlow(result)) fail(number, [`it took ${Math.round(result.milliseconds)} ms`])
  if (typeof result !== 'string') times.push(timeOf(result))
  const done = number - first + 1
  if (done % EVERY === 0 || done === count) {
    const numbers = Array.from({ length: Math.min(IN_BUILD, done) }, (_, n) => number - n)
    const faults = await buildAmong(numbers.map(sources.caseOf))
    if (faults.length > 0) fail(number, faults)
    say(`${done} of ${count}, ${failed} failed, ${Math.round((performance.now() - started) / 1000)} s`)
  }
}
await tester.end()
times.sort((a, b) => a - b)
const share = (part: number) => `${Math.round(times[Math.floor(part * (times.length - 1))] ?? 0)} ms`
say(`Half took at most ${share(0.5)}, 999 of 1,000 at most ${share(0.999)}, the slowest ${share(1)}`)
say(
  `${count} inputs made of ${sources.files.length} files with the seed ${seed}: ${failed === 0 ? 'all well' : `${failed} failed`}`,
)
process.exitCode = failed === 0 ? 0 : 1
