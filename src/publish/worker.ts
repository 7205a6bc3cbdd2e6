/** Entry of a thread: takes tasks, answers each. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Settings } from '../config.ts'
import { type Answer, perform, type Task } from './crew.ts'
import { createWorkshop } from './workshop.ts'

const workshop = createWorkshop(workerData as Settings)
let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (task: Task) => {
  last = last.then(async () => {
    const answer: Answer = await perform(workshop, task).then(
      (result) => ({ result }),
      (error: Error) => ({ error: error.message }),
    )
    parentPort?.postMessage(answer)
  })
})
