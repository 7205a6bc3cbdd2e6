/** The thread of a searcher: opens the index and answers, one question after the other. */
import { workerData } from 'node:worker_threads'
import { answerQuestions } from '../worker.ts'
import { openIndex } from './read.ts'
import type { Asked, Told } from './searcher.ts'

const index = openIndex(workerData as string)
answerQuestions<Asked, Told>(async (asked) =>
  'shelf' in asked ? index.search(asked.shelf, asked.words, asked.options) : index.find(asked),
)
