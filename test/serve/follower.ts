/** A client that keeps a copy of a collection in step by its changes feed, as docs/changes.md tells to do it. */
import { expect } from 'vitest'
import { quadLine } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import type { requester } from './world.ts'

type Ask = ReturnType<typeof requester>

/** A page of the feed. */
export interface Page {
  readonly id: string
  readonly type: string
  readonly partOf: { readonly id: string }
  readonly next?: string
  readonly prev?: string
  readonly orderedItems: readonly {
    readonly type: string
    readonly published: string
    readonly object: { readonly id: string; readonly type: string; readonly updated: string }
  }[]
}

/** The path at which an IRI is asked for. */
export const pathOf = (base: string, iri: string): string => encodeURI(iri.slice(base.length))

export async function getJson<T>(ask: Ask, base: string, iri: string): Promise<T> {
  const answer = await ask(pathOf(base, iri), { headers: { accept: 'application/activity+json' } })
  expect(answer.status).toBe(200)
  return JSON.parse(answer.text) as T
}

/** A copy of the collection, by the object that each statement came with. */
export class Follower {
  readonly #ask: Ask
  readonly #base: string
  readonly #copy = new Map<string, readonly string[]>()
  #until = ''
  /** Called before each request of a thing. */
  onGet: () => Promise<void> = async () => {}

  constructor(ask: Ask, base: string) {
    this.#ask = ask
    this.#base = base
  }

  get lines(): string[] {
    return [...new Set([...this.#copy.values()].flat())].sort()
  }

  /** From the newest page back to what is known; then each thing that changed, as it stands now. */
  async follow(): Promise<void> {
    const { last } = await getJson<{ last: { id: string } }>(this.#ask, this.#base, `${this.#base}/changes`)
    const changed = new Set<string>()
    let newest = this.#until
    for (let at: string | undefined = last.id; at !== undefined; ) {
      const page: Page = await getJson<Page>(this.#ask, this.#base, at)
      for (const { published, object } of page.orderedItems) {
        // Two releases may have one time: what was seen at it may have changed again.
        if (published >= this.#until) changed.add(object.id)
        if (published > newest) newest = published
      }
      at = (page.orderedItems[0]?.published ?? '') >= this.#until ? page.prev : undefined
    }
    for (const iri of changed) {
      await this.onGet()
      this.#copy.set(iri, await this.#get(iri))
    }
    this.#until = newest
  }

  async #get(iri: string): Promise<string[]> {
    const headers = { accept: 'application/n-quads' }
    let answer = await this.#ask(pathOf(this.#base, iri), { headers })
    if (answer.status === 303)
      answer = await this.#ask(new URL(String(answer.headers['location'])).pathname, { headers })
    if (answer.status === 410) return []
    // Gone for good, or gone again since the feed was read.
    if (answer.status === 404 || answer.status === 301) return []
    expect(answer.status).toBe(200)
    const isThing = iri.startsWith(`${this.#base}/id/`)
    return (await parse(answer.text, 'nquads'))
      .filter(({ subject, graph }) =>
        isThing
          ? subject.value.split('#')[0] === iri && graph.termType === 'NamedNode'
          : !subject.value.startsWith(`${this.#base}/id/`),
      )
      .map(quadLine)
  }
}
