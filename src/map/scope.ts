/** What is mapped: one document (or a message inside one) with the names of its nodes, its graphs and its members. */
import type { NamedNode } from 'n3'
import type { Authority, Entity } from '../authority/authority.ts'
import type { NameDirectory } from '../authority/directory.ts'
import { type Settings, sourceSettingsOf } from '../config.ts'
import type { Found, Name, SourceDocument, SourceText, Zone } from '../document.ts'
import { type Iris, type Kind, shortHash, slugify } from '../iris.ts'
import type { Member } from '../reconcile/index.ts'
import type { Statements } from '../statements.ts'
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

/** The IRI of whom a name names; undefined where it turns out to be a place: a place does not act. */
export const actorIri = (scope: Scope, name: Name): NamedNode | undefined =>
  scope.names.entity(name).kind === 'place' ? undefined : entityIri(scope, name)

/** The place of this name: a territory, also where the name stands for a state elsewhere. */
export function placeNamed({ names }: Scope, label: string): Entity {
  const found = names.entity({ kind: 'place', label, forms: [] })
  return found.kind === 'place'
    ? found
    : { kind: 'place', slug: slugify(label) || shortHash(label), label, forms: [], curated: false }
}

export function placeIri(scope: Scope, label: string): NamedNode {
  const { kind, slug } = placeNamed(scope, label)
  return thing(scope, kind, slug)
}

/** Fragments that stand once: a repeated one gets `-2`, `-3` … */
export function numbered(fragments: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return fragments.map((fragment) => {
    const count = (counts.get(fragment) ?? 0) + 1
    counts.set(fragment, count)
    return count === 1 ? fragment : `${fragment}-${count}`
  })
}

const MODERN: readonly Zone[] = ['summary', 'related', 'listing-row']

/** Whether the words of a zone may be published: `publishText` governs all, `publishSummary` those of the editor. */
export function mayQuote({ context, members }: Scope, zone: Zone): boolean {
  const { publishText, publishSummary } = sourceSettingsOf(context.settings, members[0]?.document.source ?? '')
  return publishText !== 'none' && (publishSummary || !MODERN.includes(zone))
}
