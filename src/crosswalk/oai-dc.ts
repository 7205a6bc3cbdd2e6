/** Dublin Core as OAI-PMH asks it of every repository: fifteen elements, all values words or addresses. */
import { element, type Markup, XSI } from '../rdf/xml.ts'
import { isoDate, languageCode, publishersOf, rightsOf, rightText } from './plain.ts'
import { agentsAs, type DocumentFacts, type Named, type Words } from './record.ts'

export const OAI_DC = {
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
} as const

const ROOT = {
  'xmlns:oai_dc': OAI_DC.namespace,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xsi': XSI,
  'xsi:schemaLocation': `${OAI_DC.namespace} ${OAI_DC.schema}`,
}

const words = ({ label }: Named): Words => ({ value: label })
const address = ({ iri }: Named): Words => ({ value: iri })
const plain = (value: string): Words => ({ value })

/** The root element. */
export function oaiDc(facts: DocumentFacts): Markup {
  const creators = agentsAs(facts, 'creator')
  const contributors = agentsAs(
    facts,
    'contributor',
    'cataloguedAuthor',
    'translator',
    'transcriber',
    'editor',
    'obtainedBy',
  ).filter((agent) => !creators.includes(agent))
  const { collections, partOf, parts, references, relations } = facts
  const elements: readonly (readonly [name: string, values: readonly Words[]])[] = [
    ['title', [facts.title, ...facts.otherTitles]],
    ['creator', creators.map(words)],
    ['subject', facts.subjects.map(words)],
    ['description', facts.abstract === undefined ? [] : [facts.abstract]],
    ['publisher', publishersOf(facts).map(words)],
    ['contributor', contributors.map(words)],
    ['date', facts.date === undefined ? [] : [plain(isoDate(facts.date))]],
    ['type', [...(facts.type === undefined ? [] : [words(facts.type)]), plain('Text')]],
    ['identifier', [facts.iri, ...facts.pages, ...facts.recordNumbers].map(plain)],
    ['source', facts.source.map(plain)],
    ['language', facts.languages.map((language) => plain(languageCode(language)))],
    ['relation', [...collections, ...partOf, ...parts, ...references, ...relations].map(address)],
    ['coverage', facts.places.map(words)],
    ['rights', rightsOf(facts).map(rightText)],
  ]
  return element(
    'oai_dc:dc',
    ROOT,
    elements.flatMap(([name, values]) =>
      values.map(({ value, language }) => element(`dc:${name}`, { 'xml:lang': language }, value)),
    ),
  )
}
