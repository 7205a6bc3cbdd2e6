/** The first half of a run: reading the inputs, bringing together what is one document, mapping and validating each. */
import type { Settings } from '../config.ts'
import type { Problem } from '../problem.ts'
import { type Reconciled, reconcile } from '../reconcile/index.ts'
import type { Crew } from './crew.ts'
import { type FoundInputs, findInputs } from './inputs.ts'
import type { Ledger } from './ledger.ts'
import { loadRegistry } from './registry-file.ts'
import type { Place } from './spool.ts'
import type { InputAccount, ReadInput, Workshop } from './workshop.ts'

/** One step of a run: `done` of `total` things. */
export interface Step {
  readonly stage: string
  readonly done: number
  readonly total: number
}

export interface ConvertOptions {
  readonly settings: Settings
  readonly onProgress?: (step: Step) => void
  /** Tasks from which threads are worth their start. */
  readonly threadsFrom?: number
}

/** Takes lines of N-Quads, and the texts by which documents are found. */
export interface Sink {
  addLines(lines: Iterable<string>): void
  addText(document: string, text: string): void
}

export interface Gathered {
  readonly found: FoundInputs
  readonly read: readonly InputAccount[]
  readonly reconciled: Reconciled<Place>
  readonly problems: readonly Problem[]
}

/** Reads everything, and brings together what belongs together. */
export async function gather(
  inputs: readonly string[],
  shop: Workshop,
  crew: Crew,
  options: ConvertOptions,
): Promise<Gathered> {
  const { settings, onProgress } = options
  const found = findInputs(inputs, settings)
  const { registry, problems } = loadRegistry(settings.registry)
  const read: ReadInput[] = []
  for await (const input of crew.read(found.files)) {
    read.push(input)
    onProgress?.({ stage: 'Reading', done: read.length, total: found.files.length })
  }
  const reconciled = reconcile(
    read.flatMap(({ readings }) => readings),
    { iris: shop.iris, registry, merges: mergesOf(shop.authority) },
  )
  const ofInputs = read.flatMap((input) => input.problems)
  const all = [...shop.problems, ...problems, ...found.problems, ...ofInputs, ...reconciled.problems]
  return { found, read: read.map(({ readings: _, ...account }) => account), reconciled, problems: all }
}

/** Maps and validates; what conforms, or all of it, goes on at once. */
export async function make(
  { groups, listings }: Reconciled<Place>,
  workshop: Workshop,
  crew: Crew,
  sink: Sink,
  { onProgress }: ConvertOptions,
  ledger: Ledger,
  which: 'conforming' | 'all' = 'conforming',
): Promise<void> {
  let done = 0
  for await (const made of crew.make(groups)) {
    const conforms = made.conforms || which === 'all'
    ledger.add({ ...made, conforms })
    if (conforms) {
      sink.addLines(made.lines)
      if (made.text !== undefined) sink.addText(made.iri, made.text)
    }
    onProgress?.({ stage: 'Mapping', done: ++done, total: groups.length })
  }
  ledger.findDuplicates(workshop.decided)
  for (const { lines, problems } of listings.map(workshop.list)) {
    sink.addLines(lines)
    ledger.problems.push(...problems)
  }
}

/** Records that a curator has taken for one document: which goes, and which stays. */
const mergesOf = ({ files }: Workshop['authority']) =>
  files.duplicates.flatMap(({ document, duplicateOf, status }) =>
    status === 'accepted' ? [{ slug: document, into: duplicateOf }] : [],
  )
