/**
 * One build in a process of its own, with the time of each of its stages and the memory that it took.
 * Usage: node bench/build.js OUT INPUT…; prints one line of JSON.
 */
import { loadSettings } from '../dist/config.js'
import { publish } from '../dist/publish.js'

const [out = '', ...inputs] = process.argv.slice(2)
const flags = { out, jobs: process.env['JOBS'] ?? '1', registry: `${out}/registry.csv` }
const { settings } = loadSettings({ beside: inputs, environment: {}, flags })

/** Seconds since the start at which a stage did its last step. */
const ends = new Map<string, number>()
const start = performance.now()
const seconds = () => (performance.now() - start) / 1000
const { manifest, conforms, unchanged } = await publish(inputs, {
  settings,
  onProgress: ({ stage }) => ends.set(stage, seconds()),
})

export interface Build {
  readonly documents: number
  readonly triples: number
  readonly conforms: boolean
  readonly unchanged: boolean
  readonly seconds: number
  /** Seconds of each stage. */
  readonly stages: Readonly<Record<string, number>>
  /** Largest resident memory. */
  readonly megabytes: number
}

const marks = [...ends]
const built: Build = {
  documents: manifest?.counts.documents ?? 0,
  triples: manifest?.counts.triples ?? 0,
  conforms,
  unchanged: unchanged === true,
  seconds: seconds(),
  stages: Object.fromEntries(marks.map(([stage, end], i) => [stage, end - (marks[i - 1]?.[1] ?? 0)])),
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
}
process.stdout.write(`${JSON.stringify(built)}\n`)
