/** The grammar of names: one name with all that is said beside it. */
import type { Name, NamedKind, NameForm, NameKind } from '../document.ts'
import { oneLine } from '../letters.ts'
import { capitalise, closeUp } from './letters.ts'
import { asideOf, completeWords, dropEditorial, nicknameIn, uncompleted } from './name-brackets.ts'
import { familyOf, isKoreanSurname, isListedSurname, isRegnal, keepsFamilyFirst } from './name-order.ts'
import {
  isHonorific,
  isInitials,
  isNameWord,
  isState,
  kindOf,
  namesBody,
  readableCase,
  splitHonorific,
  splitRole,
} from './role.ts'
import { OWN_NAMES } from './vocabulary.ts'

export { splitNames } from './name-list.ts'

/** The full stop of a sentence goes, that of an initial or an abbreviation stays. */
const trimMarks = (text: string) =>
  oneLine(text.replace(/^[\s,;:•*–—"“‘-]+|[\s,;:"”’']+$/gu, '').replace(/(?<=\p{L}{3}|[)\]])\.$/u, ''))

/** What is longer is no name; the patterns below need not take it. */
const LONGEST = 400

/** `Pei Jianzhang et al.`: one is named. */
const OTHERS = /,?\s(?:et\s+al\.?|and\s+others)$/iu
const YEARS = /,?\s*\(?\b(\d{4})\s*[-–]\s*(\d{4})?\)?$/u
const ASIDE = /^(?<outer>[^[(]+?)\s*(?!\(\p{Ll}\))[[(](?<inner>[^\][()]+)[\])]\.?(?<rest>.*)$/u
const COMPLETED_BEFORE = /^\[(?<inner>[^\][]+)\]\s+(?<rest>[^\s[(].*)$/u

/**
 * Reads a name. The label is in reading order: `Kim, Il Sung` → `Kim Il Sung`, `Kuznetsov, Vasili V.` → `Vasili V.
 * Kuznetsov`, `Filippov [Stalin]` → `Stalin`, `VYSHINSKY` → `Vyshinsky`. Never throws; of a text that is no name the
 * kind is `unknown` and the label the text.
 */
export function parseName(text: string): Name {
  if (text.length > LONGEST) return { kind: 'unknown', label: oneLine(text), forms: [] }
  const written = trimMarks(text).replace(OTHERS, '')
  const words = trimMarks(dropEditorial(completeWords(written)))
  if (words === '') return { kind: 'unknown', label: written, forms: [] }
  const years = YEARS.exec(words)
  const name = readBrackets(years ? trimMarks(words.slice(0, years.index)) : words)
  const forms = [
    ...(/\p{L}\[\p{Ll}/u.test(written) ? abbreviatedForms(written) : []),
    ...calledForms(name, nicknameIn(written)),
  ]
  return compose(name, {
    forms,
    ...(years && { years: `${years[1]}-${years[2] ?? ''}` }),
  })
}

interface Addition {
  readonly forms?: readonly NameForm[]
  readonly role?: string | undefined
  readonly years?: string
}

function compose(name: Name, addition: Addition): Name {
  const role = addition.role ?? name.role
  const forms = [...name.forms, ...(addition.forms ?? [])].filter(
    (form, index, all) => form.value !== name.label && all.findIndex(({ value }) => value === form.value) === index,
  )
  return { ...name, forms, ...(role && { role }), ...(addition.years && { years: addition.years }) }
}

function abbreviatedForms(written: string): NameForm[] {
  const { rest } = splitHonorific(dropEditorial(uncompleted(written)))
  return /^(?:\p{Lu}\.\s?)+\p{Lu}/u.test(rest) ? [{ value: rest, kind: 'initials-and-surname' }] : []
}

/** `Blair, Anthony Charles Lynton ("Tony")` is Tony Blair. */
function calledForms({ kind, forms }: Name, called: string | undefined): NameForm[] {
  const surname = forms.find((form) => form.kind === 'surname')?.value
  return kind === 'person' && called && surname ? [{ value: `${called} ${surname}`, kind: 'variant' }] : []
}

/** `Shepilov, D. T. (Dmitrii Trofimovich)`: the given names in full. */
const FULLER = /^(?<family>\p{Lu}[^,()]*),\s*(?<given>\p{Lu}[^,()]*?)\s*\((?<full>\p{Lu}[^()]*)\)$/u

function readFuller(text: string): Name | undefined {
  const { family = '', given = '', full = '' } = FULLER.exec(text)?.groups ?? {}
  const initials = (words: string) => words.split(/[\s.]+/).flatMap((word) => word[0] ?? [])
  const [short, long] = [initials(given), initials(full)]
  if (short.length === 0 || !/\./.test(given) || !short.every((letter, index) => letter === long[index]))
    return undefined
  return compose(readPlain(`${family}, ${full}`), { forms: [{ value: `${family}, ${given}`, kind: 'inverted' }] })
}

function readBrackets(text: string): Name {
  const fuller = readFuller(text)
  if (fuller) return fuller
  if (isSubordinate(text)) return { kind: 'body', label: text, forms: [] }
  const before = COMPLETED_BEFORE.exec(text)?.groups
  if (before) return readBrackets(oneLine(`${before.inner} ${before.rest}`))
  const groups = ASIDE.exec(text)?.groups
  const [outer, inner, rest] = [groups?.outer ?? '', groups?.inner ?? '', trimMarks(groups?.rest ?? '')]
  if (groups === undefined) return readPlain(text)
  // `Tan [Tang] Enbo`: a word in the middle has another spelling.
  if (
    rest !== '' &&
    isNameWord(rest.split(' ')[0] ?? '') &&
    asideOf(outer.split(' ').at(-1) ?? '', inner) === 'variant'
  ) {
    const variant = oneLine(`${outer.split(' ').slice(0, -1).join(' ')} ${inner} ${rest}`)
    return compose(readPlain(`${outer} ${rest}`), { forms: [{ value: variant, kind: 'romanisation-variant' }] })
  }
  const after = /\p{L}{2}/u.test(rest) ? { role: rest.replace(/^(?:of|the)\s+/i, '') } : {}
  return compose(readAside(outer, trimMarks(inner)), after)
}

function readAside(outer: string, inner: string): Name {
  const name = readPlain(outer)
  const bare = splitHonorific(outer).rest
  const form = (value: string, kind: NameKind) => compose(name, { forms: [{ value, kind }] })
  switch (asideOf(splitRole(bare).name || bare, inner)) {
    case 'completion':
      return compose(readPlain(`${outer} ${inner}`), { forms: [{ value: name.label, kind: 'surname' }] })
    case 'variant':
      return form(readPlain(inner).label, 'romanisation-variant')
    case 'original-script':
      return form(inner, 'original-script')
    case 'holder':
      return compose(readPlain(inner), { role: outer })
    case 'role':
      return compose(name, { role: name.role ?? inner })
    case 'abbreviation':
      return form(inner, 'established')
    case 'part':
      return namesBody(inner) ? name : { ...name, label: `${name.label} (${inner})` }
    case 'person-behind': {
      if (OWN_NAMES.includes(name.label)) return form(readPlain(inner).label, 'code-name')
      const codeName: NameForm = { value: name.label, kind: 'code-name' }
      const behind = readPlain(inner)
      return { ...compose(behind, { forms: [codeName] }), ...(name.honorific && { honorific: name.honorific }) }
    }
  }
}

/** A name without brackets: honorific, role, order, readings, capitals. */
function readPlain(text: string): Name {
  const { honorific, rest } = splitHonorific(text.replace(/^the\s+(?=\p{Lu})/iu, ''))
  const courtesy = honorific && { honorific }
  if (isSubordinate(rest)) return { kind: 'body', label: rest, forms: [], ...courtesy }
  const parts = splitRole(rest)
  if (parts.name === '') return { kind: 'position', label: rest, forms: [] }
  if (parts.role !== undefined) {
    const inner = readPlain(parts.name)
    return { ...inner, role: parts.role, ...courtesy }
  }
  return { ...readPerson(rest), ...courtesy }
}

/** `Japan. Foreign Ministry. Asian Affairs Bureau`: a heading of bodies, the widest first. */
const isSubordinate = (text: string) =>
  /[\p{L})]{3,}\.\s+\p{Lu}\p{L}{2,}/u.test(text) &&
  (text.split('. ').slice(1).some(namesBody) || isState(text.split('. ')[0]?.replace(/\s\([^()]*\)$/u, '') ?? ''))

function readPerson(text: string): Name {
  const [family, given, ...more] = text.split(/,\s*/u)
  if (family && given && more.length === 0 && isHonorific(given)) return { ...readPerson(family), honorific: given }
  if (family && given && more.length === 0 && isInverted(family, given)) return readInverted(text, family, given)
  const words = closeUp(text).split(' ')
  const kind = kindOf(closeUp(text))
  if (kind !== 'person') {
    const label = readableCase(text)
    return { kind: namedBy(kind, words), label, forms: label === text ? [] : [{ value: text, kind: 'established' }] }
  }
  // `Aliev G.A.`: initials after the surname.
  const last = words.at(-1) ?? ''
  if (words.length > 1 && isInitials(last) && !words.slice(0, -1).some(isInitials)) {
    const label = [last, ...words.slice(0, -1)].map(capitalise).join(' ')
    return person(label, [{ value: text, kind: 'inverted' }])
  }
  const label = correctReading(words)
    .map((word, index) => (isSyllable(words, index) ? `${word[0]}${word.slice(1).toLowerCase()}` : capitalise(word)))
    .join(' ')
  return person(label, text === label ? [] : [{ value: text, kind: formKind(text, label) }])
}

/** `FENG XI`: behind a surname that comes first, in capitals like it, it is no numeral. */
const isSyllable = (words: readonly string[], index: number) =>
  /^XI$/.test(words[index] ?? '') &&
  index === 1 &&
  words[0] === words[0]?.toUpperCase() &&
  isListedSurname(words[0] ?? '')

const namedBy = (kind: NamedKind, words: readonly string[]): NamedKind =>
  kind === 'unknown' && words.length <= 4 && words.every(isNameWord) ? 'person' : kind

const isInverted = (family: string, given: string) =>
  [...family.split(' '), ...given.split(' ')].every(isNameWord) && family.split(' ').length <= 3 && !namesBody(family)

function readInverted(text: string, family: string, given: string): Name {
  const [surname, rest] = [capitalise(family), given.split(' ').map(capitalise).join(' ')]
  const label = keepsFamilyFirst(family, given) ? `${surname} ${rest}` : `${rest} ${surname}`
  return {
    kind: 'person',
    label: correctReading(label.split(' ')).join(' '),
    forms: [
      { value: text, kind: 'inverted' },
      { value: surname, kind: 'surname' },
    ],
  }
}

function person(label: string, forms: readonly NameForm[]): Name {
  const words = label.split(' ')
  const family = familyOf(words)
  const abbreviated = family !== undefined && words.slice(0, -1).every(isInitials)
  const own: NameForm[] = abbreviated ? [{ value: label, kind: 'initials-and-surname' }] : []
  if (family !== undefined) own.push({ value: family, kind: 'surname' })
  return { kind: 'person', label, forms: [...own, ...forms] }
}

/** A capital `i` for an `l`: `Kim II Sung`, `Nam II`, `Jeong II-yong`; `John Paul II` is left alone. */
function correctReading(words: readonly string[]): string[] {
  return words.map((word, index) => {
    const before = words[index - 1]
    if (/^II-\p{Ll}/u.test(word)) return `Il${word.slice(2)}`
    const within = word === 'II' && before !== undefined && isNameWord(words[index + 1] ?? '') && !isRegnal(before)
    return within || (word === 'II' && words.length === 2 && isKoreanSurname(before ?? '')) ? 'Il' : word
  })
}

function formKind(written: string, label: string): NameKind {
  if (/\bII\b/.test(written) && !/\bII\b/.test(label)) return 'reading-error'
  if (/\./.test(written)) return 'initials-and-surname'
  return label.includes(' ') ? 'established' : 'surname'
}
