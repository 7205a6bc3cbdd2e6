/** A crawler that takes what it is given over several connections, and what that costs the server. */
import { existsSync, readFileSync } from 'node:fs'

/** Connections of the crawler. */
export const CONNECTIONS = 8

export interface Crawled {
  /** Requests a second. */
  readonly rate: number
  /** Milliseconds of a request. */
  readonly median: number
  readonly p99: number
  /** Milliseconds of the server's processor for a request. */
  readonly processor: number
}

/** Seconds of processor that a process and those that it started have taken, where the system tells. */
export function processorOf(pid: number | undefined): number {
  const path = `/proc/${pid}`
  if (!existsSync(path)) return Number.NaN
  const cells = readFileSync(`${path}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const children = readFileSync(`${path}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  const others = children.map((child) => processorOf(Number(child)) || 0)
  return others.reduce((sum, seconds) => sum + seconds, (Number(cells[11]) + Number(cells[12])) / 100)
}

export const at = (times: number[], part: number): number =>
  times.sort((a, b) => a - b)[Math.floor(part * (times.length - 1))] ?? 0

/**
 * Asks for each address once.
 * @param headers of an address
 * @param tags what the server has said of an address before, and says now: with one it is asked whether it holds
 * @throws Error where an answer is none
 */
export async function crawl(
  addresses: readonly string[],
  headers: (address: string) => Readonly<Record<string, string>>,
  tags: Map<string, string>,
  pid: number | undefined,
): Promise<Crawled> {
  const times: number[] = []
  const [begun, start] = [processorOf(pid), performance.now()]
  let next = 0
  const worker = async () => {
    for (let address = addresses[next++]; address !== undefined; address = addresses[next++]) {
      const from = performance.now()
      const known = tags.get(address)
      const response = await fetch(address, {
        headers: { 'user-agent': 'bench', ...headers(address), ...(known !== undefined && { 'if-none-match': known }) },
      })
      await response.arrayBuffer()
      const expected = known === undefined ? 200 : 304
      if (response.status !== expected) throw new Error(`${response.status} for ${address}`)
      const tag = response.headers.get('etag')
      if (tag !== null) tags.set(address, tag)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  const seconds = (performance.now() - start) / 1000
  return {
    rate: Math.round(addresses.length / seconds),
    median: at(times, 0.5),
    p99: at(times, 0.99),
    processor: ((processorOf(pid) - begun) / addresses.length) * 1000,
  }
}

/** The cells of a table. */
export const cellsOf = ({ rate, median, p99, processor }: Crawled) => [
  rate,
  median.toFixed(1),
  p99.toFixed(1),
  processor.toFixed(2),
]
export const CELLS = ['requests a second', 'median, ms', 'p99, ms', 'processor, ms each']
