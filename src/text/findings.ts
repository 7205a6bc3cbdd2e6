/** Turns stretches of tokens into words of the source with their places. */
import type { Certainty, Found, SourceText } from '../document.ts'
import { oneLine } from '../letters.ts'
import type { Token } from './tokens.ts'

/** An act's or event's words should be the clause that says it, no more. */
const LONGEST = 260
const SHORTEST_CUT = 90

export class Findings {
  readonly #text: string
  readonly #tokens: readonly Token[]

  constructor({ text }: SourceText, tokens: readonly Token[]) {
    this.#text = text
    this.#tokens = tokens
  }

  /** The words of `[from, to)` as they stand. */
  raw(from: number, to: number): string {
    return this.#text.slice(this.#tokens[from]?.start, this.#tokens[to - 1]?.end)
  }

  /** The words of `[from, to)` on one line. */
  words(from: number, to: number): string {
    return to > from ? oneLine(this.raw(from, to)) : ''
  }

  /** Token texts of `[from, to)` in lower case, joined by single spaces. */
  lower(from: number, to: number): string {
    return this.#tokens
      .slice(from, to)
      .map(({ lower }) => lower)
      .join(' ')
  }

  found<T>(value: T, from: number, to: number, rule: string, certainty: Certainty = 'stated'): Found<T> {
    const end = this.#cut(from, to)
    const span = { start: this.#tokens[from]?.start ?? 0, end: this.#tokens[end - 1]?.end ?? 0, zone: 'body' as const }
    const words = this.#text.slice(span.start, span.end)
    return { value, words, span, rule, ...(certainty !== 'stated' && { certainty }) }
  }

  /** The end of evidence that begins at `from`: at a comma or a closing mark where the clause is long. */
  #cut(from: number, to: number): number {
    const start = this.#tokens[from]?.start ?? 0
    const length = (end: number) => (this.#tokens[end - 1]?.end ?? 0) - start
    let end = to
    while (end > from + 1 && /^[,;:("“[]$/.test(this.#tokens[end - 1]?.text ?? '')) end--
    if (length(end) <= LONGEST) return end
    let last = end
    while (last > from + 1 && length(last) > LONGEST) last--
    for (let at = last; at > from && length(at) > SHORTEST_CUT; at--)
      if (/^[,;:.]$/.test(this.#tokens[at]?.text ?? '')) return at
    return last
  }
}
