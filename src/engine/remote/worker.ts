/** The entry of the thread that writes large answers. */
import { answerQuestions } from '../../worker.ts'
import { type Draft, type Written, write } from './write.ts'

answerQuestions<Draft, Written>(write)
