/** Who is named in a heading or a signature: an office with its holder in brackets, a person with a title, a body. */
import type { Name } from '../document.ts'
import { parseName } from './name.ts'
import { splitHonorific } from './role.ts'

const NAMED = /^(?:the[,\s]+)?(?<role>[^()]+?),?\s*\((?<name>\p{Lu}[^()]*)\)(?:[\s,.]*$|,\s)/iu
const PERSON = /^\p{Lu}[\p{L}\p{M}.'’[\]-]*(?:\s\p{L}[\p{L}\p{M}.'’[\]-]*){0,4}(?:,\s(?:Jr|Sr)\.?)?$/u
/** `Mr. X, Assistant to the Adviser (Y)`: an office behind the name, with a name of its own. */
const OFFICE_BEHIND = /^(?<name>[^(),]*?)(?:,(?: of)?(?: the)?| of(?: the)?)\s(?<office>.*\(.*)$/i
const SUFFIX = /,\s(?<suffix>Jr|Sr)\.?(?=,|$)/u

/** Whom the words of a party name: an office with the person in brackets, a person with a title, an office, a body. */
export function partyName(words: string): Name {
  const { role, name } = NAMED.exec(words)?.groups ?? {}
  // `Mr. X, Assistant to the Adviser (Y)`: the brackets name somebody else.
  const first = splitHonorific(words).honorific === undefined ? null : OFFICE_BEHIND.exec(words)
  if (first?.groups?.name !== undefined && first.groups.office !== undefined)
    return { ...parseName(first.groups.name), role: first.groups.office }
  if (role !== undefined && name !== undefined && PERSON.test(name) && !role.includes(name))
    return { ...personNamed(name), role }
  const suffix = SUFFIX.exec(words)?.groups?.suffix
  const plain = words.replace(SUFFIX, '').replace(/^the[,\s]+/i, '')
  const { role: said, ...parsed } = withoutAside(plain)
  const place = said?.replace(/^(?:of|in)\s(?:the\s)?/i, '')
  const whole = titled(plain, place === undefined ? parsed : { ...parsed, role: place })
  return suffix === undefined ? whole : withSuffix(whole, suffix)
}

/** Who has a title of courtesy is a person, whatever the surname says: `Mr. John S. Service`. */
function titled(words: string, name: Name): Name {
  const { honorific, rest } = splitHonorific(words)
  const bare = rest.replace(/,.*$/, '')
  return honorific !== undefined && name.kind === 'body' && PERSON.test(bare)
    ? { ...personNamed(bare), honorific }
    : name
}

const ASIDE = /,\s|\s(?=(?:for|on|of|with)\s)/i

/** `Representative Robert Hale, of Maine`: what follows the comma is beside the name. */
function withoutAside(words: string): Name {
  const name = parseName(words)
  if (/^(?:certain|all)\s/i.test(words)) return { ...name, kind: 'group' }
  const joint = ASIDE.exec(words)
  if (name.kind !== 'unknown' || joint === null) return name
  const before = parseName(words.slice(0, joint.index))
  if (before.kind !== 'person') return name
  const aside = words.slice(joint.index + joint[0].length).trim()
  return { ...before, role: before.role ?? aside }
}

/** A name in brackets is that of a person, whatever its words. */
export function personNamed(words: string): Name {
  const suffix = SUFFIX.exec(words)?.groups?.suffix
  const bare = words.replace(SUFFIX, '').trim()
  const { kind, label, forms } = parseName(bare)
  const name: Name = kind === 'person' ? { kind, label, forms } : { kind: 'person', label: bare, forms: [] }
  return suffix === undefined ? name : withSuffix(name, suffix)
}

const withSuffix = (name: Name, suffix: string): Name =>
  name.kind === 'person'
    ? { ...name, forms: [...name.forms, { value: `${name.label}, ${suffix}.`, kind: 'variant' }] }
    : name
