/** Copies in archives and books: where they lie, in which words, their leaves, copy numbers and stamps. */
import type { NamedNode, Quad } from 'n3'
import type { ArchivalReference, Found, SourceDocument, Stamp } from '../document.ts'
import { oneLine } from '../letters.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { omissionKind } from '../rdf/vocabulary/schemes.ts'
import type { Member } from '../reconcile/index.ts'
import { dateStatement } from './dates.ts'
import { isEntry } from './document-type.ts'
import { evidenceOf } from './evidence.ts'
import { markingProperties } from './handling.ts'
import { mapNumbersOf } from './numbers.ts'
import { describe, integer, isA, namedNode, text } from './quads.ts'
import { copyOf } from './relations.ts'
import { actorIri, entityIri, type Fact, facts, firstFact, type Scope } from './scope.ts'
import { allUnits, archiveIri, lowestUnit } from './units.ts'

/** The copies of a document. An entry shares the copy of the journal that it is a day of. */
export function mapCopies(scope: Scope): Quad[] {
  const references = referencesOf(scope)
  return [
    ...describe(scope.stated, scope.iri, [
      [dip.hasArchivalCopy, copiesOf(scope)],
      ...references.flatMap(({ found: { value } }) => [
        [dip.archivedAt, value.printed ? undefined : archiveIri(scope, value)] as const,
        [dip.archivalUnit, value.printed ? undefined : allUnits(scope, value)] as const,
      ]),
      [dip.archivedAt, references.length === 0 ? originalArchive(scope) : undefined],
      [dcterms.source, references.map(({ found }) => text(citationOf(found)))],
    ]),
    ...(isEntry(scope) ? [] : ownCopies(scope)),
  ]
}

/** The copy from which the edition of a document was made: the only one that it has. */
export function soleCopy(scope: Scope): NamedNode | undefined {
  const [copy, ...others] = copiesOf(scope)
  return others.length === 0 ? copy : undefined
}

const originalArchive = (scope: Scope): NamedNode | undefined => {
  const archive = firstFact(scope, (document) => document.originalArchive)
  return archive && entityIri(scope, archive.found.value)
}

/** References in the order of the members; members that give the same one in the same words give it once. */
function referencesOf(scope: Scope): Fact<ArchivalReference>[] {
  const all = facts(scope, (document) => document.archival)
  return [...new Map([...all].reverse().map((fact) => [JSON.stringify(fact.found.value), fact])).values()].reverse()
}

/** A reference that leads to a copy: to a unit, or into a book. An archive alone is said of the document. */
const isPlaced = ({ printed, steps }: ArchivalReference): boolean => printed || steps.length > 0

const placedReferences = (scope: Scope): Fact<ArchivalReference>[] =>
  referencesOf(scope).filter(({ found }) => isPlaced(found.value))

const hasMarks = ({ stamps, copyNumber }: SourceDocument): boolean => stamps.length > 0 || copyNumber !== undefined

const hasCopy = (document: SourceDocument): boolean =>
  document.archival.some(({ value }) => isPlaced(value)) || hasMarks(document)

function copiesOf(scope: Scope): NamedNode[] {
  const shared = scope.members.find(({ journal }) => journal !== undefined)
  if (shared?.journal !== undefined) {
    const { document } = shared
    return hasCopy(document) || (document.journal && hasCopy(document.journal))
      ? [namedNode(copyOf(shared.journal))]
      : []
  }
  const { length } = placedReferences(scope)
  const count = length === 0 && scope.members.some(({ document }) => hasMarks(document)) ? 1 : length
  return Array.from({ length: count }, (_, index) => scope.part(index === 0 ? 'copy' : `copy-${index + 1}`))
}

function ownCopies(scope: Scope): Quad[] {
  const references = placedReferences(scope)
  return copiesOf(scope).flatMap((copy, index) => {
    const fact = references[index]
    return [
      ...(fact ? mapReference(scope, copy, fact) : describe(scope.stated, copy, [isA('ArchivalCopy')])),
      // What is marked on the paper is marked on the copy that the page shows: the first.
      ...(index === 0 ? copyMarks(scope, copy) : []),
    ]
  })
}

/** How a copy is cited: in the words of the page, unless these are no citation. */
const citationOf = ({ value, words }: Found<ArchivalReference>): string => value.citation ?? oneLine(words)

function mapReference(scope: Scope, copy: NamedNode, { found, member }: Fact<ArchivalReference>): Quad[] {
  const { value } = found
  const evidence = evidenceOf(scope, found, member)
  return [
    ...describe(scope.stated, copy, [
      isA(value.printed ? 'PrintedCopy' : 'ArchivalCopy'),
      [dip.heldIn, value.printed ? undefined : lowestUnit(scope, value)],
      [value.printed ? schema.pagination : dip.folioExpression, text(value.folios)],
      [dip.archivalCitation, text(citationOf(found))],
      [dip.evidence, evidence.node],
    ]),
    ...evidence.quads,
  ]
}

function copyMarks(scope: Scope, copy: NamedNode): Quad[] {
  const number = firstFact(scope, (document) => document.copyNumber)
  const stamped = scope.members.find(({ document }) => document.stamps.length > 0)
  const stamps = stamped?.document.stamps ?? []
  return [
    ...describe(scope.stated, copy, [
      [dip.copyNumber, integer(number?.found.value)],
      [dip.hasStamp, stamps.map((_, index) => scope.part(`stamp-${index + 1}`))],
    ]),
    ...(stamped ? stamps.flatMap((found, index) => mapStamp(scope, `stamp-${index + 1}`, found, stamped)) : []),
  ]
}

function mapStamp(scope: Scope, fragment: string, found: Found<Stamp>, member: Member): Quad[] {
  const { office, date, numbers, markings, incomplete } = found.value
  const node = scope.part(fragment)
  const day = date && scope.part(`${fragment}-date`)
  const evidence = evidenceOf(scope, found, member)
  return [
    ...describe(scope.stated, node, [
      isA('Stamp'),
      [dip.stampText, text(oneLine(found.words))],
      [dip.assignedBy, office && actorIri(scope, office)],
      [dip.assignedOn, day],
      [dip.omission, incomplete ? omissionKind.illegible : undefined],
      ...markings.flatMap(({ value, words }) => markingProperties(value, words)),
      [dip.evidence, evidence.node],
    ]),
    ...(date && day ? dateStatement(scope.stated, day, date.value, date.words, 'stamp', date.certainty) : []),
    ...mapNumbersOf(
      scope,
      node,
      `${fragment}-`,
      numbers.map((number) => ({ found: number, member })),
    ),
    ...evidence.quads,
  ]
}
