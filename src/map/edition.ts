/** Editions: the text that a publisher offers to readers, with its record number, credits, rights and page. */
import type { Literal, NamedNode, Quad } from 'n3'
import { type Publisher as ConfiguredPublisher, sourceSettingsOf } from '../config.ts'
import type { Credit, Name, SourceDocument } from '../document.ts'
import { languageOfTag } from '../grammar/language.ts'
import { publishers } from '../publishers.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { omissionKind } from '../rdf/vocabulary/schemes.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import type { Member } from '../reconcile/index.ts'
import { soleCopy } from './archive.ts'
import { mapNotes } from './notes.ts'
import { describe, iriOrNothing, isA, namedNode, text, textIn, typed } from './quads.ts'
import { actorIri, entityIri, type Scope } from './scope.ts'
import { mapPage, mapSource, pageIri } from './source.ts'

/** The editions of a document: members in one language are one edition, seen on several pages. */
export function mapEditions(scope: Scope): Quad[] {
  const byLanguage = new Map<string, Member[]>()
  for (const member of scope.members.filter(({ document }) => document.standing === 'edition')) {
    const language = member.document.textLanguage ?? 'und'
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), member])
  }
  return [...byLanguage].flatMap(([language, members]) => [
    ...mapEdition(scope, scope.part(`edition-${language.toLowerCase()}`), members),
    ...members.flatMap((member) => mapPage(scope.context, member)),
  ])
}

/** Every text in which the document is presented or named. */
export const mapSources = (scope: Scope): Quad[] =>
  scope.members.flatMap(({ document, source }) => mapSource(scope.context, source, document.source))

const CREDITS: Readonly<Record<Credit['role'], readonly NamedNode[]>> = {
  translator: [dip.translator, dcterms.contributor],
  transcriber: [dip.transcriber, dcterms.contributor],
  editor: [dip.editor, dcterms.contributor],
  obtainedBy: [dip.obtainedBy, dcterms.contributor],
  contributor: [dcterms.contributor],
}

function mapEdition(scope: Scope, node: NamedNode, members: readonly Member[]): Quad[] {
  const documents = members.map(({ document }) => document)
  const first = <T>(of: (document: SourceDocument) => T | undefined) => documents.map(of).find((v) => v !== undefined)
  const credits = documents.flatMap((document) => document.credits.map(({ value }) => value))
  const language = first((document) => document.textLanguage)
  const [main] = members
  return [
    ...describe(scope.stated, scope.iri, [[dip.hasEdition, node]]),
    ...describe(scope.stated, node, [
      isA('Edition'),
      [dip.recordId, text(first((document) => document.record?.value))],
      [dcterms.publisher, main && publisherOf(scope, main)],
      [dcterms.language, languageIri(language === undefined ? undefined : languageOfTag(language)?.iso)],
      [dcterms.abstract, publishedSummary(scope, members)],
      ...credits.flatMap(({ role, name }) =>
        CREDITS[role].map((property) => [property, actorIri(scope, name)] as const),
      ),
      [dip.translatedFor, credits.map((credit) => project(scope, credit))],
      [dip.creditLine, documents.map(({ creditLine }) => text(creditLine?.value))],
      [dip.supportedBy, documents.flatMap(({ donors }) => donors.map(({ value }) => actorIri(scope, value)))],
      [
        dip.uploadedOn,
        typed(
          xsd.date,
          first((document) => document.uploaded?.value),
        ),
      ],
      [dip.omission, documents.flatMap(({ omissions }) => omissions.map(({ value }) => omissionKind[value]))],
      [dip.editionNote, documents.map(({ titleLanguage, notice }) => textIn(titleLanguage, notice?.value))],
      [dip.madeFromCopy, soleCopy(scope)],
      [dip.shownOn, members.map((member) => pageIri(scope.context, member))],
    ]),
    ...mapNotes(scope, node, members),
    ...(main ? mapRights(scope, node, main) : []),
  ]
}

const project = (scope: Scope, { role, project: name }: Credit): NamedNode | undefined =>
  role === 'translator' && name !== undefined ? entityIri(scope, projectName(name)) : undefined

/** A project as a body with a name. */
export const projectName = (label: string): Name => ({ kind: 'body', label, forms: [] })

/** The first summary that a publisher gives, where it may be published. It is a modern text about the document. */
export function publishedSummary({ context }: Scope, members: readonly Member[]): Literal | undefined {
  const document = members.find((member) => member.document.summary !== undefined)?.document
  if (document === undefined || !sourceSettingsOf(context.settings, document.source).publishSummary) return undefined
  return textIn(document.titleLanguage, document.summary?.value)
}

/** A language of the Library of Congress by its ISO 639-2 code. */
export const languageIri = (code: string | undefined): NamedNode | undefined =>
  code === undefined ? undefined : namedNode(`http://id.loc.gov/vocabulary/languages/${code}`)

/** A text made for this collection has the publisher that the settings name; any other has the one whose page it is. */
function publisherOf(scope: Scope, { document }: Member): NamedNode | undefined {
  const { edition } = scope.context.settings
  if (document.notice !== undefined && edition !== undefined) return configuredPublisher(scope, edition.publisher)
  const name = publisherName(scope, document.source)
  return name && entityIri(scope, name)
}

function configuredPublisher(scope: Scope, { iri, name }: ConfiguredPublisher): NamedNode | undefined {
  return iriOrNothing(iri) ?? (name === undefined ? undefined : entityIri(scope, projectName(name)))
}

/** The body that publishes the records of a source: the setting `dataProvider`, else what is known of its pages. */
export function publisherName({ context }: Scope, source: string): Name | undefined {
  const label =
    sourceSettingsOf(context.settings, source).dataProvider ?? publishers.find(({ key }) => key === source)?.label
  return label === undefined ? undefined : projectName(label)
}

/** Rights are the page's words. A statement of rightsstatements.org and a licence are the decision of who publishes. */
function mapRights(scope: Scope, edition: NamedNode, { document }: Member): Quad[] {
  const { rightsStatement, license } = sourceSettingsOf(scope.context.settings, document.source)
  const decided = iriOrNothing(rightsStatement)
  const ofVolume = document.collections.flatMap((collection) => collection.rights ?? [])[0]
  const words = document.rights?.value ?? ofVolume ?? (decided === undefined ? rightsStatement : undefined)
  const node = words === undefined ? undefined : scope.part('rights')
  return [
    ...describe(scope.stated, edition, [
      [dcterms.rights, [node, decided]],
      [dcterms.license, iriOrNothing(license)],
    ]),
    ...(node
      ? describe(scope.stated, node, [
          [rdf.type, dcterms.RightsStatement],
          [rdfs.label, textIn(document.titleLanguage, words)],
        ])
      : []),
  ]
}
