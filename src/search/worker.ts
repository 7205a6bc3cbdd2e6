/** The thread of a searcher: opens the index and answers, one search after the other. */
import { workerData } from 'node:worker_threads'
import { answerQuestions } from '../worker.ts'
import { type Found, openIndex } from './read.ts'
import type { Sought } from './searcher.ts'

const index = openIndex(workerData as string)
answerQuestions<Sought, Found>(async ({ shelf, words, options }) => index.search(shelf, words, options))
