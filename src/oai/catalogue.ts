/** Every document that was ever published, in the order in which OAI-PMH lists them: by datestamp, then by IRI. */
import type { Iris } from '../iris.ts'
import type { Moment } from '../release/history.ts'
import { firstSecond, lastSecond, type Selection } from './arguments.ts'
import { setSpecOf } from './sets.ts'

/** A place in the order. */
export interface Position {
  /** UTC, whole seconds. */
  readonly datestamp: string
  readonly iri: string
}

/** What puts a document into sets and formats; shared by all that have the same. */
export interface Setting {
  /** IRIs of types, of what it is part of, and of the rights in its editions. */
  readonly iris: readonly string[]
  readonly setSpecs: readonly string[]
}

export interface Header extends Position {
  readonly isDeleted: boolean
  readonly setting: Setting
}

/** Those records of a selection that come next. */
export interface Stretch {
  readonly headers: readonly Header[]
  /** How many there are, those in `headers` included. */
  readonly left: number
}

export interface Catalogue {
  /** By the IRI of a document. */
  get(iri: string): Header | undefined
  /** The sets that any record is or was in: setSpec, and the IRI of what makes it. Sorted. */
  readonly sets: readonly { readonly setSpec: string; readonly iri: string }[]
  /** All that any record has. */
  readonly settings: readonly Setting[]
  /**
   * @param isOffered whether a record is to be had in the format
   * @param after the record after which the stretch begins
   */
  stretch(
    selection: Omit<Selection, 'metadataPrefix'>,
    isOffered: ((header: Header) => boolean) | undefined,
    limit: number,
    after?: Position,
  ): Stretch
}

const isBefore = (a: Position, b: Position): boolean =>
  a.datestamp < b.datestamp || (a.datestamp === b.datestamp && a.iri < b.iri)

/** @param moments of all documents, in any order */
export function createCatalogue(moments: readonly Moment[], iris: Iris): Catalogue {
  const settings = new Map<string, Setting>()
  const sets = new Map<string, string>()
  const settingOf = (members: readonly string[]): Setting => {
    const key = members.join(' ')
    const known = settings.get(key)
    if (known !== undefined) return known
    const setSpecs = members.flatMap((iri) => {
      const setSpec = setSpecOf(iri, iris)
      if (setSpec === undefined) return []
      sets.set(setSpec, iri)
      return [setSpec]
    })
    const setting = { iris: members, setSpecs: [...new Set(setSpecs)].sort() }
    settings.set(key, setting)
    return setting
  }
  const headers: Header[] = moments
    .map(({ iri, statedChanged, isDeleted, sets: members }) => ({
      iri,
      datestamp: statedChanged,
      isDeleted,
      setting: settingOf(members),
    }))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const byIri = new Map(headers.map((header) => [header.iri, header]))

  /** The first place whose record is not before a position. */
  const placeOf = (position: Position): number => {
    let [low, high] = [0, headers.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(headers[middle] as Header, position)) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get: (iri) => byIri.get(iri),
    sets: [...sets].map(([setSpec, iri]) => ({ setSpec, iri })).sort((a, b) => (a.setSpec < b.setSpec ? -1 : 1)),
    settings: [...settings.values()],
    stretch: ({ set, from, until }, isOffered, limit, after) => {
      const begin = Math.max(
        from === undefined ? 0 : placeOf({ datestamp: firstSecond(from), iri: '' }),
        // No IRI is between one and the same with a sign more.
        after === undefined ? 0 : placeOf({ ...after, iri: `${after.iri}\0` }),
      )
      const end = until === undefined ? headers.length : placeOf({ datestamp: lastSecond(until), iri: '\uffff' })
      if (set === undefined && isOffered === undefined)
        return { headers: headers.slice(begin, Math.min(end, begin + limit)), left: Math.max(0, end - begin) }
      const chosen = headers
        .slice(begin, end)
        .filter(
          (header) =>
            (set === undefined || header.setting.setSpecs.includes(set)) &&
            (isOffered === undefined || isOffered(header)),
        )
      return { headers: chosen.slice(0, limit), left: chosen.length }
    },
  }
}
