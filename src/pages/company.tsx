/** With whom a person or body wrote and met, and in which years: counts of documents, each a link to them. */

import type { VNode } from 'preact'
import type { ValueCount } from '../search/question.ts'
import { counted, number } from './numbers.ts'
import { href, type Site } from './page.ts'
import { searchAddress } from './search-address.ts'
import { YearStrip, type YearStripProps } from './years.tsx'

/** Others in the documents in which one of them is in some role. */
export interface Circle {
  readonly heading: string
  /** What the one is in these documents, and what the others are; absent for any role. */
  readonly roles?: readonly [one: string, others: string]
  /** The others, the most frequent first. */
  readonly others: readonly ValueCount[]
  /** How many others there are. */
  readonly total: number
}

export interface CompanyProps extends Pick<YearStripProps, 'years' | 'undated'> {
  readonly site: Site
  /** The facet and the key by which documents of the thing are found. */
  readonly facet: string
  readonly value: string
  readonly documents: number
  readonly circles: readonly Circle[]
}

export function Company({ site, facet, value, documents, years, undated, circles }: CompanyProps): VNode | null {
  if (documents === 0) return null
  const state = { q: '', chosen: { [facet]: [value] } }
  const shown = circles.filter(({ others }) => others.length > 0)
  return (
    <section class="company" aria-labelledby="company">
      <h2 id="company">
        <a href={searchAddress(site.root, state)}>{counted(documents, 'document')}</a>
      </h2>
      {years.length > 1 && (
        <YearStrip
          heading="By year"
          years={years}
          undated={undated}
          address={(from, to) => searchAddress(site.root, { ...state, from, to })}
        />
      )}
      <div class="circles">
        {shown.map(({ heading, roles, others, total }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <ul class="plain">
              {others.map(({ iri, key, label, count }) => (
                <li key={key}>
                  <a href={href(site, iri)}>
                    <bdi>{label}</bdi>
                  </a>{' '}
                  <a
                    class="count"
                    rel="nofollow"
                    href={searchAddress(site.root, {
                      q: '',
                      chosen: { ...state.chosen, person: [...(facet === 'person' ? [value] : []), key] },
                      ...(roles !== undefined && { roles }),
                    })}
                    aria-label={`${counted(count, 'document')} with ${label}`}
                  >
                    {number(count)}
                  </a>
                </li>
              ))}
            </ul>
            {total > others.length && (
              <p class="small">
                <a
                  rel="nofollow"
                  href={`${searchAddress(site.root, {
                    ...state,
                    ...(roles !== undefined && { roles: roles.slice(0, 1) }),
                    more: ['person', ...(roles?.slice(1) ?? [])].join('.'),
                  })}#person`}
                >
                  {number(total - others.length)} more
                </a>
              </p>
            )}
          </section>
        ))}
      </div>
    </section>
  )
}
