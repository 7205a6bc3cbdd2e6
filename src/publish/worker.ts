/** Entry of a thread: takes tasks, answers each. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Answer, perform, type Task, type Tools } from './crew.ts'
import { createWorkshop } from './workshop.ts'

const { settings, folder } = workerData as Tools
const workshop = createWorkshop(settings, folder)
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
