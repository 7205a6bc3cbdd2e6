/** OAI-PMH over several releases: O12, O15, and harvesters that miss nothing. */
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { createTurns } from '../../src/serve/turns.ts'
import {
  type Answered,
  common,
  day,
  document,
  documentIri,
  documents,
  type Harvested,
  pagesOf,
  type RecordRead,
  startHarvested,
} from './oai-world.ts'
import { iris } from './world.ts'

const { namedNode, literal, quad } = DataFactory

const COUNT = 230
const FIRST = [...common(), ...documents(COUNT)]
const CHANGED = [1, 100, 101, 229]
const REMOVED = [2, 99, 150, 230]
const ADDED = [500, 501]
const numbers = Array.from({ length: COUNT }, (_, index) => index + 1)
/** Some documents changed, some went, some came, and of one only what running text says of it changed. */
const SECOND = [
  ...common(),
  ...numbers
    .filter((n) => !REMOVED.includes(n))
    .flatMap((n) => document(n, CHANGED.includes(n) ? `Changed ${n}` : undefined)),
  ...ADDED.flatMap((n) => document(n)),
  quad(namedNode(`${documentIri(3)}#act-1`), rdfs.label, literal('x'), namedNode(iris.graph('extracted/wcda-3'))),
]

let world: Harvested
let today = 1
/** Each test has days of its own: what was published before is history. */
const publishNext = async (quads: readonly Quad[]): Promise<string> => {
  today++
  await world.publish(quads, today)
  return day(today)
}
beforeAll(async () => {
  world = await startHarvested(FIRST)
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const PREFIXES = ['oai_dc', 'rdf', 'mods'] as const
const recordsOf = (pages: readonly Answered[]): readonly RecordRead[] => pages.flatMap(({ records }) => records)
const harvest = async (selection: string, between?: (page: number) => Promise<void>) =>
  recordsOf(await pagesOf(world, 'ListRecords', selection, between))

/** What a harvester holds: the last state of each record that it was sent. */
class Holding {
  readonly records = new Map<string, RecordRead>()
  take(records: readonly RecordRead[]): this {
    for (const record of records) this.records.set(record.identifier, record)
    return this
  }
  /** The latest datestamp: where the next harvest begins. */
  get latest(): string {
    return (
      [...this.records.values()]
        .map(({ datestamp }) => datestamp)
        .sort()
        .at(-1) ?? ''
    )
  }
  get sorted(): readonly RecordRead[] {
    return [...this.records.values()].sort((a, b) => (a.identifier < b.identifier ? -1 : 1))
  }
}

describe('a harvester that goes on from where it was ends at what a new one gets', () => {
  test('after another release', async () => {
    const owns = new Map<string, Holding>()
    for (const prefix of PREFIXES) owns.set(prefix, new Holding().take(await harvest(`metadataPrefix=${prefix}`)))
    const second = await publishNext(SECOND)
    for (const [prefix, own] of owns) {
      expect(own.records.size).toBe(COUNT)
      const news = (await harvest(`metadataPrefix=${prefix}&from=${own.latest}`)).filter(
        ({ datestamp }) => datestamp === second,
      )
      expect(news.map(({ identifier }) => identifier).sort()).toEqual(
        [...CHANGED, ...REMOVED, ...ADDED].map(documentIri).sort(),
      )
      const fresh = new Holding().take(await harvest(`metadataPrefix=${prefix}`))
      expect(own.take(news).sorted).toEqual(fresh.sorted)
    }
  })

  test('when a release comes after each page', async () => {
    const own = new Holding().take(
      await harvest('metadataPrefix=oai_dc', async (page) => {
        if (page <= 3) await publishNext(page % 2 === 1 ? FIRST : SECOND)
      }),
    )
    const fresh = new Holding().take(await harvest('metadataPrefix=oai_dc'))
    expect(own.sorted).toEqual(fresh.sorted)
  })

  test.each([1, 2])('when a release comes after page %i', async (at) => {
    const next = at === 1 ? SECOND : FIRST
    const own = new Holding().take(
      await harvest('metadataPrefix=mods', async (page) => {
        if (page === at) await publishNext(next)
      }),
    )
    const fresh = new Holding().take(await harvest('metadataPrefix=mods'))
    expect(own.sorted).toEqual(fresh.sorted)
  })

  test('when a person is called otherwise, of which all records speak', async () => {
    const own = new Holding().take(await harvest('metadataPrefix=oai_dc'))
    await publishNext([...common('Ivan the Other'), ...documents(COUNT)])
    own.take(await harvest(`metadataPrefix=oai_dc&from=${own.latest}`))
    const fresh = new Holding().take(await harvest('metadataPrefix=oai_dc'))
    expect(own.sorted).toEqual(fresh.sorted)
    expect(fresh.sorted[0]?.metadata).toContain('Ivan the Other')
  })

  test('of one set, and of a format that not all records have', async () => {
    const selections = ['metadataPrefix=oai_dc&set=type-telegram', 'metadataPrefix=edm']
    await publishNext(FIRST)
    const owns = await Promise.all(selections.map(async (selection) => new Holding().take(await harvest(selection))))
    await publishNext(SECOND)
    for (const [index, selection] of selections.entries()) {
      const own = owns[index] as Holding
      own.take(await harvest(`${selection}&from=${own.latest}`))
      expect(own.sorted).toEqual(new Holding().take(await harvest(selection)).sorted)
    }
  })
})

describe('O12: what is gone', () => {
  const get = (number: number, prefix = 'oai_dc') =>
    world.oai(`verb=GetRecord&metadataPrefix=${prefix}&identifier=${documentIri(number)}`)
  let gone: string
  beforeAll(async () => {
    await publishNext(FIRST)
    gone = await publishNext(SECOND)
  })

  test('is told as deleted from then on, without metadata', async () => {
    for (const prefix of PREFIXES) {
      const { records } = await get(2, prefix)
      expect(records).toEqual([
        {
          identifier: documentIri(2),
          datestamp: gone,
          sets: ['collection-wcda', 'type-telegram'],
          isDeleted: true,
          metadata: undefined,
        },
      ])
    }
    const { headers } = await world.oai(`verb=ListIdentifiers&metadataPrefix=oai_dc&from=${gone}`)
    const deleted = headers.filter(({ isDeleted }) => isDeleted)
    expect(deleted.map(({ identifier }) => identifier).sort()).toEqual(REMOVED.map(documentIri).sort())
  })

  test('is deleted in the formats that it had', async () => {
    expect((await get(150, 'edm')).headers[0]).toMatchObject({ isDeleted: true })
    expect((await get(2, 'edm')).errors).toEqual(['cannotDisseminateFormat'])
  })

  test('stays deleted in later releases, with its datestamp', async () => {
    await publishNext([...SECOND, ...document(600)])
    expect((await get(2)).headers[0]).toMatchObject({ datestamp: gone, isDeleted: true })
  })

  test('comes back under its identifier', async () => {
    const back = await publishNext(FIRST)
    expect((await get(2)).records[0]).toMatchObject({ datestamp: back, isDeleted: false })
  })
})

test('O15: twenty harvests at the same time', { timeout: 60_000 }, async () => {
  const walk = async (): Promise<number> => {
    let count = 0
    let query: string | undefined = 'verb=ListRecords&metadataPrefix=oai_dc'
    while (query !== undefined) {
      const { status, headers, text } = await world.get(query)
      expect([200, 503]).toContain(status)
      if (status === 503) {
        expect(Number(headers['retry-after'])).toBeGreaterThan(0)
        expect(Number(headers['retry-after'])).toBeLessThanOrEqual(3600)
        await new Promise((resolve) => setTimeout(resolve, 100))
        continue
      }
      count += text.match(/<record>/g)?.length ?? 0
      const token: string | undefined = /<resumptionToken[^>]*>([^<]+)/.exec(text)?.[1]
      query = token === undefined ? undefined : `verb=ListRecords&resumptionToken=${token}`
    }
    return count
  }
  const alone = await walk()
  expect(alone).toBeGreaterThanOrEqual(COUNT)
  expect(new Set(await Promise.all(Array.from({ length: 20 }, walk)))).toEqual(new Set([alone]))
})

describe('turns', () => {
  test('some run, some wait in their order, the rest is refused at once', async () => {
    const inTurn = createTurns(2, 3)
    const ends: (() => void)[] = []
    const begun: number[] = []
    const asked = Array.from({ length: 7 }, (_, n) =>
      inTurn(async () => {
        begun.push(n)
        await new Promise<void>((resolve) => ends.push(resolve))
        return n
      }),
    )
    expect(await Promise.all(asked.slice(5))).toEqual([undefined, undefined])
    expect(begun).toEqual([0, 1])
    for (let n = 0; n < 5; n++) {
      ends[n]?.()
      await asked[n]
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(begun).toEqual([0, 1, 2, 3, 4])
    expect(await Promise.all(asked.slice(0, 5))).toEqual([0, 1, 2, 3, 4])
  })

  test('a fault lets the next one in', async () => {
    const inTurn = createTurns(1, 1)
    const failing = inTurn(async () => {
      throw new Error('no')
    })
    const next = inTurn(async () => 'yes')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})
