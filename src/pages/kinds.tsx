/** What matters for each kind of thing on its page: one table. What points to it is told in occurrence-groups.ts. */
import type { ComponentChildren } from 'preact'
import type { Kind } from '../iris.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { geo } from '../rdf/vocabulary/geo.ts'
import { owl } from '../rdf/vocabulary/owl.ts'
import { prov } from '../rdf/vocabulary/prov.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import type { Mending } from './mend.tsx'
import { type Context, type Fact, fact, Joined, Resource } from './parts.tsx'

export interface KindPage {
  /** What it is, under its name: `1878–1953`, `opis`. */
  lede?(context: Context, iri: string): ComponentChildren
  facts(context: Context, iri: string): readonly (Fact | undefined)[]
  /** The rows of curated files that mend what is wrong. @param slug of the thing */
  mendings(context: Context, iri: string, slug: string): readonly Mending[]
}

/** Files of others, by the hosts of their identifiers. */
const FILES: Readonly<Record<string, string>> = {
  'www.wikidata.org': 'Wikidata',
  'd-nb.info': 'GND',
  'viaf.org': 'VIAF',
  'id.loc.gov': 'Library of Congress',
  'sws.geonames.org': 'GeoNames',
  'pm20.zbw.eu': '20th Century Press Archives',
}

/** Identifiers of the same in other files, and where else it is told of. */
const elsewhere = (context: Context, iri: string) => [
  identifiers(context, 'The same as', iri, owl.sameAs, skos.exactMatch),
  identifiers(context, 'Close to', iri, skos.closeMatch),
  identifiers(context, 'See also', iri, rdfs.seeAlso),
]

/** `Wikidata Q855`; what is ours or of a file that is not known, by its label. */
function identifiers(
  context: Context,
  label: string,
  iri: string,
  ...properties: readonly { readonly value: string }[]
): Fact | undefined {
  const targets = [...new Set(properties.flatMap((property) => context.about.all(iri, property).map((t) => t.value)))]
  if (targets.length === 0) return undefined
  const nameOf = (target: string): ComponentChildren => {
    const file = URL.canParse(target) ? FILES[new URL(target).hostname] : undefined
    return file === undefined ? context.about.label(target) : `${file} ${target.replace(/\/+$/, '').split('/').at(-1)}`
  }
  return [
    label,
    <Joined
      parts={targets.map((target) => (
        <Resource context={context} iri={target}>
          {nameOf(target)}
        </Resource>
      ))}
    />,
  ]
}
const notes = (context: Context, iri: string) => fact(context, 'Note', iri, skos.note, skos.scopeNote, rdfs.comment)

const linkRow = (kind: Kind, slug: string): Mending => ({
  fault: 'It has an entry in Wikidata, GND or GeoNames',
  file: 'links.csv',
  row: [`${kind}/${slug}`, 'exactMatch', '…', 'accepted', 'where it was read', 'YYYY-MM-DD', 'who looked'],
})

const body = (kind: 'body' | 'state'): KindPage => ({
  facts: (context, iri) => [
    fact(context, 'Misread as', iri, skos.hiddenLabel),
    fact(context, 'Below', iri, dip.subordinateTo),
    fact(context, 'Stands for', iri, dip.represents),
    fact(context, 'Governs', iri, dip.governs),
    notes(context, iri),
    ...elsewhere(context, iri),
  ],
  mendings: ({ about }, iri, slug) => [
    {
      fault: 'Its name, or a form of it',
      file: 'bodies.csv',
      row: [slug, kind, about.label(iri), '… | another form', '', '', '', '', '', ''],
    },
    linkRow(kind, slug),
  ],
})

/** Life years, in one line. */
function life({ about }: Context, iri: string): string {
  const [born, died] = [about.text(iri, schema.birthDate), about.text(iri, schema.deathDate)]
  if (born === '' && died === '') return ''
  if (died === '') return `born ${born}`
  return born === '' ? `died ${died}` : `${born}–${died}`
}

function coordinates({ about, site }: Context, iri: string): Fact | undefined {
  const [latitude, longitude] = [about.text(iri, geo.lat), about.text(iri, geo.long)]
  if (latitude === '' || longitude === '') return undefined
  return [
    'Where',
    <>
      {degrees(Number(latitude), 'N', 'S')}, {degrees(Number(longitude), 'E', 'W')}
      {' · '}
      <a href={`${site.root}/map`}>on the map</a>
    </>,
  ]
}

/** `39.02° N`. */
const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value)}° ${value < 0 ? negative : positive}`

export const KIND_PAGES: Readonly<Record<Kind, KindPage>> = {
  // Documents have a page of their own.
  document: { facts: () => [], mendings: () => [] },
  person: {
    lede: life,
    facts: (context, iri) => [
      fact(context, 'Misread as', iri, skos.hiddenLabel),
      notes(context, iri),
      ...elsewhere(context, iri),
    ],
    mendings: ({ about }, iri, slug) => [
      {
        fault: 'A form of the name is missing, or is another person’s',
        file: 'persons.csv',
        row: [
          slug,
          about.label(iri),
          '… | another form',
          '',
          '',
          year(about.text(iri, schema.birthDate)),
          year(about.text(iri, schema.deathDate)),
          '',
        ],
      },
      {
        fault: 'A position, or its dates',
        file: 'holdings.csv',
        row: [slug, '…', 'in-office', '…', '…', 'where that is said'],
      },
      linkRow('person', slug),
    ],
  },
  body: body('body'),
  state: body('state'),
  position: {
    facts: (context, iri) => [
      fact(context, 'In', iri, dip.positionInBody),
      fact(context, 'Represents', iri, dip.represents),
      fact(context, 'Accredited to', iri, dip.accreditedTo),
      notes(context, iri),
      ...elsewhere(context, iri),
    ],
    mendings: ({ about }, iri, slug) => [
      {
        fault: 'Its name, or whose position it is',
        file: 'positions.csv',
        row: [slug, about.label(iri), '… | another form', '…', '…', '…'],
      },
      { fault: 'Who held it, and when', file: 'holdings.csv', row: ['…', slug, 'in-office', '…', '…', '…'] },
    ],
  },
  place: {
    facts: (context, iri) => [
      fact(context, 'Within', iri, dcterms.isPartOf),
      coordinates(context, iri),
      fact(context, 'Coordinates from', iri, dcterms.source),
      notes(context, iri),
      ...elsewhere(context, iri),
    ],
    mendings: ({ about }, iri, slug) => [
      {
        fault: 'Its name, its coordinates, or what it lies in',
        file: 'places.csv',
        row: [slug, about.label(iri), '… | another form', '…', '…', '…', 'where that is said'],
      },
      linkRow('place', slug),
    ],
  },
  event: {
    facts: (context, iri) => [
      fact(context, 'Date', iri, dip.dateEarliest),
      fact(context, 'Place', iri, dip.place),
      fact(context, 'Took part', iri, dip.participant),
      fact(context, 'Told of in', iri, dip.reportedIn),
      fact(context, 'Reports taken for one', iri, prov.wasDerivedFrom),
      notes(context, iri),
    ],
    mendings: ({ about }, iri, slug) => [
      { fault: 'A report belongs to it', file: 'events.csv', row: [slug, about.label(iri), '…', '…', '… | …#event-…'] },
    ],
  },
  unit: {
    lede: ({ about }, iri) => about.label(about.text(iri, dip.unitLevel)),
    facts: (context, iri) => [
      fact(context, 'Number', iri, dip.unitNumber),
      fact(context, 'Title', iri, dcterms.title),
      notes(context, iri),
      ...elsewhere(context, iri),
    ],
    mendings: (_context, _iri, slug) => [
      {
        fault: 'Its levels were read wrongly',
        file: 'archives.csv',
        row: [slug.split('-')[0] ?? '…', '…', 'names in references', 'fonds:f=Fond;…', '…', ''],
      },
    ],
  },
  subject: {
    facts: (context, iri) => [
      fact(context, 'Made of', iri, dip.hasComponent),
      fact(context, 'Also written', iri, skos.altLabel),
      notes(context, iri),
      ...elsewhere(context, iri),
    ],
    mendings: ({ about }, iri, slug) => [
      { fault: 'Its name, or its parts', file: 'subjects.csv', row: [slug, about.label(iri), '…', '…'] },
      linkRow('subject', slug),
    ],
  },
  collection: {
    facts: (context, iri) => [
      fact(context, 'Publisher', iri, dcterms.publisher),
      fact(context, 'Part of', iri, dcterms.isPartOf),
      fact(context, 'Description', iri, dcterms.description),
      notes(context, iri),
      ...elsewhere(context, iri),
    ],
    mendings: () => [
      {
        fault: 'Its name or publisher',
        file: 'dragoman.config.json',
        row: '"edition": { "publisher": { "name": "…" } }',
      },
    ],
  },
  rule: {
    facts: (context, iri) => [
      fact(context, 'What it reads', iri, skos.definition),
      precision(context, iri),
      fact(context, 'Measured on', iri, dip.measuredSample),
      fact(context, 'Day of the measurement', iri, dip.measuredOn),
      notes(context, iri),
    ],
    mendings: (_context, _iri, slug) => [
      {
        fault: 'It is wrong more often than you can bear',
        file: 'dragoman.config.json',
        row: `"rulesOff": [${JSON.stringify(slug)}]`,
      },
    ],
  },
  source: {
    facts: (context, iri) => [
      ['SHA-256', <code>{context.about.text(iri, dip.sha256)}</code>],
      fact(context, 'Format', iri, dcterms.format),
      pageOf(context, iri),
      notes(context, iri),
    ],
    mendings: () => [],
  },
}

const year = (date: string): string => date.slice(0, date.startsWith('-') ? 5 : 4)

function precision({ about }: Context, iri: string): Fact | undefined {
  const value = about.text(iri, dip.measuredPrecision)
  const size = about.text(iri, dip.sampleSize)
  if (value === '') return ['How sure', 'Not measured: fewer than fifty findings were looked at.']
  return [
    'How sure',
    `Right in ${Math.round(Number(value) * 100)} of 100 findings${size && ` (${size} were looked at)`}.`,
  ]
}

/** The page that was captured, by its address. */
function pageOf(context: Context, iri: string): Fact | undefined {
  const pages = context.about.subjects(`${iri}#`).filter((node) => context.about.isA(node, dip.WebPage))
  return pages
    .map((page) => fact(context, 'Publisher’s page', page, dip.canonicalUrl))
    .find((known) => known !== undefined)
}
