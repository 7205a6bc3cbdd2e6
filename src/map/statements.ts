/** What rules found in running text: mentions, events and acts with their evidence, in `B/graph/extracted/{slug}`. */
import type { NamedNode, Quad } from 'n3'
import type { Found, Name } from '../document.ts'
import { shortHash } from '../iris.ts'
import { oneLine } from '../letters.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { factuality, reviewStatus } from '../rdf/vocabulary/schemes.ts'
import type { Member } from '../reconcile/index.ts'
import type { ActReport, EventReport, Mention, Statements } from '../statements.ts'
import { bounds, dateStatement, preferredOf } from './dates.ts'
import { speakerAt } from './document.ts'
import { extractedEvidenceOf, naming, occurrence } from './evidence.ts'
import { describe, isA, namedNode, type Properties, text, textIn, type Values } from './quads.ts'
import { actorIri, entityIri, mayQuote, placeIri, type Scope, thing } from './scope.ts'

/** A member with what its text says. */
export interface Told {
  readonly member: Member
  readonly statements: Statements
}

export function mapStatements(scope: Scope, told: readonly Told[]): Quad[] {
  const described = new Set<string>()
  /** A row and a page can tell one thing in the same words: it is described once and has the evidence of both. */
  const isNew = (node: NamedNode) => !described.has(node.value) && described.add(node.value) !== undefined
  return told.flatMap(({ member, statements: { mentions, events, acts } }) => {
    const eventNodes = events.map((found) => statementNode(scope, 'event', found.value.kind, found, member))
    const actNodes = acts.map((found) => statementNode(scope, 'act', found.value.kind, found, member))
    return [
      ...mentions.flatMap((found) => mapMention(scope, found, member)),
      ...events.flatMap((found, index) => {
        const node = eventNodes[index]
        if (node === undefined) return []
        const [report, evidence] = mapReport(scope, dip.reportsEvent, node, found, member)
        return isNew(node) ? [...report, ...evidence, ...mapEvent(scope, node, found)] : evidence
      }),
      ...acts.flatMap((found, index) => {
        const node = actNodes[index]
        if (node === undefined) return []
        const { event, respondsTo } = found.value
        const links: Properties = [
          [dip.withinEvent, event === undefined ? undefined : eventNodes[event]],
          [dip.respondsTo, respondsTo === undefined ? undefined : actNodes[respondsTo]],
          ...bounds(events[event ?? -1]?.value.date?.value ?? preferredOf(scope)),
        ]
        const [report, evidence] = mapReport(scope, dip.reportsAct, node, found, member)
        return isNew(node) ? [...report, ...evidence, ...mapAct(scope, node, found, links)] : evidence
      }),
    ]
  })
}

/** Named by class, words and occurrence: neither running numbers nor offsets, which move when a rule or text is mended. */
function statementNode(scope: Scope, part: string, kind: string, found: Found<unknown>, { source }: Member): NamedNode {
  const quote = oneLine(found.words).toLowerCase()
  return scope.part(`${part}-${shortHash([kind, quote, occurrence(source, found)].join('|'))}`)
}

function mapMention(scope: Scope, found: Found<Mention>, member: Member): Quad[] {
  const { name } = found.value
  const evidence = extractedEvidenceOf(scope, found, member)
  return [
    ...describe(scope.extracted, speakerAt(scope, found.span.start).iri, [
      [dip.mentions, entityIri(scope, name)],
      [dip.evidence, evidence.node],
    ]),
    ...evidence.quads,
    ...naming(scope, scope.extracted, evidence.node, name),
  ]
}

/** What events and acts have in common: where they are reported, by which rule; and, apart, in which words. */
function mapReport(
  scope: Scope,
  property: NamedNode,
  node: NamedNode,
  found: Found<EventReport | ActReport>,
  member: Member,
): [report: Quad[], evidence: Quad[]] {
  const evidence = extractedEvidenceOf(scope, found, member)
  const reporter = speakerAt(scope, found.span.start).iri
  const report = [
    ...describe(scope.extracted, reporter, [[property, node]]),
    ...describe(scope.extracted, node, [
      isA(found.value.kind),
      [dip.factuality, factuality[found.value.factuality]],
      [dip.reportedIn, reporter],
      [dip.extractedBy, thing(scope, 'rule', found.rule)],
      [dip.reviewStatus, reviewStatus.unreviewed],
    ]),
  ]
  return [report, [...describe(scope.extracted, node, [[dip.evidence, evidence.node]]), ...evidence.quads]]
}

function mapEvent(scope: Scope, node: NamedNode, found: Found<EventReport>): Quad[] {
  const { label, date, place, participants } = found.value
  const day = date && namedNode(`${node.value}-date`)
  return [
    ...describe(scope.extracted, node, [
      [rdfs.label, textIn('en', label)],
      [dip.eventDate, day],
      ...bounds(date?.value),
      [dip.place, place && placeIri(scope, place.label)],
      ...participants.flatMap(({ name, role }) => [
        [dip[role], actorIri(scope, name)] as const,
        [dip.participant, actorIri(scope, name)] as const,
      ]),
    ]),
    ...(date && day ? dateStatement(scope.extracted, day, date.value, date.words, 'text', date.certainty) : []),
  ]
}

function mapAct(scope: Scope, node: NamedNode, found: Found<ActReport>, links: Properties): Quad[] {
  const act = found.value
  const actors = (names: readonly (Name | undefined)[]): Values => names.map((name) => name && actorIri(scope, name))
  const words = (value: string | undefined) => (mayQuote(scope, found.span.zone) ? text(value) : undefined)
  return describe(scope.extracted, node, [
    [dip.actor, actors(act.actors)],
    [dip.actAddressee, actors(act.addressees)],
    [dip.onBehalfOf, actors(act.onBehalfOf)],
    [dip.relayedBy, actors(act.relayedBy)],
    [dip.appointee, actors([act.appointee])],
    [dip.appointedTo, actors([act.appointedTo])],
    [dip.content, words(act.content)],
    [dip.condition, words(act.condition)],
    ...links,
  ])
}
