/** Who wrote, sent, passed on and got a document. An entry under Author(s) is not authorship. */
import type { NamedNode, Quad } from 'n3'
import type { PartyRole } from '../document.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { evidenceOf, naming } from './evidence.ts'
import { describe } from './quads.ts'
import { actorIri, entityIri, facts, type Scope } from './scope.ts'

/** The properties that a role is written as: with it those that it is a kind of. */
const PROPERTIES: Readonly<Record<PartyRole, readonly NamedNode[]>> = {
  author: [dip.author, dcterms.creator],
  signatory: [dip.signatory, dip.author, dcterms.creator],
  cataloguedAuthor: [dip.cataloguedAuthor, dcterms.contributor],
  sender: [dip.sender],
  addressee: [dip.addressee],
  ultimateAddressee: [dip.ultimateAddressee],
  relayedBy: [dip.relayedBy],
  sentFrom: [dip.sentFrom],
  sentTo: [dip.sentTo],
}

/** Each party as properties of the document, and its words as evidence that refers to the party. */
export function mapParties(scope: Scope): Quad[] {
  const parties = facts(scope, (document) => document.parties)
  const named = parties.some(({ found: { value } }) => value.role === 'author' || value.role === 'signatory')
  return parties.flatMap(({ found, member }) => {
    const { role, name } = found.value
    const evidence = evidenceOf(scope, found, member)
    // A message speaks in the name of its sender where no author is named.
    const creator = role === 'sender' && !named ? [dcterms.creator] : []
    const properties = [...PROPERTIES[role], ...creator]
    const party = role === 'sentFrom' || role === 'sentTo' ? entityIri(scope, name) : actorIri(scope, name)
    return [
      ...describe(scope.stated, scope.iri, [
        ...properties.map((property) => [property, party] as const),
        [dip.evidence, evidence.node],
      ]),
      ...evidence.quads,
      ...naming(scope, scope.stated, evidence.node, name),
    ]
  })
}
