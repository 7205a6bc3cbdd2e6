/** Hands: the same work done in this thread or, where there is enough of it, in several; results come in order. */
import { Worker } from 'node:worker_threads'
import type { Settings } from '../config.ts'
import type { GroupPlan } from '../reconcile/index.ts'
import { workerFile } from '../worker-file.ts'
import type { InputFile } from './inputs.ts'
import type { Place } from './spool.ts'
import type { MadeDocument, ReadInput, Workshop } from './workshop.ts'

/** Tasks from which threads are worth their start. */
const ENOUGH = 100
/** Tasks that wait in each thread, or for the validation beside this one, so that none stands idle. */
const AHEAD = 4

export type Task =
  | { readonly kind: 'read'; readonly file: InputFile }
  | { readonly kind: 'make'; readonly group: GroupPlan<Place> }

/** What a worker sends back: the result, or what was thrown. */
export type Answer = { readonly result: ReadInput | MadeDocument } | { readonly error: string }

/** What a worker is started with. */
export interface Tools {
  readonly settings: Settings
  /** Where the readings rest. */
  readonly folder: string
}

export interface Crew {
  read(files: readonly InputFile[]): AsyncIterable<ReadInput>
  make(groups: readonly GroupPlan<Place>[]): AsyncIterable<MadeDocument>
  close(): Promise<void>
}

/**
 * @param workshop of this thread
 * @param tools for other threads
 * @param enough tasks from which threads are used
 */
export function createCrew(workshop: Workshop, tools: Tools, enough = ENOUGH): Crew {
  const { jobs } = tools.settings
  const here = (task: Task) => perform(workshop, task)
  let hands: readonly Hand[] = []
  async function* work<T>(tasks: readonly Task[], aheadHere: number): AsyncGenerator<T> {
    const isAlone = jobs === 1 || tasks.length < enough
    if (!isAlone && hands.length === 0) hands = Array.from({ length: jobs }, () => startHand(tools))
    const workers = isAlone ? [here] : hands
    const ahead = isAlone ? aheadHere : hands.length * AHEAD
    const under: Promise<T>[] = []
    for (const [i, task] of tasks.entries()) {
      const result = workers[i % workers.length]?.(task) as Promise<T>
      // What fails is thrown in its turn; until then nobody waits for it.
      result.catch(() => {})
      under.push(result)
      const first = under.length > ahead ? under.shift() : undefined
      if (first !== undefined) yield await first
    }
    for (const rest of under) yield await rest
  }
  return {
    read: (files) =>
      // One file at a time: each may be large.
      work<ReadInput>(
        files.map((file) => ({ kind: 'read', file })),
        0,
      ),
    make: (groups) =>
      work<MadeDocument>(
        groups.map((group) => ({ kind: 'make', group })),
        AHEAD,
      ),
    close: async () => {
      await Promise.all(hands.map((hand) => hand.stop()))
      await workshop.close()
    },
  }
}

/** Does one task. */
export async function perform(workshop: Workshop, task: Task): Promise<ReadInput | MadeDocument> {
  return task.kind === 'read' ? workshop.read(task.file) : workshop.make(task.group)
}

interface Hand {
  (task: Task): Promise<ReadInput | MadeDocument>
  stop(): Promise<unknown>
}

/** One thread: it answers in the order in which it was asked. */
function startHand(tools: Tools): Hand {
  const worker = new Worker(workerFile(import.meta.filename, 'worker'), { workerData: tools, execArgv: [] })
  const waiting: {
    readonly resolve: (result: ReadInput | MadeDocument) => void
    readonly reject: (error: Error) => void
  }[] = []
  let fallen: Error | undefined
  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift()
    if ('result' in answer) asked?.resolve(answer.result)
    else asked?.reject(new Error(answer.error))
  })
  worker.on('error', (error: Error) => {
    fallen = error
    for (const { reject } of waiting.splice(0)) reject(error)
  })
  const ask = (task: Task) =>
    new Promise<ReadInput | MadeDocument>((resolve, reject) => {
      if (fallen !== undefined) return reject(fallen)
      waiting.push({ resolve, reject })
      worker.postMessage(task)
    })
  return Object.assign(ask, { stop: () => worker.terminate() })
}
