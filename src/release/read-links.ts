/** Reading what points to a thing: groups by property in `links.index`, things in `links.tsv`. */
import { toText } from './files.ts'
import type { SortedFile } from './sorted-file.ts'
import type { Told } from './told.ts'

export interface Page {
  readonly offset: number
  readonly limit: number
}

/** One thing that points to another; a fragment stands for its thing. */
export interface LinkRow extends Told {
  readonly subject: string
  readonly predicate: string
  readonly label: string
}

export interface LinkPage {
  readonly total: number
  /** How many of them by property, the largest first. */
  readonly predicates: readonly { readonly predicate: string; readonly total: number }[]
  /** Sorted by property; documents of one property by their dates. */
  readonly rows: readonly LinkRow[]
}

export interface Neighbours {
  readonly previous?: LinkRow
  readonly next?: LinkRow
}

/** Bytes of subjects beyond which nobody's neighbours are sought. */
const LONG_LIST = 1 << 20

interface Group {
  readonly predicate: string
  readonly offset: number
  readonly length: number
  readonly total: number
}

/** @param rowOf gives what is shown of a thing */
export function readLinks(
  index: SortedFile,
  links: SortedFile,
  rowOf: (subject: string, predicate: string) => Promise<LinkRow>,
) {
  const groupsOf = async (iri: string): Promise<Group[]> =>
    (await index.find(`${iri}\t`)).map((line) => {
      const [, property = '', begin, length, total] = line.split('\t')
      return { predicate: toText(property), offset: Number(begin), length: Number(length), total: Number(total) }
    })
  const subjectsOf = async ({ offset, length }: Group): Promise<string[]> =>
    (await links.slice(offset, length)).toString('utf8').trimEnd().split('\n')

  /** A page of what points to a thing; only by one property, if given. */
  const pageOf = async (iri: string, { offset, limit }: Page, predicate?: string): Promise<LinkPage> => {
    const groups = await groupsOf(iri)
    const wanted = groups.filter((group) => predicate === undefined || group.predicate === predicate)
    const rows: { subject: string; predicate: string }[] = []
    let skip = offset
    for (const group of wanted) {
      if (skip >= group.total) skip -= group.total
      else if (rows.length < limit) {
        const subjects = await subjectsOf(group)
        for (const subject of subjects.slice(skip, Math.min(skip + limit - rows.length, group.total)))
          rows.push({ subject, predicate: group.predicate })
        skip = 0
      }
    }
    return {
      total: wanted.reduce((sum, group) => sum + group.total, 0),
      predicates: groups
        .map((group) => ({ predicate: group.predicate, total: group.total }))
        .sort((a, b) => b.total - a.total),
      rows: await Promise.all(rows.map((row) => rowOf(row.subject, row.predicate))),
    }
  }

  /** What stands before and after a thing among those that point to another by a property. */
  const neighbours = async (iri: string, predicate: string, subject: string): Promise<Neighbours> => {
    const group = (await groupsOf(iri)).find((one) => one.predicate === predicate)
    if (group === undefined || group.length > LONG_LIST) return {}
    const subjects = await subjectsOf(group)
    const at = subjects.indexOf(subject)
    const [previous, next] = at === -1 ? [] : [subjects[at - 1], subjects[at + 1]]
    return {
      ...(previous !== undefined && { previous: await rowOf(previous, predicate) }),
      ...(next !== undefined && { next: await rowOf(next, predicate) }),
    }
  }
  return { pageOf, neighbours }
}
