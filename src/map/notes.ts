/** Notes of an edition: their marks, the places they are put to, and their words as evidence. */
import type { NamedNode, Quad } from 'n3'
import { dip } from '../rdf/vocabulary/dip.ts'
import type { Member } from '../reconcile/index.ts'
import { codePoints, evidenceOf } from './evidence.ts'
import { describe, integer, isA, text } from './quads.ts'
import { numbered, type Scope } from './scope.ts'

/** The notes of the members of one edition, in their order. */
export function mapNotes(scope: Scope, edition: NamedNode, members: readonly Member[]): Quad[] {
  const notes = members.flatMap((member) => member.document.notes.map((found) => ({ found, member })))
  const fragments = numbered(
    notes.map(({ found }) => `note-${found.value.label.replace(/[^\p{L}\p{N}]/gu, '') || 'mark'}`),
  )
  return notes.flatMap(({ found, member }, index) => {
    const node = scope.part(fragments[index] ?? '')
    const { label, at } = found.value
    const evidence = evidenceOf(scope, found, member)
    return [
      ...describe(scope.stated, edition, [[dip.hasNote, node]]),
      ...describe(scope.stated, node, [
        isA('Note'),
        [dip.noteLabel, text(label)],
        [dip.noteOffset, integer(at === undefined ? undefined : codePoints(member.source)(at))],
        [dip.evidence, evidence.node],
      ]),
      ...evidence.quads,
    ]
  })
}
