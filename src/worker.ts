/**
 * Threads: where the entry of one is, and one that answers questions, seen from both sides. Threads run compiled code,
 * also when who starts them is run as TypeScript.
 */
import { dirname, join, sep } from 'node:path'
import { parentPort, Worker } from 'node:worker_threads'

const SOURCES = `${sep}src${sep}`

/**
 * The file of a thread's entry beside a module.
 * @param module `import.meta.filename` of who starts the thread
 * @param entry name of the entry without its ending
 */
export function workerFile(module: string, entry: string): string {
  const at = module.endsWith('.ts') ? module.lastIndexOf(SOURCES) : -1
  const compiled = at === -1 ? module : `${module.slice(0, at)}${sep}dist${sep}${module.slice(at + SOURCES.length)}`
  return join(dirname(compiled), `${entry}.js`)
}

/** A thread that answers questions. */
export interface Answerer<Question, Answer> {
  /** Rejects with what the thread met, or with what ended it. */
  ask(question: Question): Promise<Answer>
  stop(): Promise<unknown>
}

interface Asked<Question> {
  readonly number: number
  readonly question: Question
}
type Told<Answer> = { readonly number: number } & ({ readonly answer: Answer } | { readonly error: Error })

interface Waiting<Answer> {
  resolve(answer: Answer): void
  reject(error: Error): void
}

/**
 * Starts a thread whose entry calls `answerQuestions`. While nothing is asked, the process need not wait for it. Flags of
 * the process (`-e`, `--input-type`) are not for it.
 * @param file of `workerFile`
 */
export function startAnswerer<Question, Answer>(file: string, workerData?: unknown): Answerer<Question, Answer> {
  const worker = new Worker(file, { workerData, execArgv: [] })
  worker.unref()
  const waiting = new Map<number, Waiting<Answer>>()
  let asked = 0
  let fallen: Error | undefined
  worker.on('message', (told: Told<Answer>) => {
    const asker = waiting.get(told.number)
    waiting.delete(told.number)
    if (waiting.size === 0) worker.unref()
    if ('answer' in told) asker?.resolve(told.answer)
    else asker?.reject(told.error)
  })
  worker.on('error', (error: Error) => {
    fallen = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (fallen !== undefined) return reject(fallen)
        const number = asked++
        waiting.set(number, { resolve, reject })
        worker.ref()
        worker.postMessage({ number, question } satisfies Asked<Question>)
      }),
    stop: () => worker.terminate(),
  }
}

/** Answers, in the thread, each question as it comes: also before the one before is answered. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  parentPort?.on('message', async ({ number, question }: Asked<Question>) => {
    const told: Told<Answer> = await answer(question).then(
      (given) => ({ number, answer: given }),
      (error: Error) => ({ number, error }),
    )
    parentPort?.postMessage(told)
  })
}

/** The same work, one thing after the other. */
export function oneByOne<Question, Answer>(
  work: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve()
  return (question) => {
    const result = last.then(() => work(question))
    last = result.catch(() => {})
    return result
  }
}
