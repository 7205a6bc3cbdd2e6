/** One document as its pages and its form state it: everything that goes into `B/graph/document/{slug}`. */
import type { Quad } from 'n3'
import type { SourceDocument } from '../document.ts'
import { oneLine } from '../letters.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { mapCopies } from './archive.ts'
import { bounds, dateLiteral, mapDates, preferredOf } from './dates.ts'
import { classOf } from './document-type.ts'
import { mapDublinCore } from './dublin-core.ts'
import { mapEditions } from './edition.ts'
import { mapHandling } from './handling.ts'
import { mapNumbers } from './numbers.ts'
import { mapParties } from './parties.ts'
import { describe, isA, text, yes } from './quads.ts'
import { mapRelations } from './relations.ts'
import { facts, type Scope } from './scope.ts'

/** The stated graph of a document. `entries` are the IRIs of its days, where it is a journal. */
export function mapStated(scope: Scope, entries: readonly string[]): Quad[] {
  return [
    ...mapIdentity(scope),
    ...mapDublinCore(scope),
    ...mapDates(scope),
    ...mapParties(scope),
    ...mapNumbers(scope),
    ...mapHandling(scope),
    ...mapCopies(scope),
    ...mapEditions(scope),
    ...mapRelations(scope, entries),
    ...messagesOf(scope).flatMap((message) => mapMessage(scope, message)),
  ]
}

const KNOWN_BY_REFERENCE: readonly SourceDocument['standing'][] = ['listed', 'related', 'referred']

function mapIdentity(scope: Scope): Quad[] {
  const stub = scope.members.every(({ document }) => KNOWN_BY_REFERENCE.includes(document.standing))
  const unparsed = scope.members.flatMap(({ document }) => document.unparsed)
  return describe(scope.stated, scope.iri, [
    isA(classOf(scope)),
    [dip.isStub, stub ? yes : undefined],
    [dip.unparsedText, unparsed.map(({ words }) => text(oneLine(words)))],
  ])
}

/** The messages that a document carries, each as a document of its own that is named within it. */
export function messagesOf(scope: Scope): Scope[] {
  const carrier = scope.members.find(({ document }) => document.encloses.length > 0)
  if (carrier === undefined) return []
  return carrier.document.encloses.map((document, index): Scope => {
    const fragment = `message-${index + 1}`
    return {
      ...scope,
      iri: scope.part(fragment),
      members: [{ document, source: carrier.source, related: [], replies: [] }],
      part: (name) => scope.part(`${fragment}-${name}`),
    }
  })
}

function mapMessage(carrier: Scope, message: Scope): Quad[] {
  const dated = facts(message, (document) => document.dates).length > 0
  const date = preferredOf(carrier)
  return [
    ...mapStated(message, []),
    ...describe(carrier.stated, message.iri, [
      [dip.enclosedIn, carrier.iri],
      [dcterms.isPartOf, carrier.iri],
      // A message without a date of its own is of the day of what carries it.
      ...(dated ? [] : [[dcterms.date, dateLiteral(date)] as const, ...bounds(date)]),
    ]),
    ...describe(carrier.stated, carrier.iri, [
      [dip.encloses, message.iri],
      [dcterms.hasPart, message.iri],
    ]),
  ]
}

/** The document or the message inside it, whichever the words at this place belong to. */
export function speakerAt(scope: Scope, at: number): Scope {
  const spansIt = ({ members: [member] }: Scope) =>
    member?.document.text !== undefined && member.document.text.start <= at && at < member.document.text.end
  return messagesOf(scope).find(spansIt) ?? scope
}
