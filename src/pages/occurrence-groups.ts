/** How the statements that point to a thing are told to readers: which stand together, under which words. One table. */
import type { Kind } from '../iris.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { oa } from '../rdf/vocabulary/oa.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { kindName, lastPart } from './description.ts'

type Property = { readonly value: string }

export interface Group {
  readonly heading: string
  /** Property and words (`took part`), and the role in which a search finds the same: empty for any, absent where none does. */
  readonly properties: readonly (readonly [property: Property, words: string, role?: string])[]
  /** How many of each are shown at once; else `FEW`. */
  readonly most?: number
  /** The facet of such a search. */
  readonly facet?: string
}

/** Of what points to a thing by one property, so many are shown at once. */
export const FEW = 8
/** Of what is a level of a tree. */
const LEVEL = 60

const asParty = (facet: string): readonly Group[] => [
  {
    heading: 'Wrote and sent',
    properties: [
      [dip.sender, 'sent', 'sender'],
      [dip.author, 'wrote', 'author'],
      [dip.signatory, 'signed', 'signatory'],
    ],
    facet,
  },
  {
    heading: 'Received',
    properties: [
      [dip.addressee, 'addressed to', 'addressee'],
      [dip.ultimateAddressee, 'meant for'],
    ],
    facet,
  },
  { heading: 'Passed on', properties: [[dip.relayedBy, 'passed on', 'relay']], facet },
  { heading: 'Got a copy', properties: [[dip.copiedTo, 'copy', 'copied']], facet },
  {
    heading: 'Took part in meetings',
    properties: [
      [dip.participant, 'took part', 'participant'],
      [dip.visitor, 'visited'],
      [dip.host, 'was host'],
      [dip.interpreter, 'interpreted'],
    ],
    facet,
  },
  {
    heading: 'Acted in',
    properties: [
      [dip.actor, 'did', 'actor'],
      [dip.onBehalfOf, 'had it done'],
    ],
    facet,
  },
  {
    heading: 'Was addressed in',
    properties: [
      [dip.actAddressee, 'was addressed', 'approached'],
      [dip.appointee, 'was appointed'],
    ],
    facet,
  },
  { heading: 'Named in', properties: [[dip.mentions, 'named', 'mentioned']], facet },
  {
    heading: 'Made editions',
    properties: [
      [dip.translator, 'translated'],
      [dip.transcriber, 'transcribed'],
      [dip.editor, 'edited'],
      [dip.obtainedBy, 'obtained'],
      [dip.translatedFor, 'translated for'],
      [dip.supportedBy, 'supported'],
    ],
  },
  { heading: 'Listed as author by the publisher', properties: [[dip.cataloguedAuthor, 'listed']] },
]

const asBody: readonly Group[] = [
  { heading: 'Offices', properties: [[dip.positionInBody, 'office in it']] },
  {
    heading: 'Below it, and for it',
    properties: [
      [dip.subordinateTo, 'below it'],
      [dip.represents, 'stands for it'],
      [dip.accreditedTo, 'accredited to it'],
    ],
  },
  ...asParty('person'),
  { heading: 'Archival units', most: LEVEL, properties: [[dip.unitOf, 'unit']] },
  { heading: 'Documents in its keeping', properties: [[dip.archivedAt, 'kept', '']], facet: 'archive' },
  { heading: 'Published', properties: [[dcterms.publisher, 'published']] },
]

const GROUPS: Readonly<Partial<Record<Kind, readonly Group[]>>> = {
  document: [
    { heading: 'Answered by', properties: [[dip.isReplyTo, 'answers it']] },
    { heading: 'Carried out by', properties: [[dip.implementsInstruction, 'carries it out']] },
    { heading: 'Referred to in', properties: [[dip.refersToDocument, 'refers to it']] },
    { heading: 'Listed in', properties: [[dip.lists, 'lists it']] },
  ],
  person: asParty('person'),
  body: asBody,
  state: asBody,
  position: [
    { heading: 'Held by', properties: [[dip.position, 'held it']] },
    { heading: 'Appointments', properties: [[dip.appointedTo, 'appointed']] },
    ...asParty('person'),
  ],
  place: [
    { heading: 'Places in it', properties: [[dcterms.isPartOf, 'in it']] },
    { heading: 'Sent from here', properties: [[dip.sentFrom, 'sent', 'origin']], facet: 'place' },
    { heading: 'Sent here', properties: [[dip.sentTo, 'received', 'destination']], facet: 'place' },
    { heading: 'Written here', properties: [[dip.writtenAt, 'written', 'written']], facet: 'place' },
    { heading: 'What happened here', properties: [[dip.place, 'scene', 'scene']], facet: 'place' },
    { heading: 'Named in', properties: [[dip.mentions, 'named', 'mentioned']], facet: 'place' },
    { heading: 'Associated by the publisher', properties: [[dip.associatedPlace, 'associated']] },
    { heading: 'Governed by', properties: [[dip.governs, 'governs it']] },
  ],
  unit: [
    { heading: 'Its parts', most: LEVEL, properties: [[dip.withinUnit, 'part']] },
    {
      heading: 'Documents',
      most: LEVEL,
      properties: [[dip.archivalUnit, 'within', '']],
      facet: 'unit',
    },
    { heading: 'Named in', properties: [[dip.mentions, 'named']] },
  ],
  subject: [
    { heading: 'Documents', properties: [[dcterms.subject, 'on it', '']], facet: 'subject' },
    { heading: 'Headings made of it', properties: [[dip.hasComponent, 'heading']] },
  ],
  collection: [{ heading: 'What it holds', most: LEVEL, properties: [[dcterms.isPartOf, 'in it']] }],
  rule: [{ heading: 'Found', properties: [[dip.extractedBy, 'found']] }],
  source: [
    {
      heading: 'Read from it',
      properties: [
        [dip.shownOn, 'shown'],
        [oa.hasSource, 'rests on it'],
      ],
    },
  ],
}

/** What says the same again for machines, and is no news to a reader. */
const REPEATED: Readonly<Partial<Record<Kind, readonly Property[]>>> = {
  person: [dcterms.creator, dcterms.contributor, dip.recipient, dip.refersTo],
  body: [dcterms.creator, dcterms.contributor, dip.recipient, dip.refersTo],
  state: [dcterms.creator, dcterms.contributor, dip.recipient, dip.refersTo],
  position: [dcterms.creator, dcterms.contributor, dip.recipient, dip.refersTo, dip.holdsPosition],
  place: [dcterms.spatial, dip.refersTo],
  unit: [dcterms.isPartOf, dip.heldIn],
  subject: [rdf.first],
}

/** Where a property stands. */
export interface Placed {
  readonly group: Group
  readonly words: string
  /** As in the table. */
  readonly role?: string | undefined
}

/** Whether a property is shown for a kind, and where: in a group of the table, or among others. */
export function placeOf(kind: Kind, property: string): Placed | undefined {
  if (REPEATED[kind]?.some(({ value }) => value === property)) return undefined
  for (const group of GROUPS[kind] ?? [])
    for (const [{ value }, words, role] of group.properties) if (value === property) return { group, words, role }
  // What a document says of others is said on its own page: only what others say of it is news.
  if (kind === 'document') return undefined
  return { group: OTHERS, words: kindName(lastPart(property)) }
}

const OTHERS: Group = { heading: 'Other links', properties: [] }

/** Groups and properties in the order of the table, others last. */
export function inTableOrder<T extends { readonly property: string }>(
  kind: Kind,
  items: readonly T[],
): readonly (readonly [group: Group, items: readonly (readonly [words: string, item: T])[]])[] {
  const groups = new Map<Group, (readonly [string, T])[]>((GROUPS[kind] ?? []).map((group) => [group, []]))
  for (const item of items) {
    const placed = placeOf(kind, item.property)
    if (placed === undefined) continue
    groups.set(placed.group, [...(groups.get(placed.group) ?? []), [placed.words, item]])
  }
  const rank = (group: Group, property: string) => group.properties.findIndex(([{ value }]) => value === property)
  return [...groups]
    .filter(([, own]) => own.length > 0)
    .map(([group, own]) => [group, own.toSorted(([, a], [, b]) => rank(group, a.property) - rank(group, b.property))])
}
