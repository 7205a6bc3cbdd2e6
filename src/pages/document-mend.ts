/** What a report about a document says: the rule and the line behind each field and finding; and the files that mend it. */
import { dip } from '../rdf/vocabulary/dip.ts'
import { fragmentOf, lastPart } from './description.ts'
import { allEvidence, type Evidence, type Finding } from './findings.ts'
import { lineOf } from './marks.ts'
import type { Mending } from './mend.tsx'
import type { Context } from './parts.tsx'
import type { SourceFacts } from './sources.ts'

/** More lines than these are no report. */
const MOST_GROUNDS = 200

/** `#act-091b3ab4 opinion: rule opinion-said, 1953.txt, line 9`. */
export function groundsOf(
  { about }: Context,
  iri: string,
  findings: readonly Finding[],
  sources: ReadonlyMap<string, SourceFacts>,
): readonly string[] {
  const kinds = new Map(findings.map(({ iri, number, kind }) => [iri, `${number}, ${kind}`]))
  return allEvidence(about, iri)
    .filter(({ node, evidence }) => node !== iri || evidence.names !== undefined)
    .slice(0, MOST_GROUNDS)
    .map(({ node, evidence }) => {
      const kind = kinds.get(node)
      const what = node === iri ? `“${evidence.quote}” names ${about.label(evidence.names ?? '')}` : undefined
      const name = what ?? `#${fragmentOf(node)}${kind === undefined ? '' : ` (${kind})`}`
      return `${name}: rule ${slugOf(evidence.rule)}${placeOf(evidence, sources.get(evidence.source))}`
    })
}

const slugOf = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1) || 'unknown'

function placeOf({ start }: Evidence, source: SourceFacts | undefined): string {
  if (source === undefined || !Number.isFinite(start)) return ''
  const place = source.text === undefined ? `character ${start}` : `line ${lineOf(source.text, start)}`
  return `, ${source.label}, ${place}`
}

/** The rows for this document. */
export function documentMendings(
  { about, site }: Context,
  iri: string,
  findings: readonly Finding[],
): readonly Mending[] {
  const slug = site.iris.parse(iri)?.slug ?? ''
  const person = about.all(iri, dip.mentions).find(({ value }) => site.iris.parse(value)?.kind === 'person')
  const known = person && site.iris.parse(person.value)?.slug
  const event = findings.find(({ isEvent }) => isEvent)
  const rule = findings.map((finding) => slugOf(finding.rule))[0]
  const day = event && about.text(event.iri, dip.dateEarliest)
  return [
    {
      fault: 'A name stands for the wrong person, or for none',
      file: 'persons.csv',
      row: [known ?? '…', person ? about.label(person.value) : '…', '… | the form on this page', '', '', '', '', ''],
    },
    { fault: 'A body or a state is not known', file: 'bodies.csv', row: '…,body,…,the form on this page,,,,,,' },
    { fault: 'A place is not known, or is the wrong one', file: 'places.csv', row: '…,…,the form on this page,,,,' },
    { fault: 'An office is not known', file: 'positions.csv', row: '…,…,the form on this page,,…,…' },
    {
      fault: 'Who held an office, and when',
      file: 'holdings.csv',
      row: [known ?? '…', '…', 'in-office', '…', '…', site.iris.thing('document', slug)],
    },
    {
      fault: 'The archival reference is not understood',
      file: 'archives.csv',
      row: `…,…,the name in the reference,fonds:f=Fond;…,…,`,
    },
    {
      fault: 'It is the same document as another one',
      file: 'duplicates.csv',
      row: [slug, '…', 'accepted', 'where that is said', 'YYYY-MM-DD', 'who looked'],
    },
    ...(event === undefined
      ? []
      : [
          {
            fault: 'Another document tells of the same meeting',
            file: 'events.csv',
            row: ['…', '…', capital(event.kind), day || '…', `${slug}#${fragmentOf(event.iri)} | …`],
          },
        ]),
    {
      fault: 'Somebody named here has an entry in Wikidata or GND',
      file: 'links.csv',
      row: [`person/${known ?? '…'}`, 'exactMatch', '…', 'accepted', 'where it was read', 'YYYY-MM-DD', 'who looked'],
    },
    ...(rule === undefined
      ? []
      : [
          {
            fault: 'A rule is wrong more often than you can bear',
            file: 'dragoman.config.json',
            row: `"rulesOff": [${JSON.stringify(rule)}]`,
          },
        ]),
  ]
}

/** `telephone call` → `TelephoneCall`. */
const capital = (kind: string): string =>
  lastPart(kind)
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
