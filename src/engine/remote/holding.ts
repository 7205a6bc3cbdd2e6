/**
 * What a store holds of a collection. The data say it themselves, so that nothing but the data is ever found in them:
 * the graph `B/graph/release` names the version and comes last; while a version is put in or taken out, the graph
 * `B/graph/loading` says so, and with it there is no answer.
 */
import { schema } from '../../rdf/vocabulary/schema.ts'
import type { Store } from './store.ts'

export interface Holding {
  /** The version that is named. */
  readonly version?: string
  /** The version that is being loaded, and how many of its statements are known to be there. */
  readonly loading?: { readonly version: string; readonly done: number }
}

/** The addresses that this is about. */
export interface Places {
  readonly dataset: string
  readonly release: string
  readonly loading: string
  /** What the name of each graph begins with. */
  readonly graphs: string
}

/** @param base IRI of the collection, without a slash at the end */
export const placesOf = (base: string): Places => ({
  dataset: `${base}/dataset`,
  release: `${base}/graph/release`,
  loading: `${base}/graph/loading`,
  graphs: `${base}/graph/`,
})

const VERSION = `${schema.iri}version`
const DONE = `${schema.iri}position`
const TIMEOUT = 10_000

/** @throws EngineError */
export async function holdingOf(store: Store, { dataset, release, loading }: Places): Promise<Holding> {
  const { rows } = await store.rows(
    `SELECT ?version ?loading ?done {
  { GRAPH <${release}> { <${dataset}> <${VERSION}> ?version } }
  UNION
  { GRAPH <${loading}> { <${loading}> <${VERSION}> ?loading ; <${DONE}> ?done } }
}`,
    { timeout: TIMEOUT },
  )
  const version = rows.find((row) => row['version'] !== undefined)?.['version']?.value
  const marks = rows.filter((row) => row['loading'] !== undefined)
  // A mark that was changed in part names the least that is sure.
  const done = Math.min(...marks.map((row) => Number(row['done']?.value ?? 0)))
  const mark = marks[0]?.['loading']?.value
  return {
    ...(version !== undefined && { version }),
    ...(mark !== undefined && { loading: { version: mark, done } }),
  }
}

/** Whether a store can answer for a version. */
export const holds = ({ version, loading }: Holding, wanted: string): boolean =>
  version === wanted && loading === undefined

/** An update that says how far a load is. */
export const markLoading = ({ loading }: Places, version: string, done: number): string =>
  `DROP SILENT GRAPH <${loading}> ;
INSERT DATA { GRAPH <${loading}> { <${loading}> <${VERSION}> "${version}" ; <${DONE}> ${done} } }`

export const unmarkLoading = ({ loading }: Places): string => `DROP SILENT GRAPH <${loading}>`
