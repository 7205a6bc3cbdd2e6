/** A thread that does trials one after the other, so that one that hangs can be ended from outside. */
import { parentPort, workerData } from 'node:worker_threads'
import { createSources } from './cases.ts'
import { createTrial } from './trial.ts'

export interface Result {
  readonly number: number
  readonly faults: readonly string[]
  /**
   * By the clock or by the processor, whichever is less: a machine that is busy with something else does not count,
   * nor do threads that help.
   */
  readonly milliseconds: number
  readonly bytes: number
}

const { caseOf } = createSources(workerData as number)
const trial = createTrial()
parentPort?.on('message', async (number: number) => {
  const { bytes } = caseOf(number)
  const [start, begun] = [process.cpuUsage(), performance.now()]
  const faults = await trial(bytes, `case-${number}`).catch((error: Error) => [
    `thrown: ${error.stack ?? error.message}`,
  ])
  const { user, system } = process.cpuUsage(start)
  const milliseconds = Math.min((user + system) / 1000, performance.now() - begun)
  const result: Result = { number, faults, milliseconds, bytes: bytes.length }
  parentPort?.postMessage(result)
})
