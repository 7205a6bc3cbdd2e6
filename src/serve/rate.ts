/** How much one client may ask for: a bucket for each, filled again steadily. */
import type { Request } from 'express'
import { HttpFailure } from './failure.ts'

const MINUTE = 60_000
/** Beyond this many clients the oldest buckets are forgotten, which only ever allows more. */
const MOST_CLIENTS = 10_000

/** Who asks: programs behind one address are told apart. */
export const clientOf = (req: Request): string => `${req.ip} ${req.get('User-Agent') ?? ''}`

/**
 * @param perMinute How many a client may send in a minute, also all at once; 0 for any number.
 * @param what What is counted: `queries`.
 */
export function limitRate(perMinute: number, what: string): (req: Request) => void {
  const buckets = new Map<string, { left: number; at: number }>()
  return (req) => {
    if (perMinute === 0) return
    const client = clientOf(req)
    const now = performance.now()
    const { left, at } = buckets.get(client) ?? { left: perMinute, at: now }
    const available = Math.min(perMinute, left + ((now - at) / MINUTE) * perMinute)
    buckets.delete(client)
    buckets.set(client, { left: Math.max(0, available - 1), at: now })
    const [oldest] = buckets.keys()
    if (buckets.size > MOST_CLIENTS && oldest !== undefined) buckets.delete(oldest)
    if (available >= 1) return
    const wait = Math.ceil(((1 - available) / perMinute) * (MINUTE / 1000))
    throw new HttpFailure(429, `More than ${perMinute} ${what} in a minute. Wait, or take the dumps.`, {
      'Retry-After': String(wait),
    })
  }
}
