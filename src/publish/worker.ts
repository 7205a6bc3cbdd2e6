/** Entry of a thread: takes tasks, answers each. */
import { workerData } from 'node:worker_threads'
import { answerQuestions, oneByOne } from '../worker.ts'
import { perform, type Task, type Tools } from './crew.ts'
import { createWorkshop } from './workshop.ts'

const { settings, folder } = workerData as Tools
const workshop = createWorkshop(settings, folder)
answerQuestions(oneByOne((task: Task) => perform(workshop, task)))
