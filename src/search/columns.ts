/** What the documents of an index have of each facet, and when they are of, as columns of numbers: while it is written. */
import { FACETS, facetNamed, MOST_ROLES, roleNumber } from './facets.ts'
import { type Database, NO_DAY } from './index-file.ts'
import type { DocumentEntry, FacetValue } from './write.ts'

const DAY = 86_400_000

/** The day of a date `YYYY-MM-DD`, counted from 1 January 1970. */
export function dayOf(date: string | undefined): number {
  const time = date === undefined ? Number.NaN : Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? NO_DAY : Math.floor(time / DAY)
}

/** The date of such a day. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** Numbers that grow in number: four bytes each, not on the heap. */
class Numbers {
  #numbers = new Int32Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(this.#length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#length++] = number
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#numbers.buffer, 0, this.#length * 4)
  }
}

/** One facet of all documents. Its values are held: they are few beside the documents. */
class FacetColumn {
  readonly #values = new Map<string, { readonly number: number; readonly key: string }>()
  readonly #starts = new Numbers()
  readonly #members = new Numbers()

  add(members: readonly { readonly iri: string; readonly key: string; readonly role: number }[]): void {
    this.#starts.push(this.#members.length)
    const numbers = members.map(({ iri, key, role }) => this.#numberOf(iri, key) * MOST_ROLES + role)
    for (const number of [...new Set(numbers)].sort((a, b) => a - b)) this.#members.push(number)
  }

  #numberOf(iri: string, key: string): number {
    const known = this.#values.get(iri)
    if (known !== undefined) return known.number
    const number = this.#values.size
    this.#values.set(iri, { number, key })
    return number
  }

  write(database: Database, name: string): void {
    this.#starts.push(this.#members.length)
    database.run('INSERT INTO facet VALUES (?, ?, ?)', [name, this.#starts.bytes(), this.#members.bytes()])
    const value = database.prepare('INSERT INTO value VALUES (?, ?, ?, ?)')
    for (const [iri, { number, key }] of this.#values) value.run([name, number, key, iri])
    value.finalize()
  }
}

/** All columns: documents are added in the order of their numbers, which follow one another. */
export class Columns {
  readonly #facets = new Map(FACETS.map(({ name }) => [name, new FacetColumn()]))
  readonly #earliest = new Numbers()
  readonly #latest = new Numbers()
  #first = 0

  add(id: number, { facets, earliest, latest }: DocumentEntry): void {
    if (this.#earliest.length === 0) this.#first = id
    if (id !== this.#first + this.#earliest.length) throw new Error('Documents have to follow one another.')
    for (const [name, column] of this.#facets)
      column.add(facets.filter(({ facet }) => facet === name).map((value) => ({ ...value, role: numberOf(value) })))
    this.#earliest.push(dayOf(earliest))
    this.#latest.push(dayOf(latest ?? earliest))
  }

  write(database: Database): void {
    for (const [name, column] of this.#facets) column.write(database, name)
    database.run('INSERT INTO days VALUES (?, ?, ?)', [this.#first, this.#earliest.bytes(), this.#latest.bytes()])
  }
}

function numberOf({ facet, role = '' }: FacetValue): number {
  const known = facetNamed(facet)
  const number = known === undefined ? -1 : roleNumber(known, role)
  if (number === -1) throw new Error(`The facet ${facet} has no role ${role}.`)
  return number
}
