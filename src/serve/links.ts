/** Typed links of a resource (RFC 8288): in the header `Link`, and together as a link set (RFC 9264). */
import type { Representation } from './representations.ts'
import { represent } from './send.ts'

/** Attributes of a link beside its relation, under the names that both forms give them. */
export interface Link {
  readonly rel: string
  /** Absolute address. */
  readonly href: string
  /** Media type of what stands there. */
  readonly type?: string
  readonly profile?: string
  readonly title?: string
}

/** The links of one resource. */
export interface LinkContext {
  /** Absolute address of the resource. */
  readonly anchor: string
  readonly links: readonly Link[]
}

export const LINKSET = 'application/linkset+json'

/** The value of the header `Link`. */
export const linkHeader = (links: readonly Link[]): string =>
  links
    .map(({ href, ...attributes }) =>
      [`<${href}>`, ...Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)].join('; '),
    )
    .join(', ')

/** Links of several resources as JSON (RFC 9264, 4.2): for each resource its targets by relation. */
export function linkset(contexts: readonly LinkContext[]): Representation {
  const objects = contexts.map(({ anchor, links }) => {
    const relations = new Map<string, Omit<Link, 'rel'>[]>()
    for (const { rel, ...target } of links) relations.set(rel, [...(relations.get(rel) ?? []), target])
    return { anchor, ...Object.fromEntries(relations) }
  })
  return represent(LINKSET, `${JSON.stringify({ linkset: objects }, undefined, 1)}\n`)
}
