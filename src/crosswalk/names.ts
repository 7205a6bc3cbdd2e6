/** Names of people in two parts, for formats that sort by the family name. */
import { familyOf, keepsFamilyFirst } from '../grammar/name-order.ts'
import type { Agent } from './record.ts'

/** A name that is sorted by its family name, or one that stands as it is. */
export type PartedName = { readonly family: string; readonly given: string } | { readonly whole: string }

/**
 * The name of an agent. Bodies, single words, names with a Jr. and names whose family name comes first stand as they are: the last are
 * sorted rightly by their first word, and a style that turned them round would be wrong.
 */
export function partedName({ kind, label }: Pick<Agent, 'kind' | 'label'>): PartedName {
  const words = label.split(' ')
  const isPlain = kind === 'person' && /^[\p{L}\p{M}.'’ -]+$/u.test(label) && !/ [JS]r\.?$/.test(label)
  const family = isPlain ? familyOf(words) : undefined
  if (family === undefined || label === family || !label.endsWith(` ${family}`)) return { whole: label }
  return { family, given: label.slice(0, -family.length - 1) }
}

/** The name as catalogues sort it, `Kim, Il Sung`; of bodies and of names in one part, the name as it is. */
export function invertedName(agent: Pick<Agent, 'kind' | 'label'>): string {
  const name = partedName(agent)
  if ('family' in name) return `${name.family}, ${name.given}`
  const [first = '', ...rest] = name.whole.split(' ')
  return agent.kind === 'person' && rest.length > 0 && keepsFamilyFirst(first, rest.join(' '))
    ? `${first}, ${rest.join(' ')}`
    : name.whole
}
