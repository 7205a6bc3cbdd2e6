/** What a document is part of, carries, answers and stands beside. */
import type { NamedNode, Quad } from 'n3'
import type { Reply } from '../document.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import type { ClassName } from '../rdf/vocabulary/superclasses.ts'
import { evidenceOf } from './evidence.ts'
import { describe, isA, namedNode } from './quads.ts'
import type { Scope } from './scope.ts'

/** The properties that a reference is written as: with it those that it is a kind of. */
const REPLIES: Readonly<Record<Reply['relation'], readonly NamedNode[]>> = {
  isReplyTo: [dip.isReplyTo, dip.relatedDocument, dcterms.relation],
  implementsInstruction: [dip.implementsInstruction, dip.relatedDocument, dcterms.relation],
  refersToDocument: [dip.refersToDocument, dip.relatedDocument, dcterms.relation, dcterms.references],
}
const RELATED: readonly NamedNode[] = [dip.editoriallyRelated, dip.relatedDocument, dcterms.relation]

/** Journal and entries, related documents, and the documents that this one refers to. `entries` are IRIs. */
export function mapRelations(scope: Scope, entries: readonly string[]): Quad[] {
  return [
    ...link(scope, [dip.hasEntry, dcterms.hasPart], entries),
    ...scope.members.flatMap(({ journal, related }) => [
      ...link(scope, [dip.entryOf, dcterms.isPartOf], journal === undefined ? [] : [journal]),
      ...link(scope, RELATED, related),
    ]),
    ...mapReplies(scope),
  ]
}

/** The classes of what the document leads to, which the graphs of those documents state: for its validation alone. */
export function classesOfOthers(scope: Scope, entries: readonly string[]): Quad[] {
  const are = (name: ClassName, iris: readonly string[]) =>
    iris.flatMap((iri) => describe(scope.stated, namedNode(iri), [isA(name)]))
  const journals = scope.members.flatMap(({ journal }) => journal ?? [])
  return [
    ...are('JournalEntry', entries),
    ...are('Journal', journals),
    ...are('ArchivalCopy', journals.map(copyOf)),
    ...are(
      'Document',
      scope.members.flatMap(({ related, replies }) => [...related, ...replies]),
    ),
  ]
}

/** The copy of a journal, which its entries share. */
export const copyOf = (journal: string): string => `${journal}#copy`

function mapReplies(scope: Scope): Quad[] {
  return scope.members.flatMap((member) =>
    member.document.replies.flatMap((found, index) => {
      const target = member.replies[index]
      if (target === undefined) return []
      const evidence = evidenceOf(scope, found, member)
      return [
        ...link(scope, REPLIES[found.value.relation], [target]),
        ...describe(scope.stated, scope.iri, [[dip.evidence, evidence.node]]),
        ...evidence.quads,
        ...describe(scope.stated, evidence.node, [[dip.refersTo, namedNode(target)]]),
      ]
    }),
  )
}

function link(scope: Scope, properties: readonly NamedNode[], targets: readonly string[]): Quad[] {
  return describe(
    scope.stated,
    scope.iri,
    properties.map((property) => [property, targets.map((target) => namedNode(target))]),
  )
}
