/** The prefixes of everything that we write: one table for Turtle, TriG, RDF/XML and the context of JSON-LD. */

export const PREFIXES: Readonly<Record<string, string>> = {
  crm: 'http://www.cidoc-crm.org/cidoc-crm/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcmitype: 'http://purl.org/dc/dcmitype/',
  dcterms: 'http://purl.org/dc/terms/',
  dip: 'https://w3id.org/diplomacy/ontology#',
  edm: 'http://www.europeana.eu/schemas/edm/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  madsrdf: 'http://www.loc.gov/mads/rdf/v1#',
  oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  rico: 'https://www.ica.org/standards/RiC/ontology#',
  schema: 'https://schema.org/',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vann: 'http://purl.org/vocab/vann/',
  void: 'http://rdfs.org/ns/void#',
  // Not `geo`: that is the scheme of geo: addresses, which JSON-LD could not tell from a prefix.
  wgs84: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
