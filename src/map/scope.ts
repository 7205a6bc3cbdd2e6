/** What is mapped: one document (or a message inside one) with the names of its nodes, its graphs and its members. */
import type { NamedNode } from 'n3'
import type { Authority } from '../authority/authority.ts'
import type { NameDirectory } from '../authority/directory.ts'
import { type Settings, sourceSettingsOf } from '../config.ts'
import type { Found, Name, SourceDocument, SourceText, Statements, Zone } from '../document.ts'
import type { Iris, Kind } from '../iris.ts'
import type { Member } from '../reconcile/index.ts'
import { namedNode } from './quads.ts'

/** What the map asks of the others. `extract` gives what running text says. */
export interface MapContext {
  readonly iris: Iris
  readonly settings: Settings
  readonly authority: Authority
  extract(source: SourceText, document: SourceDocument, names: NameDirectory): Statements
}

export interface Scope {
  readonly iri: NamedNode
  /** `B/graph/document/{slug}`. */
  readonly stated: NamedNode
  /** `B/graph/extracted/{slug}`. */
  readonly extracted: NamedNode
  /** Editions first; the first is the primary. */
  readonly members: readonly Member[]
  readonly names: NameDirectory
  readonly context: MapContext
  /** A node of the document: `{document}#{fragment}`. */
  part(fragment: string): NamedNode
}

/** A value, and the member that gives it. */
export interface Fact<T> {
  readonly found: Found<T>
  readonly member: Member
}

/** What all members say, in their order. */
export function facts<T>(scope: Scope, of: (document: SourceDocument) => readonly Found<T>[]): Fact<T>[] {
  return scope.members.flatMap((member) => of(member.document).map((found) => ({ found, member })))
}

/** What the first member says that says anything. */
export function firstFact<T>(
  scope: Scope,
  of: (document: SourceDocument) => Found<T> | undefined,
): Fact<T> | undefined {
  for (const member of scope.members) {
    const found = of(member.document)
    if (found !== undefined) return { found, member }
  }
  return undefined
}

/** The IRI of a thing of our own. */
export const thing = ({ context }: Scope, kind: Kind, slug: string): NamedNode =>
  namedNode(context.iris.thing(kind, slug))

/** The IRI of what a name names. */
export function entityIri(scope: Scope, name: Name): NamedNode {
  const { kind, slug } = scope.names.entity(name)
  return thing(scope, kind, slug)
}

const MODERN: readonly Zone[] = ['summary', 'related', 'listing-row']

/** Whether the words of a zone may be published: `publishText` governs all, `publishSummary` those of the editor. */
export function mayQuote({ context, members }: Scope, zone: Zone): boolean {
  const { publishText, publishSummary } = sourceSettingsOf(context.settings, members[0]?.document.source ?? '')
  return publishText !== 'none' && (publishSummary || !MODERN.includes(zone))
}
