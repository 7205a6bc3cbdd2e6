/**
 * The names of one page: which of them are one person. A surname is the full name beside it on the same page or what
 * the authority files say, never a guess across pages; two full names with one surname leave the surname on its own.
 */
import type { DistributionEntry, Name, NamedKind, Party, SourceDocument, Stamp } from '../document.ts'
import type { Authority, Entity } from './authority.ts'
import { fold } from './fold.ts'
import { entityOf } from './mint.ts'
import { PageOfPeople } from './people.ts'
import type { When } from './periods.ts'

export interface NameDirectory {
  /** The entity of a name: curated; else the one full name of this page that it abbreviates; else minted from its label. */
  entity(name: Name): Entity
  /** Only what is known: curated or named on this page; undefined where nothing is, or where two could be meant. */
  resolve(label: string, kind?: NamedKind): Entity | undefined
  /** Every form known here, longest first. */
  readonly forms: readonly { readonly form: string; readonly entity: Entity }[]
}

/**
 * Makes the directory of the documents of one page.
 * @param text the page's words, where the directory serves running text: curated full names in it count as named on
 * the page, so that `Kim` after `Kim Il Sung` is he, unless another `Kim …` stands there too.
 * @param when the date of the documents: `China` is the state that bore the name then.
 */
export function createDirectory(
  documents: readonly SourceDocument[],
  authority: Authority,
  text = '',
  when?: When,
): NameDirectory {
  const all = documents.flatMap(withParts)
  const names = all.flatMap(namesOf)
  const posts = all.flatMap(addressedPosts)
  const people = new PageOfPeople(authority, names, text)

  const curated = (label: string, kind?: NamedKind): Entity | undefined =>
    authority.find(label, kind, when) ?? (kind === undefined ? undefined : authority.find(label, undefined, when))

  const known = (name: Name): Entity | undefined => {
    const forms = [name.label, ...name.forms.filter(({ kind }) => kind !== 'surname').map(({ value }) => value)]
    for (const form of forms) {
      const found = curated(form, name.kind)
      if (found !== undefined) return found
    }
    if (name.kind === 'position')
      return posts.map((place) => curated(`${name.label} in ${place}`, 'position')).find(Boolean)
    return name.kind === 'person' || name.kind === 'unknown' ? people.find(name) : undefined
  }

  const minted = new Map<string, Entity>()
  const mint = (name: Name): Entity => {
    const key = `${name.kind} ${fold(name.label)}`
    const entity = minted.get(key) ?? entityOf(name)
    minted.set(key, entity)
    return entity
  }

  return {
    entity: (name) => known(name) ?? mint(name),
    resolve: (label, kind) => curated(label, kind) ?? people.resolve(label, kind),
    forms: longestFirst([...people.forms, ...authority.forms]),
  }
}

const withParts = (document: SourceDocument): SourceDocument[] => [
  document,
  ...[...document.related, ...document.encloses, ...(document.journal ? [document.journal] : [])].flatMap(withParts),
]

function namesOf(document: SourceDocument): Name[] {
  const officesOf = (stamp: Stamp) => [stamp.office, ...stamp.numbers.map(({ value }) => value.office)]
  return [
    ...document.parties.map(({ value }) => value.name),
    ...document.distribution.map(({ value }: { value: DistributionEntry }) => value.recipient),
    ...document.credits.map(({ value }) => value.name),
    ...document.donors.map(({ value }) => value),
    ...document.numbers.map(({ value }) => value.office),
    ...document.stamps.flatMap(({ value }) => officesOf(value)),
  ].filter((name) => name !== undefined)
}

/** Where a document goes to: `SovAmbassador` on a form for Peking is the Soviet Ambassador there. */
const addressedPosts = (document: SourceDocument): string[] =>
  document.parties.flatMap(({ value }: { value: Party }) => (value.role === 'sentTo' ? [value.name.label] : []))

const longestFirst = (forms: readonly { form: string; entity: Entity }[]): { form: string; entity: Entity }[] =>
  [...new Map([...forms].reverse().map((f) => [f.form, f])).values()].sort(
    (a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1),
  )
