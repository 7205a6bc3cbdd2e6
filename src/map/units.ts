/** Archives and their units: slugs in the order of the archive's scheme, labels, hierarchy. */
import type { NamedNode, Quad } from 'n3'
import type { ArchiveScheme, Authority } from '../authority/authority.ts'
import type { ArchivalReference, NameForm, UnitStep } from '../document.ts'
import { shortHash, slugify } from '../iris.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { unitLevel } from '../rdf/vocabulary/schemes.ts'
import { termNamed } from '../rdf/vocabulary/vocabulary.ts'
import { attested, formLabels } from './names.ts'
import { describe, isA, text, textIn } from './quads.ts'
import { type Scope, thing } from './scope.ts'

/** One unit of a reference with the way down to it. */
export interface Unit {
  readonly slug: string
  readonly step: UnitStep
  /** Slug of the unit above; absent at the top. */
  readonly above?: string
  readonly label: string
}

/** The units that a reference names, widest first: `avprf-f0102`, `avprf-f0102-op13`, … */
export function unitsOf(reference: ArchivalReference, authority: Authority): Unit[] {
  const scheme = authority.schemes.find(({ archive }) => archive === reference.archive)
  const units: Unit[] = []
  for (const step of reference.steps) {
    const above = units.at(-1)
    units.push({
      slug: `${above?.slug ?? reference.archive}-${stepSlug(step, scheme)}`,
      step,
      ...(above !== undefined && { above: above.slug }),
      label: `${above?.label ?? reference.archiveLabel}, ${stepLabel(step)}`,
    })
  }
  return units
}

/** A number that says nothing in a slug, or too much, is told by its hash. */
function stepSlug({ level, number }: UnitStep, scheme: ArchiveScheme | undefined): string {
  const prefix = scheme?.levels.find((l) => l.level === level)?.prefix ?? (scheme ? `${level}-` : '')
  const slug = slugify(number)
  return `${prefix}${slug === '' || number.length > 60 ? [slug, shortHash(number, 6)].filter(Boolean).join('-') : slug}`
}

const stepLabel = ({ level, number }: UnitStep): string =>
  level === 'call-number' ? number : `${level.replaceAll('-', ' ')} ${number}`

export const archiveIri = (scope: Scope, reference: ArchivalReference): NamedNode =>
  thing(scope, 'body', reference.archive)

/** The lowest unit of a reference, or undefined where it names an archive only. */
export function lowestUnit(scope: Scope, reference: ArchivalReference): NamedNode | undefined {
  const unit = unitsOf(reference, scope.context.authority).at(-1)
  return unit && thing(scope, 'unit', unit.slug)
}

/** All units that a reference names, at every level. */
export const allUnits = (scope: Scope, reference: ArchivalReference): NamedNode[] =>
  unitsOf(reference, scope.context.authority).map(({ slug }) => thing(scope, 'unit', slug))

/** Archive and units of a reference, for the derived graph. */
export function mapUnits(scope: Scope, graph: NamedNode, reference: ArchivalReference): Quad[] {
  const { authority } = scope.context
  const archive = archiveIri(scope, reference)
  const units = unitsOf(reference, authority).flatMap(({ slug, step, above, label }) =>
    describe(graph, thing(scope, 'unit', slug), [
      isA('ArchivalUnit'),
      [rdfs.label, textIn('en', label)],
      [dip.unitLevel, termNamed(unitLevel, step.level)],
      [dip.unitNumber, text(step.number)],
      [dip.unitOf, archive],
      [dip.withinUnit, above === undefined ? undefined : thing(scope, 'unit', above)],
      [dcterms.isPartOf, above === undefined ? undefined : thing(scope, 'unit', above)],
    ]),
  )
  return [...mapArchive(scope, graph, archive, reference), ...units]
}

/** An archive with the form in which the page names it; one of the authority files is described there. */
function mapArchive(
  scope: Scope,
  graph: NamedNode,
  archive: NamedNode,
  { archive: key, archiveLabel }: ArchivalReference,
) {
  const known = scope.context.authority.schemes.some((scheme) => scheme.archive === key)
  const form: NameForm = { value: archiveLabel, kind: 'established' }
  return [
    ...(known ? [] : describe(graph, archive, [isA('Archive'), ...formLabels(archiveLabel, [])])),
    ...attested(scope, graph, archive, [form]),
  ]
}
