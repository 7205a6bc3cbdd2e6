/**
 * Pages for people, each asked for the first time and then again, and searches that nobody has asked before, by one
 * client on loopback, of a server that has answered others: the time of an answer and its weight.
 * Usage: node bench/site.js [RELEASE FOLDER]; without one the sample is built.
 */
import { at } from './crawl.ts'
import { serveRelease, slugsOf } from './served.ts'
import { WORDS } from './sought.ts'
import { say, table } from './table.ts'

/** Things of each kind at most. */
const MOST = 300
const KINDS = ['document', 'person', 'body', 'place', 'unit', 'subject']
const OTHERS = ['/', '/search', '/timeline', '/network', '/map', '/matrix', '/ask', '/sparql', '/ontology', '/dataset']
/** Things of each kind and searches that are asked before anything is measured: a process compiles its code as it is used. */
const WARMING = 60
const WARMING_WORDS = [
  'loan',
  'railway',
  'truce',
  'consul*',
  '"air force"',
  'relief',
  'marshall',
  'silver',
  'the soviet',
]
/** With which they are sought, and without any. */
const CONDITIONS = ['', '&from=1945&to=1949', '&type=telegram', '&sort=date', '&page=3', '&from=1950']

const { address, release, server, stop } = await serveRelease(process.argv[2])

/** @returns milliseconds and bytes, uncoded and as a browser gets them */
async function get(path: string): Promise<{ time: number; bytes: number }> {
  const start = performance.now()
  const response = await fetch(address + path, { headers: { accept: 'text/html', 'accept-encoding': 'identity' } })
  const body = await response.arrayBuffer()
  const time = performance.now() - start
  if (!response.ok) throw new Error(`${response.status} for ${path}`)
  return { time, bytes: body.byteLength }
}

async function measure(name: string, paths: readonly string[]) {
  const first = []
  for (const path of paths) first.push(await get(path))
  const again = []
  for (const path of paths) again.push(await get(path))
  const times = first.map(({ time }) => time)
  const kilobytes = first.map(({ bytes }) => bytes / 1000)
  return [
    name,
    paths.length,
    at(times, 0.5).toFixed(1),
    at(times, 0.95).toFixed(1),
    at(times, 1).toFixed(1),
    at(
      again.map(({ time }) => time),
      0.95,
    ).toFixed(1),
    at(kilobytes, 0.5).toFixed(0),
    at(kilobytes, 1).toFixed(0),
  ]
}

const searches = (words: readonly string[]): string[] =>
  words.flatMap((sought) => CONDITIONS.map((more) => `/search?q=${encodeURIComponent(sought)}${more}`))
const pages = KINDS.map((kind) => {
  const paths = slugsOf(release, kind, 2 * MOST).map((slug) => `/${kind}/${encodeURI(slug)}`)
  return { kind, measured: paths.filter((_, i) => i % 2 === 0), others: paths.filter((_, i) => i % 2 === 1) }
})
for (const { others } of pages) for (const path of others.slice(0, WARMING)) await get(path)
for (const path of ['/', '/document/', ...searches(WARMING_WORDS)]) await get(path)

const rows: (string | number)[][] = []
for (const { kind, measured } of pages) if (measured.length > 0) rows.push(await measure(kind, measured))
rows.push(await measure('lists, views, questions', OTHERS))
rows.push(await measure('searches', searches(WORDS)))
const HEAD = ['page', 'number', 'median, ms', 'p95, ms', 'longest, ms', 'again, p95, ms', 'median, kB', 'largest, kB']
table(HEAD, rows)
const parts = await get('/style.css')
say(`The style sheet that every page has with it: ${(parts.bytes / 1000).toFixed(0)} kB uncompressed.`)
stop()
server.unref()
