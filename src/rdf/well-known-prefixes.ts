/** The prefixes that people type without thinking: those of our own data, and those that mean the same everywhere. */
import { PREFIXES } from './prefixes.ts'

/** What `PREFIX` line each stands for. One that has two common meanings (`geo`) is not among them. */
export const WELL_KNOWN_PREFIXES: Readonly<Record<string, string>> = {
  ...PREFIXES,
  as: 'https://www.w3.org/ns/activitystreams#',
  bibo: 'http://purl.org/ontology/bibo/',
  bio: 'http://purl.org/vocab/bio/0.1/',
  cc: 'http://creativecommons.org/ns#',
  dbo: 'http://dbpedia.org/ontology/',
  dbr: 'http://dbpedia.org/resource/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dct: 'http://purl.org/dc/terms/',
  fn: 'http://www.w3.org/2005/xpath-functions#',
  geof: 'http://www.opengis.net/def/function/geosparql/',
  gn: 'http://www.geonames.org/ontology#',
  gndo: 'https://d-nb.info/standards/elementset/gnd#',
  ore: 'http://www.openarchives.org/ore/terms/',
  sd: 'http://www.w3.org/ns/sparql-service-description#',
  sdo: 'https://schema.org/',
  skosxl: 'http://www.w3.org/2008/05/skos-xl#',
  time: 'http://www.w3.org/2006/time#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  wd: 'http://www.wikidata.org/entity/',
  wdt: 'http://www.wikidata.org/prop/direct/',
  xml: 'http://www.w3.org/XML/1998/namespace',
}
