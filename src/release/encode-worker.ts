/** Entry of the thread that makes dumps. */
import { answerQuestions } from '../worker.ts'
import { encode } from './encode.ts'
import type { Question } from './encoder.ts'

answerQuestions(({ order, draft }: Question) => encode(order, draft))
