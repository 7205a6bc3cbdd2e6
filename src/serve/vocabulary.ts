/** The ontology, its terms, the concept schemes, their concepts and the shapes: their RDF and their pages. */
import type { Quad } from '@rdfjs/types'
import { NAMESPACE, pathOfTerm } from '../pages/page.ts'
import { conceptPage, schemePage } from '../pages/vocabulary/concepts.tsx'
import { ontologyPage } from '../pages/vocabulary/overview.tsx'
import type { Counts, Shown } from '../pages/vocabulary/parts.tsx'
import { shapesPage } from '../pages/vocabulary/shapes.tsx'
import { termPage } from '../pages/vocabulary/term.tsx'
import { createTerms, type Terms } from '../pages/vocabulary/terms.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import type { Release } from '../release/read.ts'
import type { Use } from '../release/uses.ts'
import type { Resource, View } from './resource.ts'
import type { Services } from './services.ts'
import { vocabularyLanding } from './signposting.ts'

const ONTOLOGY = `${NAMESPACE}ontology`
const SHAPES = `${NAMESPACE}shapes`

interface Vocabulary {
  readonly quads: readonly Quad[]
  readonly terms: Terms
}

const known = new WeakMap<Release, Promise<Vocabulary>>()

/** The vocabularies of a release, read once. */
function vocabularyOf(release: Release, { shapes }: Pick<Services, 'shapes'>): Promise<Vocabulary> {
  const reading = known.get(release) ?? read(release, shapes)
  known.set(release, reading)
  return reading
}

async function read(release: Release, shapes: readonly Quad[]): Promise<Vocabulary> {
  const quads = (await release.graph(release.iris.graph('vocabulary'))) ?? []
  return { quads, terms: createTerms([...quads, ...shapes]) }
}

/** What stands at a path, without its ending, of those that the vocabularies have; undefined for others. */
export function vocabularyAt(path: string, services: Services): Resource | undefined {
  const about = (iri: string, type: string): Pick<Resource, 'landing'> => ({
    landing: async (release, root) => {
      const { about: all } = (await vocabularyOf(release, services)).terms
      const [license] = [iri, all.text(iri, skos.inScheme), ONTOLOGY].flatMap((of) => all.all(of, dcterms.license))
      const said = { iri, path: encodeURI(path.slice(1)), type, ...(license && { license: license.value }) }
      return vocabularyLanding(said, root)
    },
  })
  const subjects =
    (isWanted: (iri: string) => boolean): Resource['quads'] =>
    async (release) =>
      (await vocabularyOf(release, services)).quads.filter(({ subject }) => isWanted(subject.value))

  if (path === '/ontology')
    return {
      quads: subjects((iri) => iri.startsWith(ONTOLOGY)),
      page: async (view) => ontologyPage(await wordsOf(view, services)),
      ...about(ONTOLOGY, 'DefinedTermSet'),
    }
  if (path === '/shapes')
    return {
      quads: async () => services.shapes,
      page: async (view) => shapesPage(await wordsOf(view, services)),
      ...about(SHAPES, 'CreativeWork'),
    }
  const [, first, ...rest] = path.split('/')
  if (first === 'ontology' && rest.length === 1) {
    const iri = `${ONTOLOGY}#${rest[0]}`
    return {
      quads: subjects((subject) => subject === iri),
      page: async (view) => {
        const words = await wordsOf(view, services)
        return termPage({ ...words, iri, shown: await shownOf(view.release, iri) })
      },
      ...about(iri, 'DefinedTerm'),
    }
  }
  if (first !== 'vocab' || rest.length === 0 || rest.length > 2) return undefined
  const iri = NAMESPACE + path.slice(1)
  const isScheme = rest.length === 1
  // A site without a server has no search.
  const canSearch = services.local === undefined
  return {
    quads: subjects((term) => term === iri || term.startsWith(`${iri}/`)),
    page: async (view) => {
      const words = await wordsOf(view, services)
      const concepts = isScheme ? words.terms.pointing(skos.inScheme, iri) : [iri]
      const counts = await usesOf(view.release, concepts)
      return isScheme
        ? schemePage({ ...words, iri, counts })
        : conceptPage({ ...words, iri, counts, shown: await shownOf(view.release, iri), canSearch })
    },
    ...about(iri, isScheme ? 'DefinedTermSet' : 'DefinedTerm'),
  }
}

/** Addresses of all pages of terms, below the base. */
export async function vocabularyPaths(release: Release): Promise<readonly string[]> {
  const quads = (await release.graph(release.iris.graph('vocabulary'))) ?? []
  const iris = new Set(quads.map(({ subject }) => subject.value).filter((iri) => iri.startsWith(NAMESPACE)))
  return [...iris].map((iri) => `/${pathOfTerm(iri)}`)
}

/** What the pages of the vocabularies are given. */
async function wordsOf({ site, alternates, release }: View, services: Services) {
  const { terms } = await vocabularyOf(release, services)
  const { classes, properties } = release.manifest.counts
  const counts: Counts = (iri) => (terms.kind(iri) === 'class' ? classes : properties)[iri] ?? 0
  return { site, alternates, terms, counts }
}

/** How often concepts are used. */
async function usesOf(release: Release, concepts: readonly string[]): Promise<Counts> {
  const uses = await Promise.all(concepts.map((iri) => release.uses(iri)))
  const totals = new Map(uses.map((of, i) => [concepts[i] ?? '', of.reduce((sum, { total }) => sum + total, 0)]))
  return (iri) => totals.get(iri) ?? 0
}

/** The uses of a term with the names of what they show, those used most first. */
async function shownOf(release: Release, term: string): Promise<readonly Shown[]> {
  const uses = [...(await release.uses(term))].sort((a, b) => b.total - a.total)
  return Promise.all(uses.map((use) => named(release, use)))
}

async function named(release: Release, { property, total, example: { subject, object } }: Use): Promise<Shown> {
  const nameOf = async (iri: string): Promise<string | undefined> => {
    const own = await release.label(iri)
    const hash = iri.startsWith(release.iris.base) ? iri.indexOf('#') : -1
    if (own !== undefined || hash === -1) return own
    // A part without a name is called by its thing.
    const thing = iri.slice(0, hash)
    return `${(await release.label(thing)) ?? thing}, ${iri.slice(hash)}`
  }
  const objectLabel = object.termType === 'NamedNode' ? await nameOf(object.value) : undefined
  return {
    property,
    total,
    subject: { iri: subject.value, label: (await nameOf(subject.value)) ?? subject.value },
    object,
    ...(objectLabel !== undefined && { objectLabel }),
  }
}
