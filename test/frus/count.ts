/** Counts over one volume: how many documents carry a thing, and of how many of these it was read. */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { loadAuthority } from '../../src/authority/load.ts'
import type { Reading, SourceDocument } from '../../src/document.ts'
import { read } from '../../src/read/index.ts'
import { falseEvidence } from '../read/evidence.ts'
import { type Carried, carriedBy } from './raw.ts'

/** A field as it is counted: carried by the raw markup, read into the record. */
interface Counted {
  readonly name: string
  readonly carried: (raw: Carried) => boolean
  readonly read: (document: SourceDocument) => boolean
}

const party =
  (...roles: string[]) =>
  (document: SourceDocument) =>
    document.parties.some(({ value }) => roles.includes(value.role))

export const COUNTED: readonly Counted[] = [
  { name: 'title', carried: (raw) => raw.heading !== '', read: ({ title }) => title !== undefined },
  {
    name: 'title or sender',
    carried: (raw) => raw.heading !== '',
    read: (document) => document.title !== undefined || party('sender', 'author')(document),
  },
  {
    name: 'sender or author (“The X to Y”, “…, by X”)',
    carried: ({ heading }) => /^The .* to |^[^()]*,? by (?:the |[A-Z])/.test(heading),
    read: party('sender', 'author'),
  },
  {
    name: 'addressee (“The X to Y”)',
    carried: ({ heading }) => /^The [^()]*(?:\([^()]*\))?,?(?:, at \w+,?)? to /.test(heading),
    read: party('addressee'),
  },
  {
    name: 'date',
    carried: (raw) => raw.date,
    read: ({ dates }) => dates.some(({ value }) => value.basis === 'date-line' || value.basis === 'signature'),
  },
  {
    name: 'file number',
    carried: (raw) => raw.fileNumber,
    read: ({ archival }) => archival.some(({ value }) => !value.printed),
  },
  { name: 'telegram as type', carried: (raw) => raw.telegram, read: ({ type }) => type?.value === 'telegram' },
  {
    name: 'number of the telegram',
    carried: (raw) => raw.messageNumber,
    read: ({ numbers }) => numbers.some(({ value }) => value.kind === 'telegram'),
  },
  {
    name: 'receipt, with its day and hour',
    carried: (raw) => raw.receipt,
    read: ({ transmissions }) =>
      transmissions.some(({ value }) => value.phase === 'received' && value.date !== undefined),
  },
  { name: 'marking', carried: (raw) => raw.marking, read: ({ markings }) => markings.length > 0 },
  { name: 'signature', carried: (raw) => raw.signature, read: party('signatory') },
  {
    name: 'editorial note as type',
    carried: (raw) => raw.editorial,
    read: ({ type }) => type?.value === 'editorial-note',
  },
  { name: 'notes, all of them', carried: (raw) => raw.notes > 0, read: ({ notes }) => notes.length > 0 },
]

export interface Count {
  readonly name: string
  readonly carried: number
  readonly read: number
  /** Documents that carry it and of which it was not read. */
  readonly missed: readonly string[]
}

export interface VolumeCount {
  readonly documents: number
  readonly readings: number
  readonly faults: readonly string[]
  readonly falseEvidence: number
  readonly milliseconds: number
  readonly counts: readonly Count[]
  /** Notes at the foot of the markup and notes read, where they differ. */
  readonly notesDiffer: readonly string[]
}

const { authority } = loadAuthority('data/authorities')

/** Reads a volume and counts. Records are looked at one by one and let go. */
export async function countVolume(path: string): Promise<VolumeCount> {
  const bytes = readFileSync(path)
  const raw = rawDocuments(bytes)
  const counts = COUNTED.map(({ name }) => ({ name, carried: 0, read: 0, missed: [] as string[] }))
  const faults: string[] = []
  const notesDiffer: string[] = []
  let [readings, wrong, milliseconds] = [0, 0, 0]
  let last = performance.now()
  for await (const reading of read({ path, bytes }, { maxInputSize: 64_000_000, authority })) {
    milliseconds += performance.now() - last
    const part = reading.source.part
    const carried = part === undefined ? undefined : raw.get(part)
    faults.push(...faultsOf(reading))
    wrong += falseEvidence(reading).length
    const [document] = reading.documents
    if (document !== undefined && carried !== undefined && part !== undefined) {
      readings++
      raw.delete(part)
      for (const [index, { carried: carries, read: isRead }] of COUNTED.entries()) {
        const count = counts[index]
        if (count === undefined || !carries(carried)) continue
        count.carried++
        if (isRead(document)) count.read++
        else count.missed.push(part)
      }
      if (document.notes.length < carried.notes) notesDiffer.push(part)
    }
    last = performance.now()
  }
  return {
    documents: readings + raw.size,
    readings,
    faults: [...faults, ...[...raw.keys()].map((part) => `${part} was not read`)],
    falseEvidence: wrong,
    milliseconds,
    counts,
    notesDiffer,
  }
}

const faultsOf = ({ problems }: Reading): string[] =>
  problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)

/** The pages of a volume that are documents, by name. */
function rawDocuments(bytes: Uint8Array): Map<string, Carried> {
  const files = unzipSync(bytes, { filter: ({ name }) => /\/d\d+\.html$/.test(name) })
  return new Map(
    Object.entries(files).map(([name, file]) => [/(d\d+)\.html$/.exec(name)?.[1] ?? '', carriedBy(strFromU8(file))]),
  )
}
