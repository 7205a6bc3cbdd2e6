/** What the views of the collection share: addresses, filters, downloads, lists of what lies behind a number. */
import type { ComponentChildren, VNode } from 'preact'
import type { Span } from '../drawing/span.ts'
import { kindName } from './description.ts'
import { href, type Site } from './page.ts'
import { searchAddress } from './search-address.ts'

/** What every view is given. */
export interface View {
  readonly site: Site
  /** In a copy made of files: nothing there filters or searches. */
  readonly isStatic: boolean
  /** What a thing is called, by kind and slug. */
  readonly nameOf: (address: string) => string
}

/** Years that a view is kept to, as they were written. */
export interface YearFilter {
  readonly from?: number
  readonly to?: number
}

/** The page of a thing, by kind and slug, with a fragment where it is a part. */
export const pageOf = (site: Site, address: string): string => href(site, `${site.iris.base}/id/${address}`)

/** The search for the documents of a span, of some people where they are given. */
export const searchFor = (site: Site, { from, to }: Span, ...person: readonly string[]): string =>
  searchAddress(site.root, { q: '', chosen: { person }, from, to })

/** An address with its parameters, where it has any. */
export function withParameters(
  address: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
  )
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given)}`
}

/** The page of what lies between two things, in some years: the lesser address first, so that there is one page. */
export function betweenLink(site: Site, a: string, b: string, { from, to }: YearFilter = {}): string {
  const [first, second] = a < b ? [a, b] : [b, a]
  return withParameters(`${site.root}/between/${encodeURI(first)}/${encodeURI(second)}`, { from, to })
}

/** First and last day in one: `1950`, `1950-05-14`, `1950-05-14 – 1951-02-01`. */
export function datesIn(earliest: string, latest: string): string {
  if (earliest === '') return 'undated'
  if (earliest === latest) return earliest
  if (earliest.endsWith('-01-01') && latest === `${earliest.slice(0, 4)}-12-31`) return earliest.slice(0, 4)
  return `${earliest} – ${latest}`
}

/** The years of a filter in words: `, 1950 to 1953`, or nothing. */
export function yearsIn({ from, to }: YearFilter): string {
  if (from === undefined && to === undefined) return ''
  if (from === to) return `, ${from}`
  if (from === undefined) return `, until ${to}`
  return to === undefined ? `, from ${from}` : `, ${from} to ${to}`
}

/** A form of filters; in a copy made of files, a sentence in its place. */
export function Filters({
  view,
  action,
  children,
}: {
  view: View
  action: string
  children: ComponentChildren
}): VNode {
  if (view.isStatic)
    return <p class="small">This copy is made of files: it shows all years and cannot be filtered or searched.</p>
  return (
    <form class="filters" action={`${view.site.root}${action}`} method="get">
      {children}
      <button type="submit">Show</button>
    </form>
  )
}

export function YearFields({ from, to }: YearFilter): VNode {
  return (
    <>
      <label>
        From year <input name="from" inputmode="numeric" pattern="\d{4}" size={5} maxLength={4} value={from} />
      </label>
      <label>
        to year <input name="to" inputmode="numeric" pattern="\d{4}" size={5} maxLength={4} value={to} />
      </label>
    </>
  )
}

export interface Download {
  readonly label: string
  readonly href: string
}

export function Downloads({
  downloads,
  children,
}: {
  downloads: readonly Download[]
  children?: ComponentChildren
}): VNode {
  return (
    <p class="downloads">
      Download:{' '}
      {downloads.map(({ label, href: link }, i) => (
        <>
          {i > 0 && ' · '}
          <a href={link}>{label}</a>
        </>
      ))}
      {children}
    </p>
  )
}

/** What is wider than a phone: it scrolls in its place, also by keyboard. */
export function Wide({ label, children }: { label: string; children: ComponentChildren }): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

interface CanvasProps {
  readonly width: number
  readonly height: number
  /** What it shows, for who does not see it. */
  readonly label: string
  readonly children: ComponentChildren
}

/** A drawing; the links in it are reached by keyboard. */
export function Canvas({ width, height, label, children }: CanvasProps): VNode {
  return (
    <Wide label={`${label}: drawing`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no drawing */}
      <svg class="drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        {children}
      </svg>
    </Wide>
  )
}

/** What is drawn for the eye alone, because links or the table say the same. */
export function Unspoken({ children }: { children: ComponentChildren }): VNode {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes is not focusable, nor are its links
  return <g aria-hidden="true">{children}</g>
}

/** A document, event or act with its day and kind. */
export interface Item {
  readonly earliest: string
  readonly latest: string
  readonly address: string
  readonly kind: string
  readonly title: string
}

export function Items({ site, items }: { site: Site; items: readonly Item[] }): VNode {
  return (
    <ul class="plain items">
      {items.map(({ earliest, latest, address, kind, title }) => (
        <li key={address}>
          <span class="small">
            {datesIn(earliest, latest)} · {kindName(kind)}
          </span>{' '}
          <a href={pageOf(site, address)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}
