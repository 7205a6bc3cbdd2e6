/**
 * The core of the ontology as a plan of boxes and lines: which classes stand in which column is said here, all else
 * (what lies in what, which properties lead where) is read from the terms. No markup, no chance: the same terms give the
 * same plan.
 */
import { dip } from '../../rdf/vocabulary/dip.ts'
import { dcam, type Terms } from './terms.ts'

/** Classes by column, from left to right, each column from its top; a class lies in the box of the one above it. */
const COLUMNS = [
  [dip.Document, dip.Correspondence, dip.Telegram, dip.Journal, dip.JournalEntry, dip.DateStatement],
  [dip.Edition, dip.ArchivalCopy, dip.ArchivalUnit, dip.DiplomaticAct, dip.Event, dip.Evidence],
  [dip.Actor, dip.Person, dip.Position, dip.CorporateBody, dip.Archive],
].map((column) => column.map(({ value }) => value))

/** Stands for the subjects of properties that are said of anything. */
export const ANYTHING = ''

/** Properties that lead from a class of the core to one of its classes. */
export interface CoreRelation {
  /** A class, or `ANYTHING`. */
  readonly from: string
  readonly to: string
  /** By label. */
  readonly properties: readonly string[]
}

/** A class with its relations, and the classes of the core that are kinds of it. */
export interface CoreClass {
  readonly iri: string
  readonly relations: readonly CoreRelation[]
  readonly inside: readonly CoreClass[]
}

/** The columns of the core, each with its outermost classes. Classes that the terms do not have are left out. */
export function coreOf(terms: Terms): readonly (readonly CoreClass[])[] {
  const known = COLUMNS.map((column) => column.filter((iri) => terms.kind(iri) === 'class'))
  const order = known.flat()
  const relations = relationsAmong(terms, order)
  const isAnything = (iri: string) => relations.some(({ from, to }) => from === ANYTHING && to === iri)
  const parentOf = (iri: string) => terms.above(iri).find((above) => order.includes(above))
  const boxed = (iri: string, column: readonly string[]): CoreClass => ({
    iri,
    relations: relations.filter(({ from }) => from === iri),
    inside: column.filter((other) => parentOf(other) === iri).map((other) => boxed(other, column)),
  })
  return known.map((column) =>
    column
      .filter((iri) => !column.includes(parentOf(iri) ?? ''))
      .flatMap((iri) => [...(isAnything(iri) ? [boxed(ANYTHING, [])] : []), boxed(iri, column)])
      // Once is enough.
      .filter(({ iri }, i, all) => iri !== ANYTHING || all.findIndex((other) => other.iri === ANYTHING) === i),
  )
}

/** All relations of the core, in the order of its classes. */
export const relationsOf = (columns: readonly (readonly CoreClass[])[]): readonly CoreRelation[] => {
  const deep = ({ relations, inside }: CoreClass): readonly CoreRelation[] => [...relations, ...inside.flatMap(deep)]
  return columns.flat().flatMap(deep)
}

/** The classes of the core with the class in whose box they lie. */
export function kindsOf(columns: readonly (readonly CoreClass[])[]): readonly { iri: string; of: string }[] {
  const deep = (box: CoreClass): { iri: string; of: string }[] =>
    box.inside.flatMap((inner) => [{ iri: inner.iri, of: box.iri }, ...deep(inner)])
  return columns.flat().flatMap(deep)
}

function relationsAmong(terms: Terms, classes: readonly string[]): readonly CoreRelation[] {
  const { about } = terms
  const relations = new Map<string, { from: string; to: string; properties: string[] }>()
  for (const property of terms.all('property')) {
    const domain = about.all(property, dcam.domainIncludes).map(({ value }) => value)
    for (const { value: to } of about.all(property, dcam.rangeIncludes)) {
      if (!classes.includes(to)) continue
      for (const from of domain.length === 0 ? [ANYTHING] : domain) {
        if (from !== ANYTHING && !classes.includes(from)) continue
        const relation = relations.get(`${from} ${to}`) ?? { from, to, properties: [] }
        relation.properties.push(property)
        relations.set(`${from} ${to}`, relation)
      }
    }
  }
  const rank = ({ from, to }: CoreRelation) => classes.indexOf(from) * 100 + (from === to ? 99 : classes.indexOf(to))
  return [...relations.values()].sort((a, b) => rank(a) - rank(b))
}

/** What a class of the core is called. */
export const nameOf = (terms: Terms, iri: string): string => (iri === ANYTHING ? 'anything' : terms.about.label(iri))
