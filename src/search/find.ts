/**
 * Finds documents by words, facets and dates, and counts what the found ones have. The columns are read when first
 * asked, and held; all else stays on the disk.
 */
import { type Facet, MOST_ROLES, roleNumber } from './facets.ts'
import { type Condition, conditionsOf, count, countAll, FOUND, type HeldColumns, readColumns } from './held-columns.ts'
import { NO_DAY, type Reader, scoreOf } from './index-file.ts'
import type { Answer, FacetCounts, NamedThing, Question, Row, ValueCount } from './question.ts'
import { snippetsOf } from './snippets.ts'
import { expression, readAsked, type Term } from './words.ts'

/** Things that are offered beside the documents. */
const MOST_NAMED = 5
/** Things among which these are chosen. */
const MOST_BEARERS = 100

/** A thing that bears a name, and which value of which facet it is, where it is one. */
interface Bearer extends NamedThing {
  readonly facet: string | null
  readonly number: number | null
}

export interface Finder {
  find(question: Question): Answer
}

/** @param database an index, opened; it is read when first asked */
export function createFinder(database: Reader): Finder {
  let held: HeldColumns | undefined
  /** By facet: documents of each value, by its number. */
  let occurrences: ReadonlyMap<string, Uint32Array> | undefined
  let byDate: Int32Array | undefined
  let byTitle: Int32Array | undefined

  const numberOf = (facet: string, key: string): number | undefined => {
    const row = database.get('SELECT number FROM value WHERE facet = ? AND key = ?', [facet, key])
    return row === null ? undefined : Number(row['number'])
  }
  const readValue = (facet: string, number: number) =>
    database.get(
      `SELECT key, iri, coalesce(label, '') AS label FROM value LEFT JOIN thing USING (iri)
       WHERE facet = ? AND number = ?`,
      [facet, number],
    ) as { readonly key: string; readonly iri: string; readonly label: string } | null
  const namedValue = (facet: string, number: number): NamedThing => {
    const { iri = '', label = '', key = '' } = readValue(facet, number) ?? {}
    return { iri, label: label || key }
  }

  const isAmong = (documents: readonly string[], first: number): Condition => {
    const idOf = (iri: string) => database.get('SELECT id FROM thing WHERE iri = ?', [iri])?.['id']
    const places = new Set(documents.map((iri) => Number(idOf(iri) ?? -1) - first))
    return { holds: (place) => places.has(place) }
  }

  /** Documents with the words, by their places: how well they answer, or 0 where that does not matter; below 0 all others. */
  const seek = (terms: readonly Term[], isRanked: boolean, { first, count }: HeldColumns): Float64Array => {
    const scores = new Float64Array(count).fill(-1)
    const sought = expression(terms, ' AND ')
    if (isRanked) {
      const found = database.all(
        `SELECT rowid, ${scoreOf('documents')} AS score FROM documents WHERE documents MATCH ?`,
        [sought],
      )
      for (const { rowid, score } of found) scores[Number(rowid) - first] = Number(score)
      return scores
    }
    // One string is much less to take over from the library than as many rows.
    const row = database.get('SELECT group_concat(rowid) AS ids FROM documents WHERE documents MATCH ?', [sought])
    for (const id of String(row?.['ids'] ?? '').split(',')) if (id !== '') scores[Number(id) - first] = 0
    return scores
  }

  /** Things that the words name: of those that bear it best, the ones that occur in most documents first, files last. */
  const named = (terms: readonly Term[], columns: HeldColumns): NamedThing[] => {
    const bearers = database.all(
      `SELECT thing.iri AS iri, label, facet, number FROM (SELECT rowid, ${scoreOf('things')} AS score
         FROM things WHERE things MATCH ? ORDER BY score DESC, rowid LIMIT ?) AS found
       JOIN thing ON thing.id = found.rowid LEFT JOIN value ON value.iri = thing.iri ORDER BY score DESC, thing.id`,
      [expression(terms, ' AND '), MOST_BEARERS],
    ) as unknown as readonly Bearer[]
    occurrences ??= new Map(columns.facets.map((column) => [column.facet.name, countAll(column)]))
    const isUnit = ({ facet }: Bearer) => facet === 'unit'
    const countOf = ({ facet, number }: Bearer) => occurrences?.get(facet ?? '')?.[number ?? -1] ?? 0
    return bearers
      .toSorted((a, b) => Number(isUnit(a)) - Number(isUnit(b)) || countOf(b) - countOf(a))
      .slice(0, MOST_NAMED)
      .map(({ iri, label }) => ({ iri, label }))
  }

  /** Places in an order: the best first, by date, or by title. */
  const inOrder = (
    order: Question['order'],
    scores: Float64Array | undefined,
    columns: HeldColumns,
  ): Iterable<number> => {
    const { count, earliest, latest, first } = columns
    const places = () => Int32Array.from({ length: count }, (_, place) => place)
    if (order === 'relevance' && scores !== undefined) {
      const found = places().filter((place) => (scores[place] ?? -1) >= 0)
      return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    }
    if (order === 'title') {
      byTitle ??= Int32Array.from(
        database.all('SELECT id FROM document JOIN thing USING (id) ORDER BY label COLLATE NOCASE, id'),
        ({ id }) => Number(id) - first,
      )
      return byTitle
    }
    // What has no date comes last, in either direction.
    const isUndated = (place: number) => (earliest[place] === NO_DAY ? 1 : 0)
    const compare = (a: number, b: number) =>
      isUndated(a) - isUndated(b) ||
      (earliest[a] ?? 0) - (earliest[b] ?? 0) ||
      (latest[a] ?? 0) - (latest[b] ?? 0) ||
      a - b
    byDate ??= places().sort(compare)
    if (order !== '-date') return byDate
    const dated = byDate.filter((place) => isUndated(place) === 0)
    return [...dated.reverse(), ...byDate.filter((place) => isUndated(place) === 1)]
  }

  const rowOf = (place: number, columns: HeldColumns, terms: readonly Term[]): Row => {
    const id = columns.first + place
    const shown = database.get(
      'SELECT iri, label, date, number, summary, text FROM document JOIN thing USING (id) WHERE id = ?',
      [id],
    ) as { readonly [name in 'iri' | 'label']: string } & {
      readonly [name in 'date' | 'number' | 'summary' | 'text']: string | null
    }
    const { iri, label, date, number, summary, text } = shown
    const having = (name: string, ...roles: readonly string[]): NamedThing[] => {
      const column = columns.facets.find(({ facet }) => facet.name === name)
      if (column === undefined) return []
      const wanted = roles.map((role) => roleNumber(column.facet, role))
      const members = column.members.subarray(column.starts[place], column.starts[place + 1])
      const found = members.filter((member) => wanted.includes(member % MOST_ROLES))
      return [...new Set(found.map((member) => Math.floor(member / MOST_ROLES)))].map((n) => namedValue(name, n))
    }
    const senders = having('person', 'sender')
    return {
      iri,
      label,
      ...(date !== null && { date }),
      ...(number !== null && { number }),
      types: having('type', ''),
      from: senders.length > 0 ? senders : having('person', 'author'),
      to: having('person', 'addressee'),
      held: having('unit', 'held'),
      ...snippetsOf({ text: text ?? '', summary: summary ?? '' }, terms),
    }
  }

  return {
    find: (question) => {
      held ??= readColumns(database)
      const columns = held
      const asked = question.words.trim() === '' ? { terms: [] } : readAsked(question.words)
      if ('fault' in asked) return asked
      const { terms } = asked
      const conditions = conditionsOf(question, columns, numberOf)
      if (typeof conditions === 'string') return { fault: conditions }
      if (question.among !== undefined) conditions.push(isAmong(question.among, columns.first))
      const isRanked = question.order === 'relevance' && question.limit > 0
      const scores = terms.length === 0 ? undefined : seek(terms, isRanked, columns)
      const counted = count(columns, scores, conditions, question)
      const rows: Row[] = []
      let skipped = 0
      for (const place of inOrder(question.order, scores, columns)) {
        if (rows.length >= question.limit) break
        if (counted.standings[place] !== FOUND) continue
        if (skipped++ >= question.offset) rows.push(rowOf(place, columns, terms))
      }
      const facets = columns.facets.flatMap(({ facet }): FacetCounts[] => {
        const counts = counted.values.get(facet.name)
        if (counts === undefined) return []
        const chosen = (question.chosen[facet.name] ?? []).map((key) => numberOf(facet.name, key))
        const most = question.more?.facet === facet.name ? question.more.values : question.values
        return [topValues(facet, counts, chosen, most, (n) => readValue(facet.name, n))]
      })
      return {
        total: counted.total,
        rows,
        facets,
        years: [...counted.years].sort(([a], [b]) => a - b).map(([year, n]) => ({ year, count: n })),
        undated: counted.undated,
        named: terms.length === 0 ? [] : named(terms, columns),
      }
    },
  }
}

function topValues(
  facet: Facet,
  counts: Uint32Array,
  chosen: readonly (number | undefined)[],
  most: number,
  readValue: (number: number) => { readonly key: string; readonly iri: string; readonly label: string } | null,
): FacetCounts {
  const isChosen = (number: number) => chosen.includes(number)
  const frequent: number[] = []
  let total = 0
  for (let number = 0; number < counts.length; number++) {
    const n = counts[number] ?? 0
    if (n === 0) continue
    total++
    if (isChosen(number) || (frequent.length === most && n <= (counts[frequent.at(-1) ?? 0] ?? 0))) continue
    const at = frequent.findIndex((other) => (counts[other] ?? 0) < n)
    frequent.splice(at === -1 ? frequent.length : at, 0, number)
    if (frequent.length > most) frequent.pop()
  }
  const values = [...chosen.filter((number) => number !== undefined), ...frequent].flatMap((number): ValueCount[] => {
    const value = readValue(number)
    const n = counts[number] ?? 0
    return value === null ? [] : [{ ...value, label: value.label || value.key, count: n, isChosen: isChosen(number) }]
  })
  return { facet: facet.name, total, values }
}
