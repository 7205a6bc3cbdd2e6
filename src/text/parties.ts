/** Who speaks in a document: its authors as its own words name them, and the posts that persons hold in it. */
import type { NameDirectory } from '../authority/directory.ts'
import type { Name, SourceDocument } from '../document.ts'
import { distinct } from './hearers.ts'
import { POSTS } from './name-words.ts'
import type { PersonMention } from './people.ts'

/** The first kind of party that the document names: author, who signed, who sent, who kept the journal, who decided. */
export function authorsOf(document: SourceDocument): readonly Name[] {
  const named = (role: string) =>
    distinct(document.parties.flatMap(({ value }) => (value.role === role ? [value.name] : [])))
  const lists = [named('author'), named('signatory'), named('sender'), journalAuthors(document), deciding(document)]
  return lists.find((list) => list.length > 0) ?? []
}

/** `Decisions of the Politburo`: whose decision it is, as the title says. */
function deciding({ title, type }: SourceDocument): Name[] {
  if (!/^(?:resolution|decree)$/.test(type?.value ?? '')) return []
  const label = DECIDING.exec(title?.value ?? '')?.[0]
  return label === undefined ? [] : [{ kind: 'body', label, forms: [] }]
}

const DECIDING =
  /(?:\p{Lu}[\p{L}()]* )*\b(?:Politburo|Presidium|Secretariat|Council of Ministers|Council of People['’]s Commissars|Central Committee|Cabinet|State Council)\b/u

const journalAuthors = ({ journal }: SourceDocument): Name[] =>
  distinct(
    journal?.parties.flatMap(({ value }) =>
      value.role === 'author' || value.role === 'signatory' ? [value.name] : [],
    ) ?? [],
  )

/** The document with its parties named as its text names them: `N. Orlov` under it is `Nikolai Orlov` in it. */
export function asInText(
  document: SourceDocument,
  people: readonly PersonMention[],
  names: NameDirectory,
): SourceDocument {
  const key = (name: Name) => names.entity(name).slug
  const labels = new Map([...people].reverse().map(({ name }) => [key(name), name.label]))
  const parties = document.parties.map((found) => {
    const { name } = found.value
    const label = name.kind === 'person' ? (labels.get(key(name)) ?? name.label) : name.label
    return { ...found, value: { ...found.value, name: { ...name, label } } }
  })
  const { journal } = document
  return { ...document, parties, ...(journal && { journal: asInText(journal, people, names) }) }
}

/** Persons by their post and by its head word. */
export function rolesOf(names: readonly Name[]): Map<string, Name[]> {
  const roles = new Map<string, Name[]>()
  for (const name of names) {
    const role = name.role?.toLowerCase() ?? ''
    for (const post of [`exactly ${role}`, postOf(role)])
      if (role !== '' && post !== '' && name.kind === 'person')
        roles.set(post, distinct([...(roles.get(post) ?? []), name]))
  }
  return roles
}

/** `USSR Ambassador to the PRC` is an `ambassador`. */
export const postOf = (role: string): string =>
  role
    .toLowerCase()
    .split(/[\s-]+/)
    .find((word) => POSTS.has(word) && !/^(?:deputy|general|member)$/.test(word)) ?? ''
