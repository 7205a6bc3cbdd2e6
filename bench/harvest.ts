/**
 * Harvesters and crawlers at a served release: the whole by OAI-PMH, the whole feed of changes, every document in every
 * form, new and again, and what a crawler does to who asks SPARQL meanwhile. On loopback.
 * Usage: node bench/harvest.js [RELEASE FOLDER]; without one the sample is built.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, CELLS, CONNECTIONS, cellsOf, crawl } from './crawl.ts'
import { serveRelease, slugsOf } from './served.ts'
import { say, table } from './table.ts'

const root = join(import.meta.dirname, '..')
/** Documents that it takes in each form at most. */
const MOST = 1000
const FORMS = ['html', 'ttl', 'jsonld', 'rdf', 'nt', 'nq', 'trig']
/** Of each measurement of questions, in seconds. */
const TIME = 10

const { address, release, server, stop } = await serveRelease(process.argv[2])

const get = async (path: string) => {
  const response = await fetch(address + path, { headers: { 'user-agent': 'bench' } })
  const body = Buffer.from(await response.arrayBuffer())
  if (response.status >= 400) throw new Error(`${response.status} for ${path}`)
  return body
}

/** The whole by resumption tokens: records and seconds. */
async function harvest(prefix: string) {
  const start = performance.now()
  let records = 0
  for (let query = `metadataPrefix=${prefix}`; query !== ''; ) {
    const text = (await get(`/oai?verb=ListRecords&${query}`)).toString()
    records += text.match(/<record>/g)?.length ?? 0
    const token = /<resumptionToken[^>]*>([^<]+)</.exec(text)?.[1]
    query = token === undefined ? '' : `resumptionToken=${encodeURIComponent(token)}`
  }
  return { records, seconds: (performance.now() - start) / 1000 }
}

async function follow() {
  const start = performance.now()
  let records = 0
  for (let path: string | undefined = '/changes/1'; path !== undefined; ) {
    const page = JSON.parse((await get(path)).toString())
    records += page.orderedItems.length
    path = page.next && new URL(page.next).pathname
  }
  return { records, seconds: (performance.now() - start) / 1000 }
}

const slugs = slugsOf(release, 'document', MOST)
const addressesOf = (form: string) => slugs.map((slug) => `${address}/document/${encodeURIComponent(slug)}.${form}`)
const plain = () => ({})

say('The whole, one request after the other:')
say()
const walks = [
  ['OAI-PMH, oai_dc', await harvest('oai_dc')],
  ['OAI-PMH, rdf', await harvest('rdf')],
  ['OAI-PMH, mods', await harvest('mods')],
  ['feed of changes', await follow()],
] as const
table(
  ['walk', 'records', 'seconds', 'records a second'],
  walks.map(([name, { records, seconds }]) => [name, records, seconds.toFixed(1), Math.round(records / seconds)]),
)

say(`${slugs.length} documents in each form, ${CONNECTIONS} connections:`)
say()
const rows: (string | number)[][] = []
for (const form of FORMS) {
  const tags = new Map<string, string>()
  rows.push([`${form}, new`, ...cellsOf(await crawl(addressesOf(form), plain, tags, server.pid))])
  rows.push([`${form}, unchanged since`, ...cellsOf(await crawl(addressesOf(form), plain, tags, server.pid))])
}
table(['form', ...CELLS], rows)

const queries = readdirSync(join(root, 'data/queries'))
  .filter((name) => /^(01|02|05|09|17|22)-.*\.rq$/.test(name))
  .map((name) => readFileSync(join(root, 'data/queries', name), 'utf8'))
/** One client that asks what nobody has asked before, until the time is over. */
async function ask(): Promise<number[]> {
  const times: number[] = []
  for (let asked = 0, end = performance.now() + TIME * 1000; performance.now() < end; asked++) {
    const body = new URLSearchParams({ query: `${queries[asked % queries.length]}\n# ${Math.random()}` })
    const start = performance.now()
    const response = await fetch(`${address}/sparql`, { method: 'POST', body, headers: { 'user-agent': 'scholar' } })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${response.status} for a question`)
    times.push(performance.now() - start)
  }
  return times
}

say('Six questions in turn, by one client, alone and beside a crawler that takes every document in every form:')
say()
await ask()
const alone = await ask()
let isCrawling = true
const crawling = (async () => {
  while (isCrawling)
    for (const form of FORMS) if (isCrawling) await crawl(addressesOf(form).slice(0, 100), plain, new Map(), server.pid)
})()
const beside = await ask()
isCrawling = false
await crawling
table(
  ['questions', 'answers a second', 'median, ms', 'p95, ms'],
  (
    [
      ['alone', alone],
      ['beside a crawler', beside],
    ] as const
  ).map(([name, times]) => [
    name,
    Math.round(times.length / TIME),
    at(times, 0.5).toFixed(1),
    at(times, 0.95).toFixed(1),
  ]),
)
stop()
