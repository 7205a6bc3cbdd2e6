/**
 * The correspondence in the Correspondence Metadata Interchange Format (CMIF) of the TEI Correspondence SIG, as
 * correspSearch reads it. The file is written piece by piece: a head, one piece for each letter, a tail.
 */
import { sha256 } from '../iris.ts'
import { xmlAttribute, xmlText } from '../rdf/xml.ts'
import { type CalendarDate, isoDay } from './calendar.ts'
import { authorityOf, geonamesOf, type Letter } from './correspondence.ts'
import type { Agent, Named } from './record.ts'

/** What the configuration says of the collection. */
export interface CmifImprint {
  readonly title?: string
  readonly publisher?: { readonly iri?: string; readonly name?: string }
  readonly creator?: { readonly name?: string }
  readonly license?: string
  readonly adminEmail?: string
}

/** What a file must say, by the names of the settings: a file without publisher and licence is no CMIF. */
export function missingForCmif({ publisher, license }: CmifImprint): readonly string[] {
  return [
    ...(publisher?.name === undefined ? ['dataset.publisher.name'] : []),
    ...(license === undefined ? ['dataset.license'] : []),
  ]
}

export interface CmifFile extends CmifImprint {
  /** Where the file is to be had. */
  readonly address: string
  /** ISO 8601. */
  readonly updated: string
}

type Attributes = Readonly<Record<string, string | undefined>>

function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlAttribute(value)}"`))
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** A name for the edition within the file: made of its address, so that it stays. */
function sourceId(address: string): string {
  const hex = sha256(address)
  return `uuid-${[hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')}`
}

/** The beginning of the file. @throws Error where something obligatory is missing */
export function cmifHead(file: CmifFile): string {
  const { publisher, license, creator, adminEmail, address, updated } = file
  const missing = missingForCmif(file)
  if (missing.length > 0 || publisher?.name === undefined || license === undefined)
    throw new Error(`A CMIF file needs ${missing.join(' and ')}.`)
  const title = file.title ?? 'Correspondence'
  const named = xmlText(publisher.name)
  const email = adminEmail === undefined ? '' : element('email', {}, xmlText(adminEmail))
  const base = address.slice(0, address.lastIndexOf('/') + 1)
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt>
${element('title', {}, xmlText(title))}
${element('editor', {}, [xmlText(creator?.name ?? publisher.name), email].filter(Boolean).join(' '))}
</titleStmt>
<publicationStmt>
${element('publisher', {}, publisher.iri === undefined ? named : element('ref', { target: publisher.iri }, named))}
${element('idno', { type: 'url' }, xmlText(address))}
${element('date', { when: updated })}
${element('availability', {}, element('licence', { target: license }, xmlText(`This file may be used under the licence ${license}`)))}
</publicationStmt>
<sourceDesc>
${element('bibl', { type: 'online', 'xml:id': sourceId(address) }, `${xmlText(title)}. ${named}. ${element('ref', { target: base }, xmlText(base))}`)}
</sourceDesc>
</fileDesc>
<profileDesc>
`
}

/** One letter. `linksOf` gives the accepted links of a person, body or place. */
export function cmifLetter(letter: Letter, address: string, linksOf: (iri: string) => readonly string[]): string {
  const { facts, senders, recipients, from, to, sent, received } = letter
  const key = facts.iri.slice(facts.iri.lastIndexOf('/') + 1)
  const action = (type: string, agents: readonly Agent[], places: readonly Named[], date: CalendarDate | undefined) =>
    element(
      'correspAction',
      { type },
      [
        ...(agents.length === 0 ? [element('persName', {}, 'Unknown')] : agents.map((agent) => party(agent, linksOf))),
        ...places.map(({ iri, label }) =>
          element('placeName', { ref: geonamesOf(linksOf(iri)) ?? iri }, xmlText(label)),
        ),
        ...(date ? [element('date', dating(date))] : []),
      ].join(''),
    )
  const actions = [action('sent', senders, from, sent), action('received', recipients, to, received)]
  return `${element('correspDesc', { key, ref: facts.iri, source: `#${sourceId(address)}` }, `\n${actions.join('\n')}\n`)}\n`
}

/** The end of the file: a TEI document has a text, which is empty here. */
export const CMIF_TAIL = '</profileDesc>\n</teiHeader>\n<text>\n<body>\n<p/>\n</body>\n</text>\n</TEI>\n'

/** The file has names of people and of organisations; an office is none of a person. */
const party = (agent: Agent, linksOf: (iri: string) => readonly string[]): string =>
  element(
    agent.kind === 'person' ? 'persName' : 'orgName',
    { ref: authorityOf(linksOf(agent.iri)) ?? agent.iri },
    xmlText(agent.label),
  )

/** CMIF has years, months and days, and nothing finer. */
function dating({ from, to, isBetween, isUncertain }: CalendarDate): Attributes {
  const cert = isUncertain ? 'medium' : undefined
  if (to === undefined) return { when: isoDay(from), cert }
  return isBetween
    ? { notBefore: isoDay(from), notAfter: isoDay(to), cert }
    : { from: isoDay(from), to: isoDay(to), cert }
}
