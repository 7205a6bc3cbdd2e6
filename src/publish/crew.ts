/** Hands: the same work done in this thread or, where there is enough of it, in several; results come in order. */
import type { Settings } from '../config.ts'
import type { GroupPlan } from '../reconcile/index.ts'
import { type Answerer, startAnswerer, workerFile } from '../worker.ts'
import type { InputFile } from './inputs.ts'
import type { Place } from './spool.ts'
import type { MadeDocument, ReadInput, Workshop } from './workshop.ts'

/** Tasks from which threads are worth their start. */
const ENOUGH = 100
/** Tasks that wait in each thread, or for the validation beside this one, so that none stands idle. */
const AHEAD = 4
const ENTRY = workerFile(import.meta.filename, 'worker')

export type Task =
  | { readonly kind: 'read'; readonly file: InputFile }
  | { readonly kind: 'make'; readonly group: GroupPlan<Place> }

type Result = ReadInput | MadeDocument

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
  let hands: readonly Answerer<Task, Result>[] = []
  async function* work<T>(tasks: readonly Task[], aheadHere: number): AsyncGenerator<T> {
    const isAlone = jobs === 1 || tasks.length < enough
    if (!isAlone && hands.length === 0) hands = Array.from({ length: jobs }, () => startAnswerer(ENTRY, tools))
    const workers = isAlone ? [here] : hands.map(({ ask }) => ask)
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
export async function perform(workshop: Workshop, task: Task): Promise<Result> {
  return task.kind === 'read' ? workshop.read(task.file) : workshop.make(task.group)
}
