/** Positions as attested: a role beside a person's name says that the person held it, in a way, on the day of the document. */
import type { NamedNode, Quad } from 'n3'
import type { Name } from '../document.ts'
import { oneLine } from '../letters.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { holdingStatus } from '../rdf/vocabulary/schemes.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { preferredNode } from './dates.ts'
import { describe, isA, namedNode, text, textIn } from './quads.ts'
import { type Scope, thing } from './scope.ts'

type Status = keyof typeof STATUS_WORDS | 'in-office'

/** Words that say how a position is held. A deputy minister holds a position of his own. */
const STATUS_WORDS = {
  acting: /\b(?:acting|temporary|temporarily|provisional|interim)\s+|\s*\((?:acting|temporarily|temporary)\)/i,
  former: /\b(?:former|ex-|late)\s*|\s*\(former\)/i,
  designate: /[\s-]+(?:designate|elect)\b|\s*\(designate\)/i,
} as const

/** The status that a role says, and the position without the words for it. */
export function readRole(role: string): { readonly status: Status; readonly position: string } {
  for (const status of Object.keys(STATUS_WORDS) as (keyof typeof STATUS_WORDS)[])
    if (STATUS_WORDS[status].test(role)) return { status, position: oneLine(role.replace(STATUS_WORDS[status], ' ')) }
  return { status: 'in-office', position: role.trim() }
}

/** The holding that a name with a role attests; nothing where no person or no role is named. */
export function mapHolding(scope: Scope, graph: NamedNode, name: Name): Quad[] {
  const person = scope.names.entity(name)
  if (name.role === undefined || person.kind !== 'person') return []
  const { status, position: label } = readRole(name.role)
  if (label === '') return []
  const position = scope.names.entity({ kind: 'position', label, forms: [] })
  if (position.kind !== 'position') return []
  const holder = thing(scope, 'person', person.slug)
  const office = thing(scope, 'position', position.slug)
  return [
    ...(position.curated
      ? []
      : describe(graph, office, [isA('Position'), [skos.prefLabel, textIn('en', position.label)]])),
    ...describe(graph, holder, [[dip.holdsPosition, office]]),
    ...describe(graph, namedNode(`${holder.value}#holding-${status}-${position.slug}`), [
      isA('PositionHolding'),
      [dip.holder, holder],
      [dip.position, office],
      [dip.holdingStatus, holdingStatus[status]],
      [dip.roleText, text(name.role)],
      [dip.attestedOn, preferredNode(scope)],
      [dip.attestedIn, scope.iri],
    ]),
  ]
}
