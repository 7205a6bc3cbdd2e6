/** The thread in which words are sought, as a value: started, asked one query at a time, ended when it takes too long. */
import { Worker } from 'node:worker_threads'
import { workerFile } from '../../worker.ts'
import { EngineError, timeoutError } from '../engine.ts'
import type { SeekerData, SeekerMessage } from './message.ts'

export interface SeekerThread {
  /**
   * The answer to a query.
   * @throws EngineError `timeout` after so many milliseconds, `unavailable` when it fails: the thread is ended then
   */
  ask(text: string, timeout: number): Promise<SeekerMessage>
  stop(): void
}

/** Starts the thread; resolves when it can be asked. The process need not wait for it, but for its answers. */
export async function startSeeker(data: SeekerData): Promise<SeekerThread> {
  const worker = new Worker(workerFile(import.meta.filename, 'worker'), { workerData: data, execArgv: [] })
  const stop = () => void worker.terminate()
  const next = (timeout?: number) =>
    new Promise<SeekerMessage>((resolve, reject) => {
      worker.ref()
      const timer = timeout === undefined ? undefined : setTimeout(() => fail(timeoutError(timeout)), timeout)
      const end = () => {
        clearTimeout(timer)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref()
      }
      const fail = (error: EngineError) => {
        end()
        stop()
        reject(error)
      }
      const onError = ({ message }: Error) => fail(new EngineError('unavailable', `The search failed (${message}).`))
      const onExit = () => fail(new EngineError('unavailable', 'The search was ended.'))
      const onMessage = (message: SeekerMessage) => {
        end()
        resolve(message)
      }
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    })
  await next()
  return {
    ask: (text, timeout) => {
      const answer = next(timeout)
      worker.postMessage(text)
      return answer
    },
    stop,
  }
}
