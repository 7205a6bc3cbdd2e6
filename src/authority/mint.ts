/** Entities that no authority file knows: their label and slug come from the name as it stands on the page. */
import type { Name, NameForm } from '../document.ts'
import { slugify } from '../iris.ts'
import { oneLine } from '../letters.ts'
import type { Entity } from './authority.ts'
import { readingOrder } from './fold.ts'

/** A form of address, as it stands before a name. */
const ADDRESS = /^(?:Cdes?|Comrs?|Coms?|Comrade|Tov|Mr|Mrs|Dr|Gen|General|Marshal)\.?\s+(?=\S)/i
/** Of capitals only, and long enough to be no abbreviation. */
export const SHOUTED = /^(?=.*\p{Lu}{3})[^\p{Ll}]+$/u

/** The label that a minted entity has: `Cde. GROMYKO` → `Gromyko`; abbreviations of bodies (`USSR MFA`) stay. */
function labelOf({ label, kind }: Name): string {
  const bare = readingOrder(oneLine(label.replace(ADDRESS, '')))
  return (kind === 'person' || kind === 'place') && SHOUTED.test(bare)
    ? bare.toLowerCase().replace(/(?<!['’\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
    : bare
}

/** The entity of a name that nothing else is known of. */
export function entityOf(name: Name, forms: readonly NameForm[] = name.forms): Entity {
  const label = labelOf(name)
  const common = { slug: slugify(label) || 'unnamed', label, forms, curated: false }
  return name.kind === 'group' || name.kind === 'unknown'
    ? { ...common, kind: 'body', loose: true }
    : { ...common, kind: name.kind }
}
