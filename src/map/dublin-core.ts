/** The flat view for harvesters: every document has its Dublin Core whether or not `dip:` says more. */
import type { Quad } from 'n3'
import type { PartyRole } from '../document.ts'
import { oneLine } from '../letters.ts'
import { canonicalAddress } from '../publishers.ts'
import { dcmitype } from '../rdf/vocabulary/dcmitype.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { documentType } from '../rdf/vocabulary/schemes.ts'
import { termNamed } from '../rdf/vocabulary/vocabulary.ts'
import { callNumber } from '../reconcile/call-number.ts'
import { collectionIris } from './collections.ts'
import { typeOf } from './document-type.ts'
import { languageIri, publishedSummary } from './edition.ts'
import { describe, type Properties, text, textIn, type Value } from './quads.ts'
import { actorIri, facts, firstFact, placeIri, type Scope } from './scope.ts'
import { headingIri } from './subjects.ts'

/**
 * Title, type, language, subjects, places, abstract, identifiers and citation. Creators and contributors come with the
 * parties, the date with the dates, the source with the copies, relations with the documents that they lead to.
 */
export function mapDublinCore(scope: Scope): Quad[] {
  const type = typeOf(scope)
  const headings = facts(scope, (document) => [...document.subjects, ...document.topics])
  const places = facts(scope, (document) => document.places)
  const people = facts(scope, (document) => document.people)
  const citation = firstFact(scope, (document) => document.citation)?.found.value
  const written = firstFact(scope, (document) => document.writtenAt)
  return describe(scope.stated, scope.iri, [
    ...titles(scope),
    [dcterms.type, [type === undefined ? undefined : termNamed(documentType, type), dcmitype.Text]],
    [dcterms.language, facts(scope, (document) => document.languages).map(({ found }) => languageIri(found.value))],
    [dcterms.subject, headings.map(({ found }) => headingIri(scope.context.iris, found.value))],
    ...[dip.associatedPlace, dcterms.spatial].map(
      (property) => [property, places.map(({ found }) => placeIri(scope, found.value.label))] as const,
    ),
    ...[dip.associatedActor, dcterms.relation].map(
      (property) => [property, people.map(({ found }) => actorIri(scope, found.value))] as const,
    ),
    [dcterms.abstract, publishedSummary(scope, scope.members)],
    [dcterms.identifier, identifiers(scope)],
    [dip.writtenAt, written && placeIri(scope, written.found.value.label)],
    [dcterms.bibliographicCitation, text(citation)],
    [dcterms.isPartOf, collectionIris(scope)],
  ])
}

/** The title of the first member that has one; other wordings of other members as alternatives. */
function titles(scope: Scope): Properties {
  const [title, ...others] = facts(scope, (document) => (document.title ? [document.title] : []))
  if (title === undefined) return [[dcterms.title, textIn('en', madeTitle(scope))]]
  const language = title.member.document.titleLanguage
  const alternatives = others.filter(({ found }) => found.value.toLowerCase() !== title.found.value.toLowerCase())
  return [
    [dcterms.title, textIn(language, title.found.value)],
    [dcterms.alternative, alternatives.map(({ found, member }) => textIn(member.document.titleLanguage, found.value))],
  ]
}

/** A title for a document that has none: `Ciphered telegram 8600, Vyshinsky to Mao Zedong, 14 May 1950`, as far as known. */
export function madeTitle(scope: Scope): string {
  const type = typeOf(scope)?.replaceAll('-', ' ') ?? 'document'
  const number = scope.members
    .map(({ document }) => callNumber(document.numbers.map(({ value }) => value)))
    .find(Boolean)
  const date = firstFact(scope, (document) => document.dates[0])?.found.words
  const from = namesOf(scope, ['sender', 'author', 'signatory'])
  const to = namesOf(scope, ['ultimateAddressee', 'addressee'])
  const parties = from && to ? `${from} to ${to}` : from
  return [[type[0]?.toUpperCase() + type.slice(1), number].filter(Boolean).join(' '), parties, date && oneLine(date)]
    .filter(Boolean)
    .join(', ')
}

/** Who stands in the first of the roles that is filled. */
function namesOf(scope: Scope, roles: readonly PartyRole[]): string | undefined {
  const parties = facts(scope, (document) => document.parties).map(({ found }) => found.value)
  const role = roles.find((r) => parties.some((party) => party.role === r))
  const names = parties.filter((party) => party.role === role).map(({ name }) => name.label)
  return role && [...new Set(names)].join(' and ')
}

/** Our address, the publisher's number and address. Telegram numbers are no identifiers: every year has them again. */
function identifiers(scope: Scope): (Value | undefined)[] {
  const records = facts(scope, (document) => (document.record ? [document.record] : []))
  return [
    text(scope.iri.value),
    ...records.flatMap(({ found, member }) => [
      text(found.value),
      text(canonicalAddress(member.document.source, found.value)),
    ]),
  ]
}
