/** The page of anything that is not a document: the frame that all kinds share. What differs is in kinds.tsx. */
import type { Quad } from '@rdfjs/types'
import type { ComponentChildren } from 'preact'
import { thingSchema } from '../crosswalk/schema-things.ts'
import type { Kind } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import type { NamedThing } from '../search/question.ts'
import { ArchivalPath } from './archival-path.tsx'
import { createDescription } from './description.ts'
import { type Days, Holdings } from './holdings.tsx'
import { KIND_PAGES } from './kinds.tsx'
import { renderPage } from './layout.tsx'
import { Mend } from './mend.tsx'
import { NameForms } from './names.tsx'
import { AllLinks, type LinkPage, Occurrences } from './occurrences.tsx'
import { type Alternate, plural, type Site } from './page.ts'
import { type Context, Crumbs, Facts } from './parts.tsx'
import { Things } from './search-row.tsx'

export interface ResourcePage {
  readonly site: Site
  readonly iri: string
  readonly kind: Kind
  readonly quads: readonly Quad[]
  readonly alternates: readonly Alternate[]
  /** What points to it, by property; empty on a page of the whole list. */
  readonly occurrences: readonly Occurrences[]
  /** A page of the whole list, instead of the first of each. */
  readonly links?: LinkPage
  /** Quads of the units above a unit, their IRIs the widest first. */
  readonly above?: { readonly units: readonly string[]; readonly quads: readonly Quad[] }
  /** Of the dates on which positions are attested. */
  readonly days?: Days
  /** People who may be this one: their names share a word that is all that is known of one of them. */
  readonly namesakes?: readonly NamedThing[]
  /** What stands between the facts and where it occurs: the years of a person, who wrote with whom. */
  readonly children?: ComponentChildren
}

function Namesakes({ site, title, namesakes }: { site: Site; title: string; namesakes: readonly NamedThing[] }) {
  if (namesakes.length === 0) return null
  return (
    <p class="small namesakes">
      {/\s/.test(title) ? 'Known by one name, perhaps the same: ' : 'Known by this name alone; perhaps one of these: '}
      <Things site={site} things={namesakes} />
    </p>
  )
}

/** HTML of the page about a person, body, place, unit, subject, source text, rule … */
export function resourcePage(page: ResourcePage): string {
  const { site, iri, kind, quads, alternates, occurrences, links, above, days = new Map(), children } = page
  const context: Context = { site, about: createDescription([...quads, ...(above?.quads ?? [])]) }
  const { about } = context
  const title = about.label(iri)
  const text = about.text(iri, dip.text)
  const jsonLd = thingSchema(quads, site.iris, { kind, iri }, site.dataset)
  const { lede, facts, mendings } = KIND_PAGES[kind]
  const occurring = { ...context, iri, kind }
  const archive = about.text(iri, dip.unitOf) || undefined
  return renderPage(
    { site, title, canonical: iri, alternates, section: kind, ...(jsonLd && { jsonLd }) },
    <article class={kind}>
      <Crumbs path={[[plural(kind), `${site.root}/${kind}/`]]} />
      {kind === 'unit' && (
        <nav class="place" aria-label="Its place in the archive">
          <ArchivalPath context={context} archive={archive} units={above?.units ?? []} />
        </nav>
      )}
      <h1>{title}</h1>
      {lede && <p class="lede">{lede(context, iri)}</p>}
      {links !== undefined ? (
        <AllLinks context={occurring} links={links} />
      ) : (
        <>
          <Facts facts={facts(context, iri)} />
          <Namesakes site={site} title={title} namesakes={page.namesakes ?? []} />
          <Holdings context={context} iri={iri} days={days} />
          {children}
          <Occurrences context={occurring} occurrences={occurrences} />
          <NameForms context={context} iri={iri} />
          {text !== '' && (
            <section aria-labelledby="text">
              <h2 id="text">Text</h2>
              <div class="text">{text}</div>
            </section>
          )}
          <Mend
            context={context}
            report={{ iri, title, version: site.version, grounds: [] }}
            mendings={mendings(context, iri, site.iris.parse(iri)?.slug ?? '')}
          />
        </>
      )}
    </article>,
  )
}
