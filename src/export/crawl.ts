/** Everything that the web application has for a collection, asked of it as a client would: no second way to make a page. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

/** What stands at an address. */
export interface Found {
  /** Path below the base, with parameters. */
  readonly address: string
  readonly status: number
  /** Without parameters. */
  readonly mediaType: string
  readonly body: Response['body']
  text(): Promise<string>
}

/** Requests at the same time: the application answers in one thread, the files are written meanwhile. */
const AT_ONCE = 8

/**
 * Asks for addresses, and for those that are found on the way, each once.
 * @param app that believes proxies on loopback
 * @param base of the collection, as which the application is asked
 * @param visit takes what stands there, and gives the addresses that it leads to
 */
export async function crawl(
  app: Express,
  base: string,
  first: AsyncIterable<string>,
  visit: (found: Found) => Promise<readonly string[]>,
): Promise<void> {
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { host, protocol, pathname } = new URL(base)
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname.replace(/\/$/, '')}`
  const headers = {
    'X-Forwarded-Host': host,
    'X-Forwarded-Proto': protocol.slice(0, -1),
    'Accept-Encoding': 'identity',
    Accept: 'text/html,*/*;q=0.5',
  }

  const ask = async (address: string): Promise<readonly string[]> => {
    const response = await fetch(origin + address, { headers, redirect: 'manual' })
    const mediaType = response.headers.get('Content-Type')?.split(';', 1)[0] ?? ''
    const { status, body } = response
    return visit({ address, status, mediaType, body, text: () => response.text() })
  }

  const seen = new Set<string>()
  const open: string[] = []
  const add = (address: string) => {
    if (seen.has(address)) return
    seen.add(address)
    open.push(address)
  }
  const source = first[Symbol.asyncIterator]()
  /** What was found first, so that the list does not grow; then what was given. */
  const next = async (): Promise<string | undefined> => {
    for (;;) {
      const found = open.pop()
      if (found !== undefined) return found
      const given = await source.next()
      if (given.done) return undefined
      add(given.value)
    }
  }
  const running = new Set<Promise<void>>()
  try {
    for (;;) {
      const address = running.size < AT_ONCE ? await next() : undefined
      if (address !== undefined) {
        const work: Promise<void> = ask(address).then((more) => {
          running.delete(work)
          for (const found of more) add(found)
        })
        running.add(work)
      } else if (running.size === 0) return
      else await Promise.race(running)
    }
  } finally {
    await Promise.allSettled(running)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
