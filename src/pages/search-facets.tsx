/** What a search can be narrowed by: the values of each facet with their counts, each a link. */

import type { VNode } from 'preact'
import type { Facet } from '../search/facets.ts'
import type { FacetCounts, ValueCount } from '../search/question.ts'
import { number } from './numbers.ts'
import type { Site } from './page.ts'
import { type SearchState, searchAddress, withValue } from './search-address.ts'

interface FacetProps {
  readonly site: Site
  readonly state: SearchState
  readonly facet: Facet
  readonly counts: FacetCounts | undefined
}

export function FacetList({ site, state, facet, counts }: FacetProps): VNode | null {
  if (counts === undefined || counts.values.length === 0) return null
  const left = counts.total - counts.values.length
  const role = facet.roles.find(({ name }) => state.more === `${facet.name}.${name}`)
  return (
    <details open class="facet" id={facet.name}>
      <summary>
        {facet.label}
        {role !== undefined && `: ${role.label}`}
      </summary>
      <ul>
        {counts.values.map((value) => (
          <li key={value.key}>
            <FacetLink site={site} state={state} facet={facet} value={value} role={role?.name} />
          </li>
        ))}
      </ul>
      {left > 0 && state.more !== facet.name && role === undefined && (
        <a
          class="small"
          rel="nofollow"
          href={`${searchAddress(site.root, { ...state, more: facet.name })}#${facet.name}`}
        >
          {number(left)} more
        </a>
      )}
    </details>
  )
}

function FacetLink({
  site,
  state,
  facet,
  value,
  role,
}: Omit<FacetProps, 'counts'> & { value: ValueCount; role: string | undefined }): VNode {
  const { key, label, count: n, isChosen } = value
  const { more: _, ...rest } = state
  return (
    <>
      <a
        href={searchAddress(site.root, withValue(rest, facet.name, { key, role }, !isChosen))}
        rel="nofollow"
        aria-current={isChosen ? 'true' : undefined}
      >
        <bdi>{label}</bdi>
      </a>{' '}
      <span class="count">{number(n)}</span>
    </>
  )
}
