/** A random sample that can be drawn again: the hits of each rule whose seeded hashes are the smallest. */
import { createHash } from 'node:crypto'
import { keyOf, type Place } from './judgements.ts'

/** No random numbers: the same seed and documents give the same hits, in the same order, on any machine. */
const rankOf = (seed: string, place: Place): string =>
  createHash('sha256')
    .update(`${seed} ${keyOf(place)}`)
    .digest('hex')

export class Draw<H extends Place> {
  readonly #seed: string
  readonly #size: number
  readonly #ranked = new Map<string, { readonly rank: string; readonly hit: H }[]>()
  readonly #counts = new Map<string, number>()
  /** Rules that can find something, also those without a hit. */
  constructor(seed: string, size: number) {
    this.#seed = seed
    this.#size = size
  }

  add(hit: H): void {
    const { rule } = hit
    const ranked = this.#ranked.get(rule) ?? []
    this.#ranked.set(rule, ranked)
    this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + 1)
    ranked.push({ rank: rankOf(this.#seed, hit), hit })
    if (ranked.length >= 4 * this.#size) this.#cut(rule)
  }

  #cut(rule: string): void {
    const ranked = [...(this.#ranked.get(rule) ?? [])].sort((a, b) => (a.rank < b.rank ? -1 : 1))
    this.#ranked.set(rule, ranked.slice(0, this.#size))
  }

  /** How many hits the rule has in all. */
  count(rule: string): number {
    return this.#counts.get(rule) ?? 0
  }

  /** The hits drawn for a rule, in their order. */
  drawn(rule: string): readonly H[] {
    this.#cut(rule)
    return (this.#ranked.get(rule) ?? []).map(({ hit }) => hit)
  }
}
