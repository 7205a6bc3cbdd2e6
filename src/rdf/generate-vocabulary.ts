/**
 * Writes the typed vocabularies `dip.ts`, `schemes.ts` and `superclasses.ts` from the Turtle in `ontology/`, which is
 * the truth. Run by `npm run vocabulary` after a change there; a test compares the files with the Turtle.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Parser, type Quad } from 'n3'
import { dcmitype } from './vocabulary/dcmitype.ts'
import { dcterms } from './vocabulary/dcterms.ts'
import { foaf } from './vocabulary/foaf.ts'
import { oa } from './vocabulary/oa.ts'
import { org } from './vocabulary/org.ts'
import { owl } from './vocabulary/owl.ts'
import { prov } from './vocabulary/prov.ts'
import { rdf } from './vocabulary/rdf.ts'
import { rdfs } from './vocabulary/rdfs.ts'
import { rico } from './vocabulary/rico.ts'
import { schema } from './vocabulary/schema.ts'
import { skos } from './vocabulary/skos.ts'

const ROOT = new URL('../../', import.meta.url)
const DIP = 'https://w3id.org/diplomacy/ontology#'
const SCHEMES = 'https://w3id.org/diplomacy/vocab/'
const GENERATED = '/** Generated from {source} by `npm run vocabulary`; do not edit. {what} */\n'

/** The vocabularies that classes of the ontology may have superclasses in. */
const EXTERNAL = { dcmitype, dcterms, foaf, oa, org, prov, rico, schema }

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const camelCase = (slug: string): string => slug.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const header = (source: string, what: string): string => GENERATED.replace('{source}', source).replace('{what}', what)
const quoted = (names: readonly string[]): string => names.map((name) => `  '${name}',\n`).join('')

function subjectsOf(quads: readonly Quad[], types: readonly string[], prefix: string): string[] {
  const subjects = quads
    .filter(({ predicate, object }) => predicate.equals(rdf.type) && types.includes(object.value))
    .map(({ subject }) => subject.value)
  return [...new Set(subjects)].filter((iri) => iri.startsWith(prefix)).sort(byCodePoint)
}

const classesOf = (ontology: readonly Quad[]): string[] => subjectsOf(ontology, [owl.Class.value], DIP)

/** The source of `dip.ts`: every class and property of the ontology. */
export function dipModule(ontology: readonly Quad[]): string {
  const properties = [owl.ObjectProperty, owl.DatatypeProperty, owl.AnnotationProperty].map(({ value }) => value)
  const terms = [...classesOf(ontology), ...subjectsOf(ontology, properties, DIP)].map((iri) => iri.slice(DIP.length))
  return `${header('ontology/diplomacy.ttl', 'The terms of the diplomacy ontology.')}import { vocabulary } from './vocabulary.ts'

export const dip = vocabulary('${DIP}', [
${quoted(terms)}])
`
}

/** The source of `schemes.ts`: one vocabulary of concepts per scheme, in camel case, its terms by their slugs. */
export function schemesModule(schemes: readonly Quad[]): string {
  const concepts = subjectsOf(schemes, [skos.Concept.value], SCHEMES)
  const blocks = subjectsOf(schemes, [skos.ConceptScheme.value], SCHEMES).map((scheme) => {
    const slugs = concepts.filter((iri) => iri.startsWith(`${scheme}/`)).map((iri) => iri.slice(scheme.length + 1))
    return `\nexport const ${camelCase(scheme.slice(SCHEMES.length))} = vocabulary('${scheme}/', [\n${quoted(slugs)}])\n`
  })
  const what = 'The concepts of each scheme.'
  return `${header('ontology/schemes.ttl', what)}import { vocabulary } from './vocabulary.ts'\n${blocks.join('')}`
}

/** The source of `superclasses.ts`: all superclasses of each class, own and foreign, direct and indirect. */
export function superclassesModule(ontology: readonly Quad[]): string {
  const above = (iri: string): string[] =>
    ontology
      .filter(({ subject, predicate }) => subject.value === iri && predicate.equals(rdfs.subClassOf))
      .flatMap(({ object }) => [object.value, ...above(object.value)])
  const used = new Set<string>()
  const lines = classesOf(ontology).map((iri) => {
    const terms = [...new Set(above(iri))].sort(byCodePoint).map((superclass) => {
      const [name, local] = abbreviate(superclass)
      used.add(name)
      return `${name}.${local}`
    })
    return `  ${iri.slice(DIP.length)}: [${terms.join(', ')}],\n`
  })
  const imports = [...used].sort(byCodePoint).map((name) => `import { ${name} } from './${name}.ts'\n`)
  const what = 'All superclasses of each class, by local name.'
  return `${header('ontology/diplomacy.ttl', what)}import type { NamedNode } from 'n3'
${imports.join('')}
export const superclasses = {
${lines.join('')}} as const satisfies Record<string, readonly NamedNode[]>

/** Local name of a class of the ontology. */
export type ClassName = keyof typeof superclasses
`
}

function abbreviate(iri: string): readonly [name: string, local: string] {
  if (iri.startsWith(DIP)) return ['dip', iri.slice(DIP.length)]
  const found = Object.entries(EXTERNAL).find(([, terms]) => iri.startsWith(terms.iri))
  if (found === undefined) throw new Error(`The superclass ${iri} is in no vocabulary of src/rdf/vocabulary.`)
  return [found[0], iri.slice(found[1].iri.length)]
}

/** The generated files by name, from the Turtle of the ontology and of the schemes. */
export function vocabularyModules(ontology: string, schemes: string): ReadonlyMap<string, string> {
  const terms = new Parser().parse(ontology)
  return new Map([
    ['dip.ts', dipModule(terms)],
    ['schemes.ts', schemesModule(new Parser().parse(schemes))],
    ['superclasses.ts', superclassesModule(terms)],
  ])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = (name: string): string => readFileSync(new URL(`ontology/${name}`, ROOT), 'utf8')
  for (const [name, source] of vocabularyModules(read('diplomacy.ttl'), read('schemes.ttl'))) {
    writeFileSync(new URL(`src/rdf/vocabulary/${name}`, ROOT), source)
  }
}
