/** The header `Accept` as programs send it: recorded from them, or from their code, and the form that each has to get. */
export interface Client {
  readonly name: string
  /** Undefined where the program sends none. */
  readonly accept: string | undefined
  /** Ending of the form. */
  readonly extension: string
}

const client = (name: string, accept: string | undefined, extension: string): Client => ({ name, accept, extension })

/** Programs that want RDF. */
export const RDF_CLIENTS: readonly Client[] = [
  client(
    'rapper -i guess',
    'application/rdf+xml, text/rdf;q=0.6, application/n-triples, text/plain;q=0.1, text/turtle, application/x-turtle, application/turtle, text/n3;q=0.3, text/rdf+n3;q=0.3, application/rdf+n3;q=0.3, application/x-trig, application/rss;q=0.8, application/rss+xml;q=0.8, text/rss;q=0.8, application/xml;q=0.3, text/xml;q=0.3, application/atom+xml;q=0.3, text/html;q=0.2, application/xhtml+xml;q=0.4, text/html;q=0.6, application/xhtml+xml;q=0.8, application/json;q=0.1, text/json;q=0.1, text/x-nquads, */*;q=0.1',
    'ttl',
  ),
  client(
    'rapper -i turtle',
    'text/turtle, application/x-turtle, application/turtle, text/n3;q=0.3, text/rdf+n3;q=0.3, application/rdf+n3;q=0.3, */*;q=0.1',
    'ttl',
  ),
  client('rapper -i rdfxml', 'application/rdf+xml, text/rdf;q=0.6, */*;q=0.1', 'rdf'),
  client('rapper -i ntriples', 'application/n-triples, text/plain;q=0.1, */*;q=0.1', 'nt'),
  client('rdflib', 'application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1', 'rdf'),
  client('rdflib, format turtle', 'text/turtle,application/x-turtle, */*;q=0.1', 'ttl'),
  client('rdflib, format json-ld', 'application/ld+json, application/json;q=0.9, */*;q=0.1', 'jsonld'),
  client('rdflib, format nt', 'text/plain, */*;q=0.1', 'nt'),
  client(
    'Comunica',
    'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/n3;q=0.35,text/html;q=0.2',
    'nq',
  ),
  client(
    'RDF::Trine',
    'text/turtle;q=1.0,application/turtle;q=1.0,application/x-rdf+json;q=0.9,application/rdf+xml;q=1.0,text/plain;q=0.9,application/x-turtle;q=1.0,application/json;q=0.9,application/octet-stream;q=0.9,text/x-nquads;q=0.9',
    'ttl',
  ),
  client(
    'EasyRdf',
    'application/x-httpd-php-source,application/json,application/ld+json,application/n-triples,text/json;q=0.9,text/html;q=0.4',
    'jsonld',
  ),
  client(
    'F-UJI',
    'text/turtle, application/turtle, application/x-turtle;q=0.8, application/rdf+xml, text/n3;q=0.9, text/rdf+n3;q=0.9,application/ld+json',
    'ttl',
  ),
  client('Europeana', 'application/rdf+xml, text/turtle, application/ld+json', 'ttl'),
  client('LDSpider', 'application/rdf+xml, application/xml', 'rdf'),
]

/** Programs that know JSON, and take JSON-LD for it. */
export const JSON_CLIENTS: readonly Client[] = [
  client('Libris', 'application/json+ld', 'jsonld'),
  client('JSON', 'application/json', 'jsonld'),
  client('JSON as text', 'text/json', 'jsonld'),
]

export const CHROMIUM =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7'

/** Programs that take anything, and browsers. */
export const PAGE_CLIENTS: readonly Client[] = [
  client('none', undefined, 'html'),
  client('curl, wget, LinkChecker, Squirrel', '*/*', 'html'),
  client('Chromium', CHROMIUM, 'html'),
]
