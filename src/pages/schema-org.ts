/** A resource in schema.org's words as JSON-LD for a page: what its quads say with terms of schema.org, nested. */

import { rdf } from '../rdf/vocabulary/rdf.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import type { Description } from './description.ts'

/** Properties whose values are addresses for search engines, not things. */
const ADDRESSES: ReadonlySet<string> = new Set(['contentUrl', 'license', 'url', 'usageInfo', 'documentation'])

/** @param iri of the resource, which stands at the top and is repeated nowhere */
export function schemaOrg(about: Description, iri: string): object {
  return { '@context': schema.iri, ...objectOf(about, iri, new Set()) }
}

function objectOf(about: Description, iri: string, above: ReadonlySet<string>): object {
  const inside = new Set([...above, iri])
  const entries = [...about.properties(iri)].filter(([property]) => property.startsWith(schema.iri))
  const types = about
    .all(iri, rdf.type)
    .map(({ value }) => value)
    .filter((type) => type.startsWith(schema.iri))
    .map((type) => type.slice(schema.iri.length))
  const values = entries.map(([property, terms]) => {
    const name = property.slice(schema.iri.length)
    const all = terms.map(({ termType, value }) => {
      if (termType !== 'NamedNode' || ADDRESSES.has(name)) return value
      const isDescribed = !inside.has(value) && about.properties(value).size > 0
      return isDescribed ? objectOf(about, value, inside) : { '@id': value }
    })
    return [name, one(all)] as const
  })
  return { '@id': iri, ...(types.length > 0 && { '@type': one(types) }), ...Object.fromEntries(values) }
}

const one = <T>(values: readonly T[]): T | readonly T[] => (values.length === 1 ? (values[0] as T) : values)
