/** Who the names of a text are: every form of a name in one text leads to one person, or to none where two could be meant. */
import type { NameDirectory } from '../authority/directory.ts'
import type { Name, NameForm } from '../document.ts'
import { keepsFamilyFirst } from '../grammar/name-order.ts'
import { agree, partsOf as formOf, type NameParts } from '../grammar/name-parts.ts'
import { foldLetters } from '../letters.ts'
import { findNameRuns, type NameRun, titled } from './name-runs.ts'
import { looksSlavic } from './name-words.ts'
import type { Sentence } from './sentences.ts'
import { isCapital, type Token } from './tokens.ts'

/** A person named in the text. Positions of tokens, ends exclusive; `from` takes in post and honorific. */
export interface PersonMention {
  readonly from: number
  readonly to: number
  readonly nameFrom: number
  readonly name: Name
  readonly rule: string
}

interface Form extends NameParts {
  stands: boolean
}

interface Person {
  label: string
  readonly forms: Form[]
  /** The words of each form, as one word. */
  readonly keys: Set<string>
}

/** The persons of one text, by the words of their names. */
class Roster {
  readonly #byWord = new Map<string, Set<Person>>()
  readonly #byLabel = new Map<string, Person>()

  /** @param stands whether the text itself has the form: then its family name alone can mean the person. */
  add(label: string, words: readonly string[], stands: boolean): void {
    const folded = foldedOf(words)
    const key = folded.join(' ')
    const person = this.#byLabel.get(label) ?? this.#same(folded) ?? { label, forms: [], keys: new Set<string>() }
    this.#byLabel.set(label, person)
    const known = person.forms.find((form) => form.words.join(' ') === key)
    if (known === undefined) person.forms.push({ ...formOf(folded), stands })
    else known.stands ||= stands
    person.keys.add(key)
    for (const word of folded.filter((w) => w.length > 1))
      this.#byWord.set(word, (this.#byWord.get(word) ?? new Set()).add(person))
  }

  /** The persons whom these words can mean. */
  whoCanBe(words: readonly string[]): Person[] {
    const folded = foldedOf(words)
    const key = formOf(folded).family
    return [...(this.#byWord.get(key) ?? [])].filter((person) => canBe(folded, person))
  }

  #same(words: readonly string[]): Person | undefined {
    const [one, ...more] = this.whoCanBe(words)
    return more.length === 0 ? one : undefined
  }
}

/** `I.V.` as `i`, `v`; `II` in an OCR text is `Il` misread. */
const parts = (word: string): string[] =>
  word === 'II'
    ? ['il']
    : word.includes('.')
      ? foldLetters(word)
          .split('.')
          .filter(Boolean)
          .map((i) => i.slice(0, 1))
      : [foldLetters(word)]

/** Words of a name; the letter that numbers a line (`I. Mao Zedong`) is no part of one that keeps the family name first. */
function foldedOf(words: readonly string[]): string[] {
  const folded = words.flatMap(parts)
  const full = folded.filter((word) => word.length > 1)
  const [family = '', ...given] = full
  return full.length > 1 && full.length < folded.length && keepsFamilyFirst(family, given.join(' ')) ? full : folded
}

/** A whole form names its person; a word alone only as the family name of a form that stands in the text. */
function canBe(words: readonly string[], { forms, keys }: Person): boolean {
  if (keys.has(words.join(' '))) return true
  if (words.length === 1) return forms.some(({ family, stands }) => stands && family === words[0])
  const full = forms.filter((form) => form.words.length > 1)
  return (full.length > 0 ? full : forms).some((form) => agree(formOf(words), form))
}

/**
 * Every mention of a person, in order. A form that two persons of the text share is left out.
 * @param offset where `text` begins in the source.
 */
export function findPeople(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  names: NameDirectory,
  offset = 0,
): PersonMention[] {
  const runs = findNameRuns(tokens, sentences)
  const known = knownPeople(names)
  const lowerCase = new Set(tokens.filter((t) => t.kind === 'word' && !isCapital(t)).map(({ lower }) => lower))
  const starts = new Set(sentences.map(({ from }) => from))
  const inMidSentence = new Set(
    runs
      .filter(({ words, nameFrom }) => words.length === 1 && !starts.has(nameFrom))
      .map(({ words }) => foldLetters(words[0] ?? '')),
  )
  const bears = (run: NameRun): boolean => {
    const [word = ''] = run.words
    if (run.words.length !== 1 || lowerCase.has(word.toLowerCase())) return false
    return looksSlavic(word) && (inMidSentence.has(foldLetters(word)) || standsAlone(tokens, run, starts))
  }
  const accepted = new Set(runs.filter((run) => run.rule !== 'weak' || bears(run)))
  const roster = new Roster()
  const rosterOrder = [...accepted].sort((a, b) => lengthOf(b) - lengthOf(a) || a.nameFrom - b.nameFrom)
  for (const { form, label } of known)
    if (mayStandIn(text, form)) roster.add(label, form.split(/[\s,]+/).filter(Boolean), false)
  for (const run of rosterOrder) enter(roster, run, names)
  spread(tokens, runs, accepted, roster)
  return runs.flatMap((run) => {
    const person = personOf(roster, run, names)
    if (person === undefined || !(accepted.has(run) || run.words.length === 1 || isForm(person, run))) return []
    return [mention((from, to) => text.slice(from - offset, to - offset).replace(/\s+/g, ' '), tokens, run, person)]
  })
}

const isForm = ({ keys }: Person, { words }: NameRun): boolean => keys.has(foldedOf(words).join(' '))

const lengthOf = ({ words }: NameRun): number => words.join('').length

/** Forms of persons of the directory, with the label of their entity. */
const knownPeople = (names: NameDirectory): { form: string; label: string }[] =>
  names.forms.flatMap(({ form, entity }) => (entity.kind === 'person' ? [{ form, label: entity.label }] : []))

const mayStandIn = (text: string, form: string): boolean => {
  const surname = form.split(/[\s,]+/).at(-1) ?? form
  return text.includes(surname) || text.includes(surname.toUpperCase())
}

/** A name that is a line or a signature of its own. */
const standsAlone = (tokens: readonly Token[], run: NameRun, starts: ReadonlySet<number>): boolean =>
  starts.has(run.nameFrom) && (tokens[run.to] === undefined || starts.has(run.to) || starts.has(run.to + 1))

function enter(roster: Roster, run: NameRun, names: NameDirectory): void {
  const label = labelOf(run.words)
  const entity =
    names.resolve(label, 'person') ?? (run.variant === undefined ? undefined : names.resolve(run.variant, 'person'))
  const isKnown = entity?.kind === 'person'
  if (roster.whoCanBe(run.words).length > 1 && !isKnown) return
  roster.add(isKnown ? entity.label : label, run.words, true)
  if (run.variant !== undefined) roster.add(isKnown ? entity.label : label, run.variant.split(' '), true)
}

/** In a list of persons, the other members are persons: `Stalin - 2, Beria - 1`. */
function spread(tokens: readonly Token[], runs: readonly NameRun[], accepted: Set<NameRun>, roster: Roster): void {
  const isJoined = (left: NameRun, right: NameRun): boolean => {
    const between = tokens.slice(left.to, right.from)
    return (
      between.length > 0 &&
      between.length < 5 &&
      between.some(({ text }) => text === ',' || text === 'and') &&
      between.every(({ text, kind }) => kind === 'number' || /^(?:,|and|[-–])$/.test(text))
    )
  }
  const join = (one: NameRun | undefined, other: NameRun | undefined, [left, right] = [one, other]): void => {
    if (one === undefined || other === undefined || left === undefined || right === undefined) return
    if (!accepted.has(one) || accepted.has(other) || !isJoined(left, right) || other.words.length > 3) return
    accepted.add(other)
    if (roster.whoCanBe(other.words).length === 0) roster.add(labelOf(other.words), other.words, true)
  }
  runs.forEach((run, at) => {
    join(runs[at - 1], run)
  })
  for (let at = runs.length - 1; at > 0; at--) join(runs[at], runs[at - 1], [runs[at - 1], runs[at]])
}

function personOf(roster: Roster, run: NameRun, names: NameDirectory): Person | undefined {
  const all = roster.whoCanBe(run.words)
  const exact = all.filter((person) => isForm(person, run))
  const candidates = exact.length > 0 && run.words.length > 1 ? exact : all
  if (candidates.length === 1) return candidates[0]
  const entity = names.resolve(labelOf(run.words), 'person')
  return candidates.find(({ label }) => label === entity?.label)
}

/** Words in mixed letters and reading order: `KIM IL SUNG` as `Kim Il Sung`. */
const labelOf = (words: readonly string[]): string =>
  words
    .map((word) => (word === 'II' ? 'Il' : titled(word)))
    .join(' ')
    .replace(/(\p{Lu}\.) (?=\p{Lu}\.)/gu, '$1')

function mention(
  slice: (from: number, to: number) => string,
  tokens: readonly Token[],
  run: NameRun,
  person: Person,
): PersonMention {
  const written = slice(tokens[run.nameFrom]?.start ?? 0, tokens[run.nameTo - 1]?.end ?? 0)
  const forms: NameForm[] = written === person.label ? [] : [{ value: written, kind: kindOf(run.words, person) }]
  if (run.variant !== undefined && run.variant !== person.label)
    forms.push({ value: run.variant, kind: isAlike(run.variant, written) ? 'romanisation-variant' : 'established' })
  const role = run.role && slice(tokens[run.role[0]]?.start ?? 0, tokens[run.role[1] - 1]?.end ?? 0)
  const name: Name = {
    kind: 'person',
    label: person.label,
    forms,
    ...(run.honorific && { honorific: run.honorific }),
    ...(role && { role }),
  }
  const rule = run.rule === 'weak' ? 'name-known-in-text' : run.rule
  return { from: run.from, to: run.to, nameFrom: run.nameFrom, name, rule }
}

function kindOf(words: readonly string[], { label }: Person): NameForm['kind'] {
  if (words.includes('II')) return 'reading-error'
  if (words.some((word) => word.includes('.'))) return 'initials-and-surname'
  if (words.length === 1) return 'surname'
  const own = new Set(label.split(' ').map(foldLetters))
  // `Leighton Stuart` of J. Leighton Stuart: some words are left out, none is written otherwise.
  return words.every((word) => own.has(foldLetters(word))) ? 'variant' : 'romanisation-variant'
}

/** Whether two forms share their first letters word by word, as romanisations of one name do. */
const isAlike = (one: string, other: string): boolean => foldLetters(one).slice(0, 1) === foldLetters(other).slice(0, 1)
