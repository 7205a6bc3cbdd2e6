/** How much of the threads each client has used of late: what decides who has to leave the last free one to others. */

export interface Usage {
  /** Notes a query of so many milliseconds. */
  add(client: string, milliseconds: number): void
  /** Whether a client's queries, the one that runs for so many milliseconds among them, have been long of late. */
  isHeavy(client: string, running?: number): boolean
}

/** The first second of a query is anybody's, in milliseconds; what goes beyond it counts. */
const FREE = 1000
/** What may have counted before a client is heavy, in milliseconds. */
const ALLOWED = 1000
/** After which half of it is forgotten, in milliseconds. */
const HALF_LIFE = 60_000
/** Beyond this many clients the oldest are forgotten, which only ever allows more. */
const MOST_CLIENTS = 10_000

/** @param now A clock in milliseconds. */
export function createUsage(now: () => number = () => performance.now()): Usage {
  const used = new Map<string, { readonly amount: number; readonly at: number }>()
  const beyond = (milliseconds: number) => Math.max(0, milliseconds - FREE)
  const left = (client: string) => {
    const { amount, at } = used.get(client) ?? { amount: 0, at: 0 }
    return amount * 0.5 ** ((now() - at) / HALF_LIFE)
  }
  return {
    add: (client, milliseconds) => {
      const amount = left(client) + beyond(milliseconds)
      used.delete(client)
      if (amount >= 1) used.set(client, { amount, at: now() })
      const [oldest] = used.keys()
      if (used.size > MOST_CLIENTS && oldest !== undefined) used.delete(oldest)
    },
    isHeavy: (client, running = 0) => left(client) + beyond(running) > ALLOWED,
  }
}
