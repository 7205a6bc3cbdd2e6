/**
 * O02, O17: every kind of answer of OAI-PMH is valid by the protocol's schemas. The schemas of RDF, MODS and EDM are not
 * among them: those roots are declared here, EDM with the order that Europeana asks of an aggregation.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  common,
  document,
  documentIri,
  documents,
  type Harvested,
  HOSTILE,
  readAnswer,
  startHarvested,
} from '../serve/oai-world.ts'

const SUITE = join(import.meta.dirname, '../../../shared/suites/oai-pmh')
const isThere = existsSync(SUITE)
if (!isThere) console.warn('The schemas of OAI-PMH are not in ../shared/suites: their validation is left out.')

const any = '<xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/>'
const schema = (namespace: string, content: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">${content}</xs:schema>`
const open = (name: string, attributes = '<xs:anyAttribute processContents="lax"/>') =>
  `<xs:element name="${name}"><xs:complexType mixed="true"><xs:sequence>${any}</xs:sequence>${attributes}</xs:complexType></xs:element>`
const ORE_ORDER = ['aggregatedCHO', 'dataProvider', 'isShownAt', 'provider', 'rights']
const EDM = 'http://www.europeana.eu/schemas/edm/'

let folder: string
let world: Harvested
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oai-xsd-'))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('rdf.xsd', schema('http://www.w3.org/1999/02/22-rdf-syntax-ns#', open('RDF')))
  write('mods.xsd', schema('http://www.loc.gov/mods/v3', open('mods')))
  write('edm.xsd', schema(EDM, ORE_ORDER.map((name) => open(name)).join('')))
  write(
    'ore.xsd',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:edm="${EDM}" targetNamespace="http://www.openarchives.org/ore/terms/"><xs:import namespace="${EDM}"/><xs:element name="Aggregation"><xs:complexType><xs:sequence>${ORE_ORDER.map((name) => `<xs:element ref="edm:${name}"/>`).join('')}</xs:sequence><xs:anyAttribute processContents="lax"/></xs:complexType></xs:element></xs:schema>`,
  )
  const records =
    '<xs:element name="records"><xs:complexType><xs:sequence><xs:any processContents="strict" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>'
  const all = (name: string, imports: readonly (readonly [namespace: string, place: string])[]) => {
    const imported = imports.map(
      ([namespace, place]) => `<xs:import namespace="${namespace}" schemaLocation="${place}"/>`,
    )
    write(
      name,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:records">${imported.join('')}${records}</xs:schema>`,
    )
  }
  const rdf = ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf.xsd'] as const
  all('all.xsd', [
    ['http://www.openarchives.org/OAI/2.0/', join(SUITE, 'OAI-PMH.xsd')],
    ['http://www.openarchives.org/OAI/2.0/oai_dc/', join(SUITE, 'oai_dc.xsd')],
    ['http://www.loc.gov/mods/v3', 'mods.xsd'],
    rdf,
  ])
  // In EDM the elements of Dublin Core may have links for values, so it does not go with `oai_dc`.
  all('all-edm.xsd', [rdf, [EDM, 'edm.xsd'], ['http://www.openarchives.org/ore/terms/', 'ore.xsd']])
  const local = [
    ['http://dublincore.org/schemas/xmls/simpledc20021212.xsd', 'simpledc20021212.xsd'],
    ['http://www.w3.org/2001/03/xml.xsd', 'xml.xsd'],
    ['http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd', 'OAI-PMH.xsd'],
    ['http://www.openarchives.org/OAI/2.0/oai_dc.xsd', 'oai_dc.xsd'],
  ].map(([address, name]) => `<system systemId="${address}" uri="file://${join(SUITE, name ?? '')}"/>`)
  write('catalog.xml', `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${local.join('')}</catalog>`)
  world = await startHarvested([...common(), ...documents(120), ...document(500, HOSTILE)])
  await world.publish([...common(), ...documents(119), ...document(500, HOSTILE)], 2)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  expect(world.faults).toEqual([])
  await world.close()
})

/** What xmllint says of an answer, and of the metadata in it, which the protocol's schema passes over. */
function validate(answer: string): string {
  const metadata = [...answer.matchAll(/<metadata>([\s\S]*?)<\/metadata>/g)].map(([, content]) => content).join('')
  const said = validateXml(answer)
  return said !== 'valid' || metadata === ''
    ? said
    : validateXml(
        `<records xmlns="urn:records">${metadata}</records>`,
        metadata.includes('<ore:') ? 'all-edm.xsd' : 'all.xsd',
      )
}

function validateXml(xml: string, schema = 'all.xsd'): string {
  const { status, stderr, error } = spawnSync(
    'xmllint',
    ['--noout', '--nonet', '--schema', join(folder, schema), '-'],
    { input: xml, encoding: 'utf8', env: { ...process.env, XML_CATALOG_FILES: join(folder, 'catalog.xml') } },
  )
  if (error !== undefined) throw new Error(`xmllint could not be run; Debian has it in libxml2-utils: ${error.message}`)
  return status === 0 ? 'valid' : stderr
}

const FORMATS = ['oai_dc', 'rdf', 'mods', 'edm']
const ID = `identifier=${documentIri(5)}`

describe.skipIf(!isThere)('O02: valid answers', () => {
  test.each([
    'verb=Identify',
    'verb=ListMetadataFormats',
    `verb=ListMetadataFormats&${ID}`,
    'verb=ListSets',
    ...FORMATS.flatMap((prefix) => [
      `verb=ListIdentifiers&metadataPrefix=${prefix}`,
      `verb=ListRecords&metadataPrefix=${prefix}`,
      `verb=ListRecords&metadataPrefix=${prefix}&from=2020-01-02`,
      `verb=ListRecords&metadataPrefix=${prefix}&set=type-report&until=2020-01-01`,
      `verb=GetRecord&metadataPrefix=${prefix}&${ID}`,
      `verb=GetRecord&metadataPrefix=${prefix}&identifier=${documentIri(120)}`,
      `verb=GetRecord&metadataPrefix=${prefix}&identifier=${documentIri(500)}`,
    ]),
  ])('%s', async (query) => {
    const { text } = await world.get(query)
    expect(validate(text)).toBe('valid')
    const { token } = readAnswer(text)
    if (token)
      expect(validate((await world.get(`verb=${/verb=(\w+)/.exec(query)?.[1]}&resumptionToken=${token}`)).text)).toBe(
        'valid',
      )
  })

  test.each([
    '',
    'verb=junk',
    'verb=GetRecord',
    'verb=ListRecords&metadataPrefix=oai_dc&from=%00%1b',
    'verb=GetRecord&metadataPrefix=oai_dc&identifier=invalid%22id',
    'verb=GetRecord&metadataPrefix=oai_dc&identifier=http://a/%3C%5D%5D%3E%F0%9D%92%B3%5Bx',
    'verb=GetRecord&metadataPrefix=oai_dc&identifier=:/:%7B%7D%60',
    `verb=GetRecord&metadataPrefix=xx&${ID}`,
    'verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01',
    'verb=ListRecords&resumptionToken=%00%3Cb%3E%EF%BF%BE',
    'verb=ListSets&resumptionToken=x',
  ])('of the error for %j', async (query) => {
    const { text } = await world.get(query)
    expect(readAnswer(text).errors.length).toBeGreaterThan(0)
    expect(validate(text)).toBe('valid')
  })

  test('the schemas see what is wrong', async () => {
    const { text } = await world.get(`verb=GetRecord&metadataPrefix=oai_dc&${ID}`)
    expect(validate(text.replace('<datestamp>', '<datestamp>x'))).toContain('datestamp')
    expect(validate(text.replace('<dc:title', '<dc:name').replace('</dc:title', '</dc:name'))).toContain('name')
  })
})
