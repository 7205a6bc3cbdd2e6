/** When two forms of a name are one: case, marks, punctuation, apostrophes and forms of address do not tell names apart. */

import { copied, foldWords } from '../letters.ts'

/** Forms of address that stand before a name and are no part of it. */
const ADDRESS = /^(?:the|cdes?|comrs?|coms?|comrades?|tov|mr|mrs|dr|gen)\s+(?=\S)/

/** The last names that were folded: a document asks for each of its names dozens of times. */
const folded = new Map<string, string>()
const REMEMBERED = 20_000

/** The key by which forms of names are compared: `Cde. D'yakonov` → `dyakonov`, `A.M. PUZANOV` → `a m puzanov`. */
export function fold(form: string): string {
  const known = folded.get(form)
  if (known !== undefined) return known
  let key = foldWords(form)
  while (ADDRESS.test(key)) key = key.replace(ADDRESS, '')
  if (folded.size === REMEMBERED) folded.clear()
  folded.set(copied(form), copied(key))
  return key
}

/** A catalogue's inverted form in reading order (`Puzanov, A.M.` → `A.M. Puzanov`); any other form as it is. */
export function readingOrder(form: string): string {
  const [surname, given, ...more] = form.split(/,\s+/)
  return surname && given && more.length === 0 ? `${given} ${surname}` : form
}
