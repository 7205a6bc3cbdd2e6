/** A random sample that anybody can draw again: documents in the order of a hash of seed and name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { loadAuthority } from '../../src/authority/load.ts'
import type { Reading } from '../../src/document.ts'
import { sha256 } from '../../src/iris.ts'
import { read } from '../../src/read/index.ts'

export const SEED = 'frus-1'
export const SIZE = 100

export interface Verdict {
  readonly document: string
  readonly field: string
  /** Of the reader as it was when the sample was drawn, and after it was mended. */
  readonly drawn: string
  readonly mended: string
}

/** What was judged: a row for each field of each document. */
export const readVerdicts = (): Verdict[] =>
  parse(readFileSync('test/accuracy/frus-sample.csv', 'utf8'), { columns: true })

/** Names of all documents of a volume: `frus1945v07/d12`. */
export function documentsIn(folder: string, file: string): string[] {
  const names: string[] = []
  unzipSync(readFileSync(join(folder, file)), {
    filter: ({ name }) => {
      const part = /\/(d\d+)\.html$/.exec(name)?.[1]
      if (part !== undefined) names.push(`${file.replace('.epub', '')}/${part}`)
      return false
    },
  })
  return names
}

/** The sample, sorted by name. */
export function draw(names: readonly string[], seed = SEED, size = SIZE): string[] {
  const ranked = names.map((name) => ({ name, rank: sha256(`${seed}|${name}`) }))
  return ranked
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ name }) => name)
    .sort()
}

/** The readings of the sample, volume by volume. */
export async function* readSample(folder: string, names: readonly string[]): AsyncGenerator<[string, Reading]> {
  const { authority } = loadAuthority('data/authorities')
  for (const volume of new Set(names.map((name) => name.split('/')[0] ?? ''))) {
    const path = join(folder, `${volume}.epub`)
    for await (const reading of read({ path, bytes: readFileSync(path) }, { maxInputSize: 64e6, authority })) {
      const name = `${volume}/${reading.source.part}`
      if (names.includes(name)) yield [name, reading]
    }
  }
}

/** What a person judges: the fields of the record, and the head and foot of the source text. */
export function sheet(name: string, { source, documents }: Reading): string {
  const [document] = documents
  if (document === undefined) return `##### ${name}: no record`
  const { text } = source
  const notes = document.notes.map(({ span }) => span.start)
  const end = Math.min(...notes, text.length)
  const head = text.slice(0, Math.min(end, 700))
  const foot = text.slice(Math.max(head.length, end - 260), end)
  const party = (role: string): string =>
    document.parties
      .filter(({ value }) => value.role === role)
      .map(({ value: { name: n } }) => `${n.label} (${[n.kind, n.role].filter(Boolean).join(', ')})`)
      .join('; ')
  const fields = {
    title: document.title?.value,
    sender: party('sender'),
    author: party('author'),
    addressee: party('addressee'),
    dates: document.dates
      .map((d) => `${d.value.edtf} [${d.words}] ${d.value.basis}${d.certainty ? ` ${d.certainty}` : ''}`)
      .join('; '),
    place: document.writtenAt?.value.label,
    file: document.archival
      .map(({ value: a }) =>
        a.printed
          ? `p. ${a.folios}`
          : `${a.archive}: ${a.steps.map(({ level, number }) => `${level} ${number}`).join(', ')}`,
      )
      .join(' | '),
    numbers: document.numbers
      .map(({ value }) => `${value.kind} ${value.value}${value.date ? ` of ${value.date.value.edtf}` : ''}`)
      .join('; '),
    type: document.type && `${document.type.value} [${document.type.words.slice(0, 40)}]`,
    markings: document.markings.map(({ words }) => words).join('; '),
    receipt: document.transmissions.map(({ value, words }) => `${value.date?.edtf} [${words}]`).join('; '),
    signature: party('signatory'),
    notes: document.notes
      .map(
        ({ value, words }) =>
          `${value.label}@“${text.slice(Math.max(0, (value.at ?? 0) - 18), value.at ?? 0).replace(/\n/g, '¶')}” ${words.slice(0, 30)}`,
      )
      .join(' | '),
    enclosures: document.encloses
      .map(
        (e) =>
          `${e.title?.value ?? '–'} <${e.dates.map(({ value }) => value.edtf)}> ${e.parties.map(({ value }) => `${value.role} ${value.name.label}`).join(', ')}`,
      )
      .join(' | '),
    unparsed: document.unparsed.map(({ words }) => words).join(' | '),
  }
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  const said = lines.map(([field, value]) => `  ${field}: ${value}`).join('\n')
  return `##### ${name}\n${head.replace(/\n+/g, '\n')}\n[…]\n${foot.replace(/\n+/g, '\n')}\n${said}`
}
