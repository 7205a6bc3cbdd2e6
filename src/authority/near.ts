/** Curated entries that a name in no authority file may mean: a proposal for a curator, never a decision. */
import { likeness, soundsOf } from '../grammar/letters.ts'
import { familyOf } from '../grammar/name-order.ts'
import type { Authority, Entity } from './authority.ts'
import { fold, readingOrder } from './fold.ts'

/** Finds entries near a name, the nearest first: each as `person/joseph-stalin`. */
export type Nearness = (name: {
  readonly kind: string
  readonly label: string
  readonly forms: readonly string[]
}) => string[]

/** Entries that are proposed for one name. */
const MOST = 5

/** From this likeness on, two full names of one family name may be one. */
const ALIKE = 0.6

/** Words that do not tell offices, bodies and headings apart. */
const SMALL: ReadonlySet<string> = new Set(['a', 'an', 'and', 'at', 'for', 'from', 'in', 'of', 'on', 'the', 'to'])

/** Near are persons with the same family name and names that sound alike, however romanised; for others, the same words. */
export function createNearness({ files, forms, schemes }: Authority): Nearness {
  const byKey = new Map<string, Map<string, string>>()
  const put = (address: string, key: string, label: string) => {
    const known = byKey.get(key) ?? new Map<string, string>()
    byKey.set(key, known.set(address, label))
  }
  const entry = (kind: string, id: string, label: string, variants: readonly string[]) => {
    for (const form of new Set([label, ...variants]))
      for (const key of [...keysOf(kind, form), ...keysOf('unknown', form)]) put(`${kind}/${id}`, key, label)
  }
  const formsOf = new Map<Entity, string[]>()
  for (const { form, entity } of forms) formsOf.set(entity, [...(formsOf.get(entity) ?? []), form])
  for (const [{ kind, slug, label }, variants] of formsOf) entry(kind, slug, label, variants)
  for (const { id, label } of files.subjects) entry('subject', id, label, [])
  for (const { archive, label, names } of schemes) entry('archive', archive, label, names)

  return ({ kind, label, forms: others }) => {
    const near = new Map<string, number>()
    for (const form of [label, ...others])
      for (const key of keysOf(kind, form))
        for (const [address, known] of byKey.get(key) ?? [])
          if (kind !== 'person' || agree(form, known))
            near.set(address, Math.max(near.get(address) ?? 0, likeness(form, known)))
    return [...near]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST)
      .map(([address]) => address)
  }
}

/** Two full given names have to sound alike; a surname alone or with initials can be any bearer's. */
const agree = (one: string, other: string): boolean => ![one, other].every(isFull) || likeness(one, other) >= ALIKE
const isFull = (form: string): boolean => /\s/.test(form) && !/(?<!\p{L})\p{L}(?!\p{L})/u.test(form)

/** Kinds that are looked for together: an archive is a body, and a state governs a place of its name. */
const FAMILIES: Readonly<Record<string, string>> = { archive: 'body', state: 'body', place: 'body' }

/** What two forms that may name one thing have in common. */
function keysOf(kind: string, form: string): string[] {
  if (kind === 'person') return personKeys(form)
  const words = fold(form)
    .split(' ')
    .filter((word) => !SMALL.has(word))
  const same = words.sort().join(' ')
  const family = FAMILIES[kind] ?? kind
  return [
    ...(same === '' ? [] : [`${family} words ${same}`]),
    ...(soundsOf(form).length < 4 ? [] : [`${family} sound ${soundsOf(form)}`]),
  ]
}

function personKeys(form: string): string[] {
  const words = readingOrder(form).split(/\s+/)
  const family = familyOf(words) ?? (words.length === 1 ? words[0] : undefined)
  const surname = family === undefined ? '' : soundsOf(family)
  const whole = soundsOf(form)
  return [...(surname.length < 2 ? [] : [`family ${surname}`]), ...(whole === '' ? [] : [`person ${whole}`])]
}
