/** What OAI-PMH offers of one release. Made once for each; the documents themselves are read when they are asked for. */

import { labelOf } from '../rdf/labels.ts'
import type { Markup } from '../rdf/xml.ts'
import type { Release } from '../release/read.ts'
import { type Catalogue, createCatalogue, type Header } from './catalogue.ts'
import { type Format, formatsOf } from './formats.ts'

export interface SetDescription {
  readonly setSpec: string
  readonly setName: string
}

export interface Repository {
  /** `B/oai` */
  readonly baseUrl: string
  readonly name: string
  readonly adminEmail: string
  /** No record is older. UTC, whole seconds. */
  readonly earliestDatestamp: string
  readonly catalogue: Catalogue
  readonly formats: readonly Format[]
  sets(): Promise<readonly SetDescription[]>
  /** The identifier of a document's item. */
  identifierOf(iri: string): string
  /** The record that an identifier names. */
  find(identifier: string): Header | undefined
  /** The root element of a record's metadata; undefined for what the release does not have. */
  metadata(iri: string, format: Format): Promise<Markup | undefined>
}

/** @param adminEmail the address without which OAI-PMH cannot be offered (protocol, section 4.2) */
export async function openRepository(release: Release, adminEmail: string): Promise<Repository> {
  const { iris, manifest, history } = release
  const catalogue = createCatalogue(await history.moments(iris.thing('document', '')), iris)
  const { title } = manifest.collection.dataset
  let sets: Promise<readonly SetDescription[]> | undefined
  return {
    baseUrl: `${iris.base}/oai`,
    name: title ?? iris.base,
    adminEmail,
    earliestDatestamp: manifest.changes?.first ?? manifest.published,
    catalogue,
    formats: formatsOf(manifest.collection.dataset, catalogue),
    sets: () => {
      sets ??= Promise.all(catalogue.sets.map((set) => describeSet(release, set)))
      return sets
    },
    identifierOf: encodeURI,
    find: (identifier) => catalogue.get(decoded(identifier)),
    metadata: (iri, format) => format.write(release, iri),
  }
}

/** Its label; of what is gone, the name in its IRI. */
async function describeSet(
  { describe }: Release,
  { setSpec, iri }: Catalogue['sets'][number],
): Promise<SetDescription> {
  const own = (await describe(iri))?.filter(({ subject }) => subject.value === iri)
  return { setSpec, setName: labelOf(own ?? []) ?? decodeURI(iri.slice(iri.lastIndexOf('/') + 1)) }
}

/** Identifiers are URIs: letters of other scripts in an IRI are encoded there, and may be sent either way. */
function decoded(identifier: string): string {
  try {
    return decodeURI(identifier)
  } catch {
    return identifier
  }
}
