/** MODS 3.7, as the Library of Congress describes it: the document, and its editions as other versions of it. */
import { type Content, element, type Markup, XSI } from '../rdf/xml.ts'
import { languageCode, rightsOf } from './plain.ts'
import type { Agent, Copy, DocumentFacts, EditionFacts, Named, NumberFacts, Role, Words } from './record.ts'

export const MODS = {
  namespace: 'http://www.loc.gov/mods/v3',
  schema: 'http://www.loc.gov/standards/mods/v3/mods-3-7.xsd',
} as const

const ROOT = {
  xmlns: MODS.namespace,
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': XSI,
  version: '3.7',
  'xsi:schemaLocation': `${MODS.namespace} ${MODS.schema}`,
}
const LANGUAGE_SCHEME = 'http://id.loc.gov/vocabulary/languages'

/** What we call a role, and the code of the MARC relators where they have it. */
const ROLES: Readonly<Record<Role, readonly [term: string, code?: string]>> = {
  creator: ['creator', 'cre'],
  contributor: ['contributor', 'ctb'],
  author: ['author', 'aut'],
  signatory: ['signer', 'sgn'],
  cataloguedAuthor: ['contributor', 'ctb'],
  sender: ['correspondent', 'crp'],
  recipient: ['addressee', 'rcp'],
  ultimateRecipient: ['addressee', 'rcp'],
  relayedBy: ['relayed by'],
  copiedTo: ['copied to'],
  translator: ['translator', 'trl'],
  transcriber: ['transcriber', 'trc'],
  editor: ['editor', 'edt'],
  obtainedBy: ['obtained by'],
}

const NAME_TYPES: Readonly<Partial<Record<Agent['kind'], string>>> = {
  person: 'personal',
  body: 'corporate',
  state: 'corporate',
}

/** The root element. @param page address of the document's page here */
export function mods(facts: DocumentFacts, page: string): Markup {
  return element(
    'mods',
    ROOT,
    titleInfo(facts.title),
    facts.otherTitles.map((title) => titleInfo(title, 'alternative')),
    facts.agents.map(nameElement),
    element('typeOfResource', {}, 'text'),
    facts.type && element('genre', { valueURI: facts.type.iri }, facts.type.label),
    originInfo(facts),
    facts.languages.map(languageElement),
    physicalDescription(facts.copies),
    facts.abstract && worded('abstract', facts.abstract),
    facts.citation && element('note', { type: 'preferred citation' }, facts.citation),
    facts.markings.map(({ label }) => element('note', { displayLabel: 'Classification marking' }, label)),
    facts.subjects.map((subject) => subjectElement('topic', subject)),
    facts.places.map((place) => subjectElement('geographic', place)),
    [...facts.collections, ...facts.partOf].map((whole) => relatedItem('host', whole)),
    facts.parts.map((part) => relatedItem('constituent', part)),
    facts.references.map((reference) => relatedItem('references', reference)),
    facts.relations.map((relation) => relatedItem(undefined, relation)),
    facts.editions.map(editionElement),
    element('identifier', { type: 'uri' }, facts.iri),
    facts.recordNumbers.map((value) => element('identifier', { type: 'local' }, value)),
    facts.numbers.map(numberElement),
    location(facts, page),
    rightsOf(facts).map((right) =>
      'iri' in right
        ? element('accessCondition', { type: 'use and reproduction', 'xlink:href': right.iri })
        : worded('accessCondition', right, { type: 'use and reproduction' }),
    ),
    element(
      'recordInfo',
      {},
      element('recordIdentifier', { source: facts.iri.slice(0, -facts.slug.length) }, facts.slug),
    ),
  )
}

const worded = (name: string, { value, language }: Words, attributes = {}): Markup =>
  element(name, { ...attributes, 'xml:lang': language }, value)

const titleInfo = (title: Words, type?: string): Markup => element('titleInfo', { type }, worded('title', title))

/** `creator` says nothing beside another role of who made the document, `contributor` nothing beside any other. */
function nameElement({ iri, label, kind, roles }: Agent): Markup {
  const telling = roles.filter((role) => role !== 'creator' && role !== 'contributor')
  const terms = new Map((telling.length > 0 ? telling : roles).map((role) => [ROLES[role][0], ROLES[role][1]]))
  return element(
    'name',
    { type: NAME_TYPES[kind], valueURI: iri },
    element('namePart', {}, label),
    [...terms].map(([term, code]) =>
      element(
        'role',
        {},
        element('roleTerm', { type: 'text', ...(code !== undefined && { authority: 'marcrelator' }) }, term),
        code && element('roleTerm', { type: 'code', authority: 'marcrelator' }, code),
      ),
    ),
  )
}

function originInfo({ writtenAt, date }: DocumentFacts): Markup | undefined {
  if (writtenAt === undefined && date === undefined) return undefined
  return element(
    'originInfo',
    { eventType: 'production' },
    writtenAt && element('place', {}, element('placeTerm', { type: 'text', valueURI: writtenAt.iri }, writtenAt.label)),
    date &&
      element(
        'dateCreated',
        { encoding: 'edtf', keyDate: 'yes', qualifier: date.isStated ? undefined : 'inferred' },
        date.edtf,
      ),
  )
}

function languageElement(language: Named): Markup {
  const code = languageCode(language)
  const text = element('languageTerm', { type: 'text' }, language.label)
  if (code === language.label) return element('language', {}, text)
  const attributes = { type: 'code', authority: 'iso639-2b', authorityURI: LANGUAGE_SCHEME, valueURI: language.iri }
  return element('language', {}, element('languageTerm', attributes, code), text)
}

function physicalDescription(copies: readonly Copy[]): readonly Markup[] {
  return copies.flatMap(({ leaves, isPrinted }) =>
    leaves === undefined
      ? []
      : [element('physicalDescription', {}, element('extent', { unit: isPrinted ? 'pages' : 'leaves' }, leaves))],
  )
}

const subjectElement = (name: string, { iri, label }: Named): Markup =>
  element('subject', {}, element(name, { valueURI: iri }, label))

const relatedItem = (type: string | undefined, { iri, label }: Named): Markup =>
  element('relatedItem', { type, 'xlink:href': iri }, titleInfo({ value: label }))

function editionElement({ iri, language, publisher, available, note }: EditionFacts): Markup {
  const published: Content[] = [
    publisher && element('publisher', { valueURI: publisher.iri }, publisher.label),
    available === undefined ? undefined : element('dateIssued', { encoding: 'w3cdtf' }, available),
  ]
  return element(
    'relatedItem',
    { type: 'otherVersion', 'xlink:href': iri },
    published.some((part) => part !== undefined)
      ? element('originInfo', { eventType: 'publication' }, published)
      : undefined,
    language && languageElement(language),
    note && worded('note', note),
  )
}

const numberElement = ({ value, kind, label }: NumberFacts): Markup =>
  element('identifier', { type: 'document number', displayLabel: label ?? kind?.label }, value)

function location({ archives, source, pages }: DocumentFacts, page: string): readonly Markup[] {
  const held = [
    ...archives.map(({ iri, label }) => element('physicalLocation', { valueURI: iri }, label)),
    ...source.map((citation) => element('shelfLocator', {}, citation)),
  ]
  return [
    ...(held.length > 0 ? [element('location', {}, held)] : []),
    element(
      'location',
      {},
      element('url', { usage: 'primary display', access: 'object in context' }, page),
      pages.map((address) => element('url', { access: 'object in context' }, address)),
    ),
  ]
}
