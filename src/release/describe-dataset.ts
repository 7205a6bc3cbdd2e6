/** What the configuration says of the dataset: who made it, what it covers. Nothing else is known of that here. */
import { DataFactory } from 'n3'
import type { DatasetSettings, Publisher } from '../config.ts'
import { dcat } from '../rdf/vocabulary/dcat.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { foaf } from '../rdf/vocabulary/foaf.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { vocabulary } from '../rdf/vocabulary/vocabulary.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import { type Describing, english, node, nodes } from './describing.ts'

const { namedNode, literal } = DataFactory
const vcard = vocabulary('http://www.w3.org/2006/vcard/ns#', ['fn', 'hasEmail', 'Kind'])
const { PeriodOfTime, startDate, endDate } = {
  ...vocabulary('http://purl.org/dc/terms/', ['PeriodOfTime']),
  ...vocabulary(dcat.iri, ['startDate', 'endDate']),
}
/** Languages by their two letters, as DCAT asks for them. */
const LANGUAGES = 'http://id.loc.gov/vocabulary/iso639-1/'

const languageNode = (tag: string) => {
  const [, code] = /^([a-z]{2})(?:-|$)/.exec(tag) ?? []
  return code === undefined ? [] : [namedNode(LANGUAGES + code)]
}

/** A year, a month or a day with its datatype. */
const moment = (text: string) => literal(text, [xsd.gYear, xsd.gYearMonth, xsd.date][text.split('-').length - 1])

export function describeDataset(describing: Describing, dataset: DatasetSettings): void {
  const { self, say } = describing
  const title = english(dataset.title)
  const description = english(dataset.description)
  const license = node(dataset.license)
  const { publisher: publishing, creator: creating, adminEmail, created, language, temporal } = dataset
  // Who publishes answers for the collection.
  const publisher = agent(describing, 'publisher', publishing, publishing?.email ?? adminEmail)
  const creator = agent(describing, 'creator', creating, creating?.email)
  const day = created === undefined ? undefined : literal(created, xsd.date)
  const spatial = nodes(dataset.spatial)
  const about = nodes(dataset.about)
  say(self, [
    [dcterms.title, title],
    [schema.name, title],
    [dcterms.description, description],
    [schema.description, description],
    [dcterms.publisher, publisher],
    [schema.publisher, publisher],
    [dcterms.creator, creator],
    [schema.creator, creator],
    [dcterms.license, license],
    [schema.license, license],
    [dcat.contactPoint, contact(describing, dataset)],
    [dcterms.created, day],
    [schema.dateCreated, day],
    [dcterms.language, language?.flatMap(languageNode)],
    [schema.inLanguage, language?.map((tag) => literal(tag))],
    [dcterms.temporal, period(describing, temporal)],
    [schema.temporalCoverage, temporal === undefined ? undefined : literal(temporal)],
    [dcterms.spatial, spatial],
    [schema.spatialCoverage, spatial],
    [dcat.theme, about],
    [schema.about, about],
  ])
}

function agent({ say, part }: Describing, role: string, settings: Publisher | undefined, email: string | undefined) {
  if (settings?.name === undefined) return node(settings?.iri)
  const { name, identifier } = settings
  const contact =
    email === undefined
      ? undefined
      : say(part(`${role}-contact`), [
          [rdf.type, schema.ContactPoint],
          [schema.name, english(name)],
          [schema.email, literal(email)],
        ])
  return say(node(settings.iri) ?? part(role), [
    [rdf.type, [foaf.Agent, schema.Organization]],
    [foaf.name, english(name)],
    [schema.name, english(name)],
    [schema.identifier, identifier === undefined ? undefined : literal(identifier)],
    [schema.contactPoint, contact],
  ])
}

function contact({ say, part }: Describing, { adminEmail, publisher }: DatasetSettings) {
  if (adminEmail === undefined) return undefined
  return say(part('contact'), [
    [rdf.type, vcard.Kind],
    [vcard.fn, english(publisher?.name ?? adminEmail)],
    [vcard.hasEmail, namedNode(`mailto:${adminEmail}`)],
  ])
}

function period({ say, part }: Describing, temporal: string | undefined) {
  if (temporal === undefined) return undefined
  const [from = temporal, to = from] = temporal.split('/')
  return say(part('period'), [
    [rdf.type, PeriodOfTime],
    [startDate, moment(from)],
    [endDate, moment(to)],
  ])
}
