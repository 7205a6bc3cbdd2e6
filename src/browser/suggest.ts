/** What may stand where the cursor is: terms, keywords and variables for a word that is begun. Knows text, no editor. */

export type TermKind = 'class' | 'property' | 'concept' | 'scheme' | 'datatype'

/** A term that the vocabularies have. */
export interface Term {
  /** `dip:Telegram` */
  readonly name: string
  readonly kind: TermKind
  readonly label?: string
  readonly definition?: string
}

export interface Terms {
  /** Namespaces by prefix. */
  readonly prefixes: Readonly<Record<string, string>>
  readonly terms: readonly Term[]
}

export interface Suggestion {
  readonly name: string
  readonly kind: TermKind | 'keyword' | 'variable' | 'prefix'
  readonly label?: string
  readonly definition?: string
  /** A declaration that the query lacks, and where it goes. */
  readonly declaration?: { readonly at: number; readonly text: string }
}

export interface Suggestions {
  /** Where the word begins that they stand for. */
  readonly from: number
  readonly suggestions: readonly Suggestion[]
}

/** Suggestions at one place. */
const MOST = 60
/** Behind names that begin so, before words of labels. */
const KEYWORD_RANK = 4.5
const KEYWORDS = [
  ...'SELECT DISTINCT WHERE PREFIX CONSTRUCT DESCRIBE ASK FROM OPTIONAL FILTER UNION MINUS GRAPH BIND VALUES'.split(
    ' ',
  ),
  ...['ORDER BY', 'GROUP BY', 'HAVING', 'LIMIT', 'OFFSET', 'ASC', 'DESC', 'FILTER NOT EXISTS', 'COUNT', 'SUM', 'MIN'],
  ...'MAX AVG SAMPLE GROUP_CONCAT STR LANG DATATYPE BOUND COALESCE IF REGEX REPLACE CONTAINS STRSTARTS'.split(' '),
  ...'STRENDS STRBEFORE STRAFTER STRLEN SUBSTR UCASE LCASE CONCAT LANGMATCHES YEAR MONTH DAY IRI'.split(' '),
]

const DECLARATION = /^[ \t]*PREFIX\s+([\w.-]*):\s*<([^<>\s]*)>[^\n]*$/gim
const VARIABLE = /[?$][\p{L}\p{N}_]*$/u
const WORD = /(?<![?$<"'#@\p{L}\p{N}_:/.-])[\p{L}_](?:[\p{L}\p{N}_.-]*(?::[\p{L}\p{N}_.-]*)?)$/u

/**
 * What may stand at a place of a query.
 * @param explicit Whether it is asked for; else nothing is suggested where no word is begun.
 */
export function suggest(text: string, position: number, terms: Terms, explicit: boolean): Suggestions | undefined {
  const before = text.slice(0, position)
  const variable = VARIABLE.exec(before)
  if (variable !== null) return variables(text, variable.index, position)
  const word = WORD.exec(before)?.[0] ?? ''
  if (word === '' && (!explicit || /[\p{L}\p{N}:<"'#@/-]$/u.test(before))) return undefined
  const from = position - word.length
  const declared = declarationsIn(text)
  const wanted = wantedAt(before.slice(0, from))
  const ranked = [
    ...candidates(terms, declared).map((item) => ({ item, rank: rankOf(item, word, wanted) })),
    ...keywords(word, wanted).map((item) => ({ item, rank: KEYWORD_RANK })),
  ].filter(({ rank }) => rank > 0)
  ranked.sort((a, b) => b.rank - a.rank || (a.item.name < b.item.name ? -1 : 1))
  const suggestions = ranked.slice(0, MOST).map(({ item }) => item)
  if (suggestions.length === 0) return undefined
  return { from, suggestions: suggestions.map((item) => withDeclaration(item, text, terms, declared)) }
}

function variables(text: string, from: number, position: number): Suggestions | undefined {
  const others = text.slice(0, from) + text.slice(position)
  const typed = text.slice(from, position)
  const names = [...new Set([...others.matchAll(/[?$][\p{L}\p{N}_]+/gu)].map(([name]) => name))]
  const suggestions = names.filter((name) => name.startsWith(typed) && name !== typed).sort()
  return suggestions.length === 0
    ? undefined
    : { from, suggestions: suggestions.map((name) => ({ name, kind: 'variable' as const })) }
}

/** Prefixes of a query by namespace. */
function declarationsIn(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(DECLARATION)].map(([, prefix = '', namespace = '']) => [namespace, prefix]))
}

/** The terms under the query's own prefixes. */
function candidates({ prefixes, terms }: Terms, declared: ReadonlyMap<string, string>): readonly Suggestion[] {
  return terms.map((term) => {
    const colon = term.name.indexOf(':')
    const own = declared.get(prefixes[term.name.slice(0, colon)] ?? '')
    return own === undefined ? term : { ...term, name: own + term.name.slice(colon) }
  })
}

/** The kind of term that the grammar has at the end of a text: after a subject a property, after `a` a class. */
function wantedAt(before: string): TermKind | undefined {
  const plain = before.replace(/(?<=\s|^)#[^\n]*/g, ' ')
  const mark = [...plain.matchAll(/[{}]|[.;](?=\s)/g)].at(-1)
  if (mark === undefined) return undefined
  const tokens = plain
    .slice(mark.index + 1)
    .split(/\s+/)
    .filter((token) => token !== '')
  const place = tokens.length + (mark[0] === ';' ? 1 : 0)
  if (place === 1) return 'property'
  if (place !== 2) return undefined
  return tokens.at(-1) === 'a' || tokens.at(-1) === 'rdf:type' ? 'class' : 'concept'
}

function keywords(word: string, wanted: TermKind | undefined): readonly Suggestion[] {
  if (word === '' && wanted !== undefined) return []
  return KEYWORDS.filter((name) => word !== name && name.startsWith(word.toUpperCase())).map((name) => ({
    name,
    kind: 'keyword',
  }))
}

/** How well a term fits: its name before words of its label, the kind that is wanted first; 0 where it does not. */
function rankOf({ name, kind, label = '' }: Suggestion, word: string, wanted: TermKind | undefined): number {
  const favour = kind === wanted ? 1 : 0
  if (word === '') return wanted === undefined || favour === 1 ? 1 + favour : 0
  const [typed, full] = [word.toLowerCase(), name.toLowerCase()]
  if (full === typed) return 0
  if (full.startsWith(typed)) return 6 + favour
  const prefix = typed.slice(0, typed.indexOf(':') + 1)
  if (!full.startsWith(prefix)) return 0
  const [begun, local] = [typed.slice(prefix.length), full.slice(full.indexOf(':') + 1)]
  if (local.startsWith(begun)) return 5 + favour
  if (` ${label.toLowerCase()}`.includes(` ${begun}`)) return 3 + favour
  return prefix !== '' && local.includes(begun) ? 2 + favour : 0
}

function withDeclaration(
  item: Suggestion,
  text: string,
  { prefixes }: Terms,
  declared: ReadonlyMap<string, string>,
): Suggestion {
  const colon = item.name.indexOf(':')
  const prefix = item.name.slice(0, Math.max(colon, 0))
  const namespace = prefixes[prefix]
  if (colon === -1 || namespace === undefined || [...declared.values()].includes(prefix)) return item
  return { ...item, declaration: { at: placeOfDeclaration(text), text: `PREFIX ${prefix}: <${namespace}>\n` } }
}

/** Behind the last declaration, else behind the comments that open the query. */
function placeOfDeclaration(text: string): number {
  const last = [...text.matchAll(DECLARATION)].at(-1)
  if (last !== undefined) return Math.min(text.length, last.index + last[0].length + 1)
  return /^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(text)?.[0].length ?? 0
}
