/** Small pieces that several pages share: links, values, fact lists, breadcrumbs, tables of statements. */
import type { Term } from '@rdfjs/types'
import type { ComponentChildren, VNode } from 'preact'
import type { Description } from './description.ts'
import { href, type Site } from './page.ts'

export interface Context {
  readonly site: Site
  readonly about: Description
}

/** A link to a resource, by its label. */
export function Resource({
  context,
  iri,
  children,
}: {
  context: Context
  iri: string
  children?: ComponentChildren
}): VNode {
  const link = href(context.site, iri)
  const label = children ?? context.about.label(iri)
  return link === '' ? <>{label}</> : <a href={link}>{label}</a>
}

/** A literal with its language, or a link. */
export function Value({ context, term }: { context: Context; term: Term }): VNode {
  if (term.termType === 'NamedNode') return <Resource context={context} iri={term.value} />
  if (term.termType !== 'Literal') return <>{term.value}</>
  return term.language === '' ? <>{term.value}</> : <span lang={term.language}>{term.value}</span>
}

/** Links in one line, as long as they are few; texts and longer lists one below the other. */
export function Values({ context, terms }: { context: Context; terms: readonly Term[] }): VNode {
  const values = terms.map((term) => <Value context={context} term={term} />)
  if (values.length === 1 || (values.length <= 4 && terms.every(({ termType }) => termType === 'NamedNode')))
    return <Joined parts={values} />
  return (
    <ul>
      {values.map((value) => (
        <li>{value}</li>
      ))}
    </ul>
  )
}

/** Parts in one line, with dots between them. */
export function Joined({ parts }: { parts: readonly ComponentChildren[] }): VNode {
  return (
    <>
      {parts.map((part, i) => (
        <>
          {i > 0 && ' · '}
          {part}
        </>
      ))}
    </>
  )
}

export type Fact = readonly [label: string, value: ComponentChildren]

/** A list of facts; those without a value are left out, and so is a list without facts. */
export function Facts({ facts }: { facts: readonly (Fact | undefined)[] }): VNode | null {
  const known = facts.filter((fact) => fact !== undefined)
  if (known.length === 0) return null
  return (
    <dl class="facts">
      {known.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

/** The fact that a property gives, or undefined where the subject has none. */
export function fact(
  context: Context,
  label: string,
  subject: string,
  ...predicates: { readonly value: string }[]
): Fact | undefined {
  const terms = predicates.flatMap((predicate) => context.about.all(subject, predicate))
  return terms.length === 0 ? undefined : [label, <Values context={context} terms={terms} />]
}

export function Crumbs({ path }: { path: readonly (readonly [label: string, link: string])[] }): VNode {
  return (
    <nav aria-label="Breadcrumb" class="crumbs">
      {path.map(([label, link], i) => (
        <>
          {i > 0 && ' › '}
          <a href={link}>{label}</a>
        </>
      ))}
    </nav>
  )
}

/** Where one is in a list of many pages, with the links on; nothing where there is one. @param address of a page, from 1 */
export function Pages({
  page,
  pages,
  address,
}: {
  page: number
  pages: number
  address: (page: number) => string
}): VNode | null {
  if (pages <= 1) return null
  return (
    <nav aria-label="Pages" class="pages">
      {page > 1 && (
        <a href={address(page - 1)} rel="prev">
          Previous
        </a>
      )}{' '}
      Page {page} of {pages}{' '}
      {page < pages && (
        <a href={address(page + 1)} rel="next">
          Next
        </a>
      )}
    </nav>
  )
}
