/** What the columns of a file of records mean: by the configuration, or as a shape that we know. */
import type { RecordField, RecordsSettings } from '../../config.ts'
import { literally } from '../../letters.ts'
import { publisherOfAddress } from '../../publishers.ts'
import type { Input, ReadContext } from '../context.ts'
import type { Cell } from './record-text.ts'

/** Where the values of a column go. */
export interface Target {
  readonly field: RecordField
  readonly separator?: string
}

const columns = (names: Readonly<Partial<Record<RecordField, readonly string[]>>>): RecordsSettings['columns'] =>
  Object.fromEntries(Object.entries(names).map(([field, all]) => [field, all.map((column) => ({ column }))]))

interface KnownShape {
  /** Columns without which records are something else. */
  readonly needs: readonly string[]
  readonly shape: Omit<RecordsSettings, 'source'>
  /** Column with the address of the record, which tells the publisher. */
  readonly address: string
  /** The publisher whose own shape it is: of records without an address. */
  readonly source?: string
}

/** Records that are read without configuration, where their address is one of a publisher that we know. */
const KNOWN: readonly KnownShape[] = [
  {
    needs: ['record_id', 'title', 'original_publication_date'],
    address: 'document_url',
    source: 'wcda',
    shape: {
      columns: columns({
        record: ['record_id'],
        address: ['document_url'],
        title: ['title'],
        date: ['original_publication_date'],
        text: ['text_body'],
        summary: ['summary'],
        authors: ['authors', 'document_contributors'],
        people: ['associated_people_orgs'],
        places: ['associated_places'],
        subjects: ['subjects_discussed'],
        topics: ['associated_topics'],
        reference: ['source'],
        archive: ['original_archive_title'],
        language: ['language'],
        type: ['type'],
        classification: ['original_classification'],
        credits: ['credits'],
        donors: ['donors'],
        rights: ['rights'],
        uploaded: ['original_upload_date'],
      }),
      ignore: ['page_number', 'page_number_one_indexed', 'page_position', 'scraped_at'],
    },
  },
  {
    // An item as Zotero keeps it. Its kind is that of a publication, its language that of the page.
    needs: ['itemType', 'title', 'url'],
    address: 'url',
    shape: {
      columns: columns({
        address: ['url'],
        title: ['title'],
        date: ['date'],
        summary: ['abstractNote'],
        authors: ['creators', 'creators.name'],
        subjects: ['tags', 'tags.tag'],
        reference: ['archiveLocation'],
        archive: ['archive'],
        rights: ['rights'],
      }),
      ignore: ['itemType', 'language', 'libraryCatalog', 'accessDate', 'key', 'version'],
    },
  },
]

/** The mapping that the configuration has for a file, with its pattern. */
export function mappingFor({ path }: Input, { records = {} }: ReadContext): RecordsSettings | undefined {
  return Object.entries(records).find(([pattern]) => matches(pattern, path))?.[1]
}

/** The shape that we know by the columns of a record, of the publisher whose address it has. */
export function knownShape(cells: readonly Cell[]): RecordsSettings | undefined {
  const values = new Map(cells.map(({ column, values: [first] }) => [column, first]))
  for (const { needs, address, source, shape } of KNOWN) {
    if (!needs.every((name) => values.has(name))) continue
    const stated = values.get(address)
    const key = stated === undefined ? source : publisherOfAddress(stated)?.key
    if (key !== undefined) return { ...shape, source: key }
  }
  return undefined
}

/** A pattern without a slash is of the file's name, one with slashes of the end of its path; `*` stands for letters. */
function matches(pattern: string, path: string): boolean {
  const expression = pattern
    .replace(/^\.?\//, '')
    .split(/(\*\*\/?|\*|\?)/)
    .map((part) => WILD[part] ?? literally(part))
    .join('')
  return new RegExp(`(?:^|/)${expression}$`, 'u').test(path)
}

const WILD: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' }

/** Each column with its targets. */
export function targetsOf({ columns: mapped, separator }: RecordsSettings): ReadonlyMap<string, readonly Target[]> {
  const targets = new Map<string, Target[]>()
  for (const [field, all] of Object.entries(mapped) as [RecordField, RecordsSettings['columns'][RecordField]][])
    for (const { column, separator: own } of all ?? []) {
      const between = own ?? (LISTS.has(field) ? separator : undefined)
      const target = { field, ...(between !== undefined && { separator: between }) }
      targets.set(column, [...(targets.get(column) ?? []), target])
    }
  return targets
}

/** Fields that have several values. */
const LISTS: ReadonlySet<RecordField> = new Set([
  'authors',
  'sender',
  'addressee',
  'number',
  'language',
  'people',
  'places',
  'subjects',
  'topics',
  'donors',
])
