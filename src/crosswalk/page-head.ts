/**
 * Metadata in the head of a document's page, as reference managers and crawlers read them: Dublin Core, the Bibliographic
 * Ontology's type, the `citation_` names of Highwire, and Zotero's own names for what these do not have.
 */
import { isoDay } from './calendar.ts'
import { invertedName } from './names.ts'
import type { DocumentFacts } from './record.ts'
import { referenceTo } from './reference.ts'

export type Meta = readonly (readonly [name: string, content: string])[]

/** The namespaces of the prefixes, for `<link rel="schema.…">`. */
export const SCHEMAS = [
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['bibo', 'http://purl.org/ontology/bibo/'],
  ['z', 'http://www.zotero.org/namespaces/export#'],
] as const

/** Names and contents of the `meta` elements. */
export function documentMeta(facts: DocumentFacts): Meta {
  const reference = referenceTo(facts)
  const { title, authors, recipients, translators, date, kind, archive, locations, languages, keywords } = reference
  const rights = facts.editions.flatMap((edition) =>
    edition.rights.map((right) => ('iri' in right ? right.iri : right.value)),
  )
  const fields: readonly (readonly [name: string, values: readonly (string | undefined)[]])[] = [
    ['citation_title', [title]],
    ['citation_author', authors.map(highwireName)],
    ['citation_date', [date && isoDay(date.from)]],
    ['citation_language', [languages[0]?.tag]],
    ['citation_public_url', [reference.address]],
    ['dc.title', [title]],
    ['dc.creator', authors.map(invertedName)],
    ['dc.contributor', [...translators, ...reference.editors].map(invertedName)],
    ['dc.date', [facts.date?.edtf]],
    ['dc.type', [kind]],
    ['dc.language', languages.map(({ tag }) => tag)],
    ['dc.subject', keywords],
    ['dcterms.spatial', facts.places.map(({ label }) => label)],
    ['dc.identifier', [reference.address, ...facts.pages]],
    ['dc.source', locations],
    ['dc.publisher', [reference.publisher]],
    ['dc.rights', rights],
    ['dcterms.abstract', [reference.abstract]],
    ['bibo.type', [reference.genre.bibo]],
    ['z.archive', [archive]],
    ['z.archiveLocation', [locations.length > 0 ? locations.join('; ') : undefined]],
    ['z.recipients', recipients.map(invertedName)],
    ['z.translators', translators.map(invertedName)],
  ]
  return fields.flatMap(([name, values]) =>
    [...new Set(values)].flatMap((value) => (value === undefined ? [] : [[name, value] as const])),
  )
}

/** With spaces on both sides of its comma, a name would be read as two authors. */
function highwireName(agent: Parameters<typeof invertedName>[0]): string {
  const name = invertedName(agent)
  return /^\S+ [^,]*, \S+ /.test(name) ? agent.label : name
}
