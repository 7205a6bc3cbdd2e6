/** A thread that does trials one after the other, so that one that hangs can be ended from outside. */
import { parentPort, workerData } from 'node:worker_threads'
import { createSources } from './cases.ts'
import { createTrial } from './trial.ts'

export interface Result {
  readonly number: number
  readonly faults: readonly string[]
  /** Of the processor: a machine that is busy with something else does not count. */
  readonly milliseconds: number
  readonly bytes: number
}

const { caseOf } = createSources(workerData as number)
const trial = createTrial()
parentPort?.on('message', async (number: number) => {
  const { bytes } = caseOf(number)
  const start = process.cpuUsage()
  const faults = await trial(bytes, `case-${number}`).catch((error: Error) => [
    `thrown: ${error.stack ?? error.message}`,
  ])
  const { user, system } = process.cpuUsage(start)
  const result: Result = { number, faults, milliseconds: (user + system) / 1000, bytes: bytes.length }
  parentPort?.postMessage(result)
})
