/** What rules found in the running text of a document, in the order of the text, numbered; and the words of evidence. */
import { dip } from '../rdf/vocabulary/dip.ts'
import { oa } from '../rdf/vocabulary/oa.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { type Description, lastPart } from './description.ts'

/** The words on which a statement rests. */
export interface Evidence {
  readonly iri: string
  readonly quote: string
  /** IRI of the source text. */
  readonly source: string
  /** In the source, in Unicode code points; infinite where it is not known. */
  readonly start: number
  /** `body`, `signature`, `catalogue` … */
  readonly zone: string
  /** IRI of the rule. */
  readonly rule: string
  /** IRI of what the words name. */
  readonly names?: string
}

/** An act or a meeting. */
export interface Finding {
  /** Its IRI, a fragment of the document. */
  readonly iri: string
  readonly isEvent: boolean
  /** From 1, in the order of the text. */
  readonly number: number
  /** `request`, `telephone call`. */
  readonly kind: string
  /** `planned`, `denied` …; empty where it is told as done. */
  readonly factuality: string
  readonly rule: string
  readonly evidence: readonly Evidence[]
}

/** Zones that are the document's own text, and not its publisher's page around it. */
const OWN_ZONES: ReadonlySet<string> = new Set(['body', 'document-header', 'distribution', 'signature', 'stamp'])
export const isOwnWords = ({ zone }: Evidence): boolean => OWN_ZONES.has(zone)

export function evidenceOf(about: Description, iri: string): Evidence {
  const start = about.text(iri, dip.startOffset)
  const names = about.text(iri, dip.refersTo)
  return {
    iri,
    quote: about.text(iri, dip.quote),
    source: about.text(iri, oa.hasSource),
    start: start === '' ? Number.POSITIVE_INFINITY : Number(start),
    zone: lastPart(about.text(iri, dip.textZone)).replaceAll(' ', '-'),
    rule: about.text(iri, dip.extractedBy),
    ...(names !== '' && { names }),
  }
}

export const evidenceFor = (about: Description, node: string): readonly Evidence[] =>
  about
    .all(node, dip.evidence)
    .map(({ value }) => evidenceOf(about, value))
    .toSorted((a, b) => a.start - b.start)

/** The document, and the messages that it carries. */
export const withMessages = (about: Description, iri: string): readonly string[] => [
  iri,
  ...about.all(iri, dip.encloses).map(({ value }) => value),
]

/** The acts and meetings that a document reports. */
export function findingsOf(about: Description, iri: string): readonly Finding[] {
  const read = (property: { readonly value: string }, isEvent: boolean) =>
    withMessages(about, iri).flatMap((document) =>
      about.all(document, property).map(({ value }) => ({
        iri: value,
        isEvent,
        kind: kindOf(about, value),
        factuality: factualityOf(about, value),
        rule: about.text(value, dip.extractedBy),
        evidence: evidenceFor(about, value),
      })),
    )
  const start = ({ evidence }: Pick<Finding, 'evidence'>) => evidence[0]?.start ?? Number.POSITIVE_INFINITY
  return [...read(dip.reportsEvent, true), ...read(dip.reportsAct, false)]
    .toSorted((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)))
    .map((finding, index) => ({ ...finding, number: index + 1 }))
}

const GENERAL: ReadonlySet<string> = new Set(['DiplomaticAct', 'Event'])

/** `RequestAct` → `request`, `TelephoneCall` → `telephone call`: the narrowest of our own types. */
function kindOf(about: Description, node: string): string {
  const names = about
    .all(node, rdf.type)
    .filter((type) => type.value.startsWith(dip.iri))
    .map((type) => lastPart(type.value))
  const name =
    names.find((n) => !GENERAL.has(n) && !(n === 'Conversation' && names.includes('TelephoneCall'))) ?? names[0] ?? ''
  return name
    .replace(/Act$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
}

function factualityOf(about: Description, node: string): string {
  const factuality = lastPart(about.text(node, dip.factuality))
  return factuality === 'actual' ? '' : factuality
}

/** Who and what the text names, each once. */
export const mentionsOf = (about: Description, iri: string): readonly string[] => [
  ...new Set(
    withMessages(about, iri).flatMap((document) => about.all(document, dip.mentions).map(({ value }) => value)),
  ),
]

/** Every stretch of text on which something of the document rests: a node, and its words. */
export const allEvidence = (
  about: Description,
  iri: string,
): readonly { readonly node: string; readonly evidence: Evidence }[] =>
  [iri, ...about.subjects(`${iri}#`)].flatMap((node) =>
    evidenceFor(about, node).map((evidence) => ({ node, evidence })),
  )
