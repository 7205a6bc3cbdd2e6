/** The page of anything that is not a document: its names, its facts, and what points to it. */
import type { Quad } from '@rdfjs/types'
import type { VNode } from 'preact'
import { thingSchema } from '../crosswalk/schema-things.ts'
import type { Kind } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { owl } from '../rdf/vocabulary/owl.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { createDescription, lastPart } from './description.ts'
import { renderPage } from './layout.tsx'
import { type Alternate, href, plural, type Site } from './page.ts'
import { type Context, Crumbs, Facts, fact, Joined, Resource, Statements } from './parts.tsx'

/** One statement that points to the resource. */
export interface LinkRow {
  readonly subject: string
  readonly predicate: string
  readonly label: string
}

export interface ResourcePage {
  readonly site: Site
  readonly iri: string
  readonly kind: Kind
  readonly quads: readonly Quad[]
  readonly alternates: readonly Alternate[]
  readonly links: {
    readonly total: number
    readonly offset: number
    readonly limit: number
    readonly rows: readonly LinkRow[]
  }
}

/** HTML of the page about a person, body, place, unit, subject, source text, rule … */
export function resourcePage({ site, iri, kind, quads, alternates, links }: ResourcePage): string {
  const context: Context = { site, about: createDescription(quads) }
  const { about } = context
  const title = about.label(iri)
  const text = about.text(iri, dip.text)
  const jsonLd = thingSchema(quads, site.iris, { kind, iri }, site.dataset)
  return renderPage(
    { site, title, canonical: iri, alternates, section: kind, ...(jsonLd && { jsonLd }) },
    <article>
      <Crumbs path={[[plural(kind), `${site.root}/${kind}/`]]} />
      <h1>{title}</h1>
      <Facts
        facts={[
          fact(context, 'Also written', iri, skos.altLabel),
          fact(context, 'Misread as', iri, skos.hiddenLabel),
          fact(context, 'What it reads', iri, skos.definition),
          fact(context, 'Note', iri, skos.note, skos.scopeNote, rdfs.comment),
          fact(context, 'Held', iri, dip.holdsPosition),
          fact(context, 'Position in', iri, dip.positionInBody),
          fact(context, 'Represents', iri, dip.represents),
          fact(context, 'Accredited to', iri, dip.accreditedTo),
          fact(context, 'Part of', iri, dip.subordinateTo, dip.withinUnit),
          fact(context, 'Archive', iri, dip.unitOf),
          fact(context, 'Governs', iri, dip.governs),
          fact(context, 'Composed of', iri, dip.hasComponent),
          fact(context, 'SHA-256', iri, dip.sha256),
          fact(context, 'Measured precision', iri, dip.measuredPrecision),
          fact(context, 'Sample', iri, dip.sampleSize, dip.measuredSample),
          fact(context, 'The same as', iri, owl.sameAs, skos.exactMatch),
          fact(context, 'See also', iri, rdfs.seeAlso),
        ]}
      />
      <NameForms context={context} iri={iri} />
      <Links context={context} iri={iri} links={links} />
      {text !== '' && (
        <section aria-labelledby="text">
          <h2 id="text">Text</h2>
          <div class="text">{text}</div>
        </section>
      )}
      <details>
        <summary>Every statement as data</summary>
        <Statements context={context} subjects={[iri, ...about.subjects(`${iri}#`)]} />
      </details>
    </article>,
  )
}

function NameForms({ context, iri }: { context: Context; iri: string }): VNode | null {
  const { about } = context
  const forms = about.all(iri, dip.hasNameForm).map((form) => form.value)
  if (forms.length === 0) return null
  return (
    <section aria-labelledby="names">
      <h2 id="names">Forms of the name</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Form</th>
              <th scope="col">Kind</th>
              <th scope="col">Where it occurs</th>
            </tr>
          </thead>
          <tbody>
            {forms.map((form) => (
              <tr key={form}>
                <td>{about.text(form, dip.nameValue)}</td>
                <td class="small">{lastPart(about.text(form, dip.nameKind))}</td>
                <td>
                  <Joined
                    parts={about
                      .all(form, dip.attestedIn)
                      .map((document) => <Resource context={context} iri={document.value} />)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Links({ context, iri, links }: { context: Context; iri: string; links: ResourcePage['links'] }): VNode | null {
  if (links.total === 0) return null
  const { offset, limit, total, rows } = links
  const page = href(context.site, iri)
  return (
    <section aria-labelledby="links">
      <h2 id="links">Where it occurs</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">As</th>
              <th scope="col">In</th>
            </tr>
          </thead>
          <tbody>
            {groupBy(rows, ({ predicate }) => predicate).map(([predicate, group]) => (
              <tr key={predicate}>
                <td class="small">
                  <Resource context={context} iri={predicate}>
                    {spaced(lastPart(predicate))}
                  </Resource>
                </td>
                <td>
                  <Joined
                    parts={group.map((row) => (
                      <Resource context={context} iri={row.subject}>
                        {row.label}
                      </Resource>
                    ))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > limit && (
        <p class="small">
          {offset + 1}–{Math.min(offset + limit, total)} of {total}
          {offset > 0 && (
            <>
              {' · '}
              <a href={`${page}?page=${offset / limit}`} rel="prev">
                earlier
              </a>
            </>
          )}
          {offset + limit < total && (
            <>
              {' · '}
              <a href={`${page}?page=${offset / limit + 2}`} rel="next">
                more
              </a>
            </>
          )}
        </p>
      )}
    </section>
  )
}

/** `actAddressee` → `act addressee`. */
const spaced = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()

/** Runs of items with the same key, in their order. */
function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [key: string, items: readonly T[]])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups]
}
