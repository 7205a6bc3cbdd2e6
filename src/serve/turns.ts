/** Work that takes turns: some at a time, some that wait, and none beyond. */

/**
 * @param atOnce how much runs at the same time
 * @param mostWaiting how much may wait
 * @returns runs what it is given in its turn, in the order of asking; undefined at once where too much waits
 */
export function createTurns(
  atOnce: number,
  mostWaiting: number,
): <T>(work: () => Promise<T>) => Promise<T | undefined> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) return undefined
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      // The place goes on to the next, so that none who comes now slips in before.
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
