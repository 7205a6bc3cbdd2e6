/** Where something lies in an archive: the way down to it, each step a link. */
import type { VNode } from 'preact'
import { dip } from '../rdf/vocabulary/dip.ts'
import { fragmentOf } from './description.ts'
import { type Context, Facts, fact, Resource } from './parts.tsx'
import { type Told, ToldLink } from './told.tsx'

/** Other documents beside one: in its file, or in its journal. */
export interface Neighbours {
  /** IRI of the unit or the journal. */
  readonly of: string
  readonly previous?: Neighbour
  readonly next?: Neighbour
}

export interface Neighbour extends Told {
  readonly iri: string
  readonly label: string
}

/** The lowest units, each with those above it, widest first: the slug of a unit begins with that of what holds it. */
export function pathsOf(units: readonly string[]): readonly (readonly string[])[] {
  const holds = (outer: string, inner: string) => inner.startsWith(`${outer}-`)
  return units
    .filter((unit) => !units.some((other) => holds(unit, other)))
    .toSorted()
    .map((unit) => [...units.filter((other) => holds(other, unit)).toSorted((a, b) => a.length - b.length), unit])
}

/** @param units widest first; @param archive where it is known */
export function ArchivalPath({
  context,
  archive,
  units,
}: {
  context: Context
  archive?: string | undefined
  units: readonly string[]
}): VNode {
  const labels = units.map((unit) => context.about.label(unit))
  return (
    <ol class="path">
      {archive !== undefined && (
        <li>
          <Resource context={context} iri={archive} />
        </li>
      )}
      {units.map((unit, i) => (
        <li>
          <Resource context={context} iri={unit}>
            {i === 0 && archive !== undefined
              ? withoutArchive(labels[i] ?? '')
              : shortLabel(labels[i] ?? '', labels[i - 1])}
          </Resource>
        </li>
      ))}
    </ol>
  )
}

/** `AVPRF, fonds 0102, opis 13` below `AVPRF, fonds 0102` is `opis 13`. */
const shortLabel = (label: string, above: string | undefined): string =>
  above !== undefined && label.startsWith(`${above}, `) ? label.slice(above.length + 2) : label

/** `AVPRF, fonds 0102` behind the archive is `fonds 0102`. */
const withoutArchive = (label: string): string => label.replace(/^[^,]{1,40}, (?=.)/, '')

/** The place of a document, its copies, and what lies beside it. */
export function ArchivalPlace({
  context,
  iri,
  neighbours,
}: {
  context: Context
  iri: string
  neighbours: readonly Neighbours[]
}): VNode | null {
  const { about } = context
  const copies = about.all(iri, dip.hasArchivalCopy).map(({ value }) => value)
  const archives = about.all(iri, dip.archivedAt).map(({ value }) => value)
  const paths = pathsOf(about.all(iri, dip.archivalUnit).map(({ value }) => value))
  if (copies.length + archives.length + paths.length + neighbours.length === 0) return null
  return (
    <section aria-labelledby="archive">
      <h2 id="archive">In the archive</h2>
      {paths.map((units) => (
        <ArchivalPath context={context} archive={archiveOf(context, archives, units[0] ?? '')} units={units} />
      ))}
      {paths.length === 0 && archives.map((archive) => <ArchivalPath context={context} archive={archive} units={[]} />)}
      {copies.map((copy) => (
        <Copy context={context} copy={copy} isOnly={copies.length === 1} />
      ))}
      {neighbours.map((beside) => (
        <Beside context={context} beside={beside} />
      ))}
    </section>
  )
}

/** The archive whose slug begins that of the unit; else the one there is. */
function archiveOf({ site }: Context, archives: readonly string[], unit: string): string | undefined {
  const slug = site.iris.parse(unit)?.slug ?? ''
  const own = archives.find((archive) => slug.startsWith(`${site.iris.parse(archive)?.slug}-`))
  return own ?? (archives.length === 1 ? archives[0] : undefined)
}

function Copy({ context, copy, isOnly }: { context: Context; copy: string; isOnly: boolean }): VNode {
  const { about } = context
  const citation = about.text(copy, dip.archivalCitation)
  const stamps = about.all(copy, dip.hasStamp)
  return (
    <div id={fragmentOf(copy) || undefined}>
      <Facts
        facts={[
          citation === '' ? undefined : ['As cited', <span class="words">{citation}</span>],
          isOnly ? undefined : fact(context, 'Unit', copy, dip.heldIn),
          fact(context, 'Leaves', copy, dip.folioExpression),
          fact(context, 'Copy number', copy, dip.copyNumber),
          stamps.length === 0
            ? undefined
            : [
                'Stamps',
                <ul>
                  {stamps.map((stamp) => (
                    <li id={fragmentOf(stamp.value) || undefined}>{about.text(stamp.value, dip.stampText)}</li>
                  ))}
                </ul>,
              ],
        ]}
      />
    </div>
  )
}

function Beside({ context, beside }: { context: Context; beside: Neighbours }): VNode {
  const label = context.about.label(beside.of)
  return (
    <nav class="beside" aria-label={`Beside it in ${label}`}>
      <p class="small">
        Beside it in <Resource context={context} iri={beside.of} />
      </p>
      {beside.previous && <Step context={context} to={beside.previous} rel="prev" sign="←" />}
      {beside.next && <Step context={context} to={beside.next} rel="next" sign="→" />}
    </nav>
  )
}

function Step({
  context,
  to,
  rel,
  sign,
}: {
  context: Context
  to: Neighbour
  rel: 'prev' | 'next'
  sign: string
}): VNode {
  return (
    <p class={rel}>
      <span aria-hidden="true">{sign}</span>{' '}
      <span class="visually-hidden">{rel === 'prev' ? 'Before: ' : 'After: '}</span>
      <ToldLink context={context} iri={to.iri} told={to} />
    </p>
  )
}
