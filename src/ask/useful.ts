/**
 * What one asks for most: the kinds of things that are sought, and for each the paths that come first, some with plainer
 * words than the ontology has. Everything else that the ontology and the shapes know of a kind follows by itself.
 */
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { madsrdf } from '../rdf/vocabulary/madsrdf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'

/** What can be sought, as the heading of a list of classes, and the class above them. */
export const SOUGHT = [
  ['Documents', dip.Document.value],
  ['Persons, bodies, states, positions', dip.Actor.value],
  ['Meetings and events', dip.Event.value],
  ['Diplomatic acts', dip.DiplomaticAct.value],
  ['Places', dip.Place.value],
  ['Archival units', dip.ArchivalUnit.value],
] as const

/** Ways to ask that are no property: words of a document, any name of a thing, the time of a thing, its class. */
export const WORDS = 'words'
export const NAME = 'name'
export const DATE = 'date'
export const KIND = 'kind'

/** A property by its name in an address, or such a name and what it is called here. `sender-of` is `sender` backwards. */
export type Useful = string | readonly [name: string, label: string]

/** By class, in the order in which they are offered. */
export const USEFUL: Readonly<Record<string, readonly Useful[]>> = {
  [dip.Document.value]: [
    [WORDS, 'words in title, names, summary or text'],
    DATE,
    'sender',
    'addressee',
    'author',
    'mentions',
    ['dcterms:subject', 'subject'],
    ['dcterms:type', 'type of document'],
    'reportsEvent',
    'reportsAct',
    'archivalUnit',
    'classificationMarking',
    ['dcterms:language', 'language'],
    'hasReferenceNumber',
    'copiedTo',
    'isReplyTo',
    ['isReplyTo-of', 'is answered by a document'],
    'implementsInstruction',
    ['implementsInstruction-of', 'is carried out by a document'],
    'refersToDocument',
    ['refersToDocument-of', 'is referred to by a document'],
    'hasEdition',
    ['dcterms:title', 'title'],
    KIND,
  ],
  [dip.Actor.value]: [
    [NAME, 'any form of the name'],
    ['sender-of', 'sent a document'],
    ['addressee-of', 'was sent a document'],
    ['author-of', 'wrote a document'],
    ['mentions-of', 'is named in a document'],
    ['participant-of', 'took part in an event'],
    ['actor-of', 'did an act'],
    ['actAddressee-of', 'was addressed by an act'],
    'holdsPosition',
    ['holder-of', 'held a position, with time and manner'],
    'represents',
    'hasNameForm',
    KIND,
  ],
  [dip.Event.value]: [
    [NAME, 'words in what it is called'],
    DATE,
    'participant',
    'place',
    'factuality',
    'concerns',
    'reportedIn',
    ['evidence', 'words that say so'],
    KIND,
  ],
  [dip.DiplomaticAct.value]: [
    DATE,
    ['actor', 'who acts'],
    ['actAddressee', 'towards whom'],
    'onBehalfOf',
    'content',
    'condition',
    'factuality',
    'concerns',
    'withinEvent',
    'respondsTo',
    'reportedIn',
    ['evidence', 'words that say so'],
    KIND,
  ],
  [dip.Place.value]: [
    [NAME, 'any form of the name'],
    ['mentions-of', 'is named in a document'],
    ['place-of', 'is where something took place'],
    ['writtenAt-of', 'is where a document was written'],
    ['sentFrom-of', 'is where a document was sent from'],
    ['sentTo-of', 'is where a document was sent to'],
  ],
  [skos.Concept.value]: [[NAME, 'words in what it is called'], 'hasComponent'],
  [dip.ArchivalUnit.value]: [
    [NAME, 'words in what it is called'],
    'unitLevel',
    'unitNumber',
    'unitOf',
    ['withinUnit', 'lies in a unit, at any level above'],
    ['archivalUnit-of', 'holds a document, at any level below'],
  ],
}

/** The time of a thing: its first and last day, and how it is shown. */
export const TIMED: Readonly<Record<string, string>> = {
  [dip.Document.value]: dcterms.date.value,
  [dip.Event.value]: dip.dateEarliest.value,
  [dip.DiplomaticAct.value]: dip.dateEarliest.value,
}

/** Properties that go on: a document of a file is one of its fonds, too. As paths of SPARQL. */
export const REACHING: Readonly<Record<string, string>> = {
  archivalUnit: 'dip:archivalUnit/dip:withinUnit*',
  withinUnit: 'dip:withinUnit+',
  'archivalUnit-of': '^dip:withinUnit*/^dip:archivalUnit',
  'withinUnit-of': '^dip:withinUnit+',
}

/** What stands for a thing where its shape asks for no name: a path of properties. */
export const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  [dip.DiplomaticAct.value]: [dip.evidence.value, dip.quote.value],
  [dip.Evidence.value]: [dip.quote.value],
  [dip.PositionHolding.value]: [dip.position.value, skos.prefLabel.value],
  [dip.TransmissionStep.value]: [dip.phase.value, skos.prefLabel.value],
  [dip.ArchivalUnit.value]: [rdfs.label.value],
  [dcterms.LinguisticSystem.value]: [rdfs.label.value],
}

/** Classes whose things are found by name in the index of a release. */
export const NAMED: readonly string[] = [
  dip.Actor.value,
  dip.Place.value,
  dip.Event.value,
  dip.ArchivalUnit.value,
  dip.Collection.value,
  skos.Concept.value,
]

/** Classes of other vocabularies, some of whose things are of a class that has shapes of its own. */
export const ALSO: Readonly<Record<string, readonly string[]>> = {
  [skos.Concept.value]: [madsrdf.ComplexSubject.value],
}

/** Classes of the values of properties of other vocabularies, where no shape names them. */
export const VALUES: Readonly<Record<string, string>> = {
  [dcterms.language.value]: dcterms.LinguisticSystem.value,
}
