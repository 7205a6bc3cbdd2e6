/** Who waits, and whose turn it is: round robin by client, so that one client's hundred queries do not keep another's one waiting. */

export type Refusal = 'full' | 'client-full'

/** Something that waits. */
export interface Waiting {
  readonly client: string
  /** Called when it loses its place to a client with fewer. */
  evict(): void
}

export interface FairQueue<T extends Waiting> {
  readonly size: number
  /** Adds, or says why not: the queue is full, and this client has (not) part in it. */
  add(item: T): Refusal | undefined
  /** Takes the next in turn of the clients that may. */
  next(may: (client: string) => boolean): T | undefined
  /** Takes out one that does not want to wait any longer. */
  remove(item: T): void
}

/** A queue with `limit` places. When it is full, the last of the client that has most gives way to a client with fewer. */
export function createFairQueue<T extends Waiting>(limit: number): FairQueue<T> {
  // In the order of turns: who was served moves to the end.
  const clients = new Map<string, T[]>()
  let size = 0
  const remove = (item: T) => {
    const items = clients.get(item.client)
    const at = items?.indexOf(item) ?? -1
    if (items === undefined || at === -1) return
    items.splice(at, 1)
    size--
    if (items.length === 0) clients.delete(item.client)
  }
  return {
    get size() {
      return size
    },
    add: (item) => {
      const own = clients.get(item.client)?.length ?? 0
      if (size >= limit) {
        const [greediest] = [...clients.values()].sort((a, b) => b.length - a.length)
        const last = greediest?.at(-1)
        if (greediest === undefined || last === undefined || greediest.length <= own + 1)
          return own > 0 ? 'client-full' : 'full'
        remove(last)
        last.evict()
      }
      const items = clients.get(item.client) ?? []
      items.push(item)
      clients.set(item.client, items)
      size++
      return undefined
    },
    next: (may) => {
      const turn = [...clients].find(([client]) => may(client))
      if (turn === undefined) return undefined
      const [client, items] = turn
      const item = items.shift()
      size--
      clients.delete(client)
      if (items.length > 0) clients.set(client, items)
      return item
    },
    remove,
  }
}
