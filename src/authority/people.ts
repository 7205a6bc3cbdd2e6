/** The persons whom one page names, and which of its forms of names are one person. */
import type { Name, NamedKind } from '../document.ts'
import { agree, type NameParts, partsOf } from '../grammar/name-parts.ts'
import type { Authority, Entity } from './authority.ts'
import { fold, readingOrder } from './fold.ts'
import { entityOf, SHOUTED } from './mint.ts'

/** Words of a personal name, surname and given names in reading order; initials that follow (`Puzanov A.M.`) go first. */
function wordsOf(label: string): string[] {
  const words = fold(readingOrder(label)).split(' ')
  const tail = words.findIndex((_, at) => at > 0 && words.slice(at).every((w) => w.length === 1))
  return tail > 0 && (words[0] ?? '').length > 1 ? [...words.slice(tail), ...words.slice(0, tail)] : words
}

interface Person {
  entity: Entity
  /** Each form of the name on this page. */
  readonly names: NameParts[]
}

/** The persons whom one page names. */
export class PageOfPeople {
  readonly #authority: Authority
  readonly #persons: Person[] = []
  /** Who has a name, by its words and by its family name: a page may name thousands. */
  readonly #byWords = new Map<string, Set<Person>>()
  readonly #byFamily = new Map<string, Set<Person>>()
  readonly #text: string

  constructor(authority: Authority, names: readonly Name[], text: string) {
    this.#authority = authority
    this.#text = text
    const persons = names.filter(({ kind }) => kind === 'person')
    for (const { form, entity } of authority.forms)
      if (entity.kind === 'person' && form.includes(' ') && stands(form, text)) this.#include(entity, form)
    for (const name of persons) {
      const curated = this.#curated(name)
      if (curated !== undefined) this.#include(curated, name.label)
    }
    const fullest = (name: Name) => wordsOf(name.label).join('').length
    for (const name of [...persons].sort((a, b) => fullest(b) - fullest(a)))
      if (this.#curated(name) === undefined) this.#place(name)
  }

  /** Everything by which a person of the page can be found in its text, surnames among them where they name one person. */
  get forms(): { form: string; entity: Entity }[] {
    return this.#persons.flatMap(({ entity, names }) => {
      const surnames = [...new Set(names.filter(({ words }) => words.length > 1).map(({ family }) => family))].filter(
        (word) => word.length > 1 && this.#only([word]) === entity,
      )
      return [
        entity.label,
        ...entity.forms.map(({ value }) => value),
        ...surnames.map((word) => written(word, entity)),
      ].map((form) => ({ form, entity }))
    })
  }

  /** The person of a name read on this page, code names and bracketed forms included. */
  find(name: Name): Entity | undefined {
    return this.#curated(name) ?? this.#only(wordsOf(name.label))
  }

  resolve(label: string, kind?: NamedKind): Entity | undefined {
    if (kind !== undefined && kind !== 'person' && kind !== 'unknown') return undefined
    return this.#codeName(label) ?? this.#only(wordsOf(label))
  }

  #curated(name: Name): Entity | undefined {
    for (const { value } of [{ value: name.label }, ...name.forms.filter(({ kind }) => kind !== 'surname')]) {
      const found = this.#authority.find(value, 'person')
      if (found?.kind === 'person') return found
    }
    const codeNames = name.forms.filter(({ kind }) => kind === 'code-name').map(({ value }) => value)
    return codeNames.map((value) => this.#authority.codeName(value)).find(Boolean) ?? this.#codeName(name.label)
  }

  /** A code name without its bracket counts only where no curated person has it as a surname. */
  #codeName(label: string): Entity | undefined {
    const entity = this.#authority.codeName(label)
    return entity !== undefined && isSurname(this.#authority, wordsOf(label).join(' ')) ? undefined : entity
  }

  /** Adds a name to the one person whom it agrees with, or as a person of its own. */
  #place(name: Name): void {
    const words = wordsOf(name.label)
    const one = this.#only(words)
    const person = this.#persons.find(({ entity }) => entity === one)
    if (person === undefined) {
      this.#call(this.#add(entityOf(name)), [words])
      return
    }
    this.#call(person, [words])
    if (!person.entity.curated)
      person.entity = {
        ...person.entity,
        forms: [...person.entity.forms, { value: name.label, kind: 'variant' }, ...name.forms],
      }
  }

  #include(entity: Entity, form: string): void {
    const person = this.#persons.find((p) => p.entity === entity)
    const names = (this.#authority.codeName(form) ? [entity.label] : [form, entity.label]).map(wordsOf)
    this.#call(person ?? this.#add(entity), names)
  }

  #add(entity: Entity): Person {
    const person = { entity, names: [] }
    this.#persons.push(person)
    return person
  }

  /** The person has these names, too. */
  #call(person: Person, names: readonly (readonly string[])[]): void {
    for (const parts of names.map(partsOf)) {
      person.names.push(parts)
      into(this.#byWords, parts.words.join(' '), person)
      into(this.#byFamily, parts.family, person)
    }
  }

  /** The one person of the page whom these words can mean. */
  #only(words: readonly string[]): Entity | undefined {
    const exact = [...(this.#byWords.get(words.join(' ')) ?? [])]
    const [person, ...others] = exact.length > 0 ? exact : this.#agreeing(partsOf(words))
    if (person === undefined || others.length > 0) return undefined
    return words.length === 1 && exact.length === 0 && this.#namesakeOf(person, words[0] ?? '')
      ? undefined
      : person.entity
  }

  /** Those one of whose names can be this one; a word alone is the family name of the other. */
  #agreeing(parts: NameParts): Person[] {
    return [...(this.#byFamily.get(parts.family) ?? [])].filter(({ names }) => names.some((name) => agree(parts, name)))
  }

  /** Whether the text has the surname before a given name that is not this person's: another `Kim …`. */
  #namesakeOf(person: Person, surname: string): boolean {
    const capital = written(surname, person.entity)
    if (!person.names.some(({ words }) => words.length > 1 && words[0] === surname)) return false
    return [...this.#text.matchAll(new RegExp(`\\b${capital} (\\p{Lu}[\\p{L}'’-]+)`, 'gu'))].some(
      ([found]) =>
        !person.names.some(({ words }) => words.join(' ').startsWith(wordsOf(found).join(' '))) &&
        this.#authority.find(found, 'person') !== person.entity,
    )
  }
}

const into = <T>(sets: Map<string, Set<T>>, key: string, item: T): void => {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([item]))
  else set.add(item)
}

/** Whether the text has the form as words of its own: `Zhu De` does not stand in `Zhu Desheng`. */
const stands = (form: string, text: string): boolean => {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    if (
      !LETTER_LAST.test(text.slice(Math.max(0, at - 2), at)) &&
      !LETTER_FIRST.test(text.slice(at + form.length, at + form.length + 3))
    )
      return true
  return false
}
const LETTER_LAST = /[\p{L}\p{N}]$/u
const LETTER_FIRST = /^[\p{L}\p{N}]|^-\p{L}/u

/** Whether a curated person's family name is so. */
const isSurname = ({ files }: Authority, word: string): boolean =>
  files.persons.some((row) => partsOf(wordsOf(row.label)).family === word)

/** A folded word of a name as the entity's forms write it. */
const written = (word: string, { label, forms }: Entity): string =>
  [label, ...forms.map(({ value }) => value)]
    .flatMap((form) => form.split(/[\s,.]+/))
    .find((part) => fold(part) === word && !SHOUTED.test(part)) ?? word[0]?.toUpperCase() + word.slice(1)
