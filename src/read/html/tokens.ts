/** An HTML page as a run of words and breaks, with what its head says of it. Alone knows the HTML parser. */
import { Parser } from 'htmlparser2'
import { oneLine } from '../../letters.ts'

/** What a token ends: nothing (it is words), a line by its layout, a line by hand (`br`), a paragraph. */
export type Break = 'none' | 'line' | 'hand' | 'paragraph'

/** Words, or a break between lines; each with the part of the page it stands in. */
export interface Token {
  readonly words: string
  readonly ends: Break
  readonly inArticle: boolean
  readonly inMain: boolean
  /** Beside the page's own text: navigation, asides, header and footer of the site. */
  readonly isAside: boolean
  readonly isPreformatted: boolean
}

export interface HtmlPage {
  readonly tokens: readonly Token[]
  /** Number of articles that stand in no other article. */
  readonly articles: number
  /** Names in small letters, with the values in order: `title`, names of `meta`. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** Absolute address that the page gives as its own. */
  readonly canonical?: string
  /** Texts of `script` elements of the type `application/ld+json`. */
  readonly data: readonly string[]
  /** Elements are nested deeper than any page is; nothing below was read. */
  readonly isTooDeep: boolean
}

const PARAGRAPHS = new Set(
  'address article aside blockquote body caption details dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
)
const LINES = new Set('br center dd div dt figcaption legend li option summary tbody tfoot thead tr'.split(' '))
/** Elements whose words are no text of the page. */
const SILENT = new Set(
  'audio button canvas datalist iframe math noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
)
const ASIDE = new Set(['nav', 'aside', 'footer', 'header'])
/** Elements that are never closed. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const DEEPEST = 1000
/** Characters between two looks at the depth. */
const PIECE = 65_536

interface Open {
  readonly name: string
  readonly isSilent: boolean
  readonly isAside: boolean
  /** Items of an ordered list so far. */
  items: number
  /** The last cell of a row. */
  cell?: string
}

/** Reads a page; the order of the words is that of the file. */
export function tokensOf(html: string): HtmlPage {
  const tokens: Token[] = []
  const meta = new Map<string, string[]>()
  const data: string[] = []
  const open: Open[] = []
  const counts = new Map<string, number>()
  let heard: { readonly kind: 'title' | 'data'; words: string } | undefined
  let canonical: string | undefined
  let [articles, silent, aside, isTooDeep] = [0, 0, 0, false]

  const isIn = (name: string) => (counts.get(name) ?? 0) > 0
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by)
  const say = (words: string, ends: Break = 'none') => {
    if (silent > 0 && ends === 'none') return
    const [inArticle, inMain, isPreformatted] = [isIn('article'), isIn('main'), isIn('pre')]
    tokens.push({ words, ends, inArticle, inMain, isAside: aside > 0, isPreformatted })
  }
  const end = (name: string) => {
    const ends = name === 'br' ? 'hand' : PARAGRAPHS.has(name) ? 'paragraph' : LINES.has(name) ? 'line' : 'none'
    if (ends !== 'none') say('', ends)
  }
  const keep = (name: string | undefined, value: string | undefined) => {
    const key = name?.trim().toLowerCase()
    if (key === undefined || value === undefined || value.trim() === '') return
    meta.set(key, [...(meta.get(key) ?? []), oneLine(value)])
  }
  /** The head of a row stands as a label above its value; other cells stand side by side. */
  const beginCell = (name: string, row: Open | undefined) => {
    if (row?.cell !== undefined) {
      if (name === 'td' && row.cell === 'th') say('', 'line')
      else say('\t')
    }
    if (row !== undefined) row.cell = name
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      const above = open.at(-1)
      if (open.length > DEEPEST) isTooDeep = true
      if (name === 'meta') keep(attributes['name'] ?? attributes['property'], attributes['content'])
      if (name === 'link' && /\bcanonical\b/i.test(attributes['rel'] ?? '')) canonical ??= attributes['href']
      if (name === 'script' && attributes['type'] === 'application/ld+json') heard = { kind: 'data', words: '' }
      if (name === 'title' && !isIn('svg') && !meta.has('title')) heard = { kind: 'title', words: '' }
      if (name === 'article' && !isIn('article')) articles++
      end(name)
      if (VOID.has(name)) return
      // A header or a footer in an article or in the main part is of that, not of the site.
      const isOfPage = (name === 'header' || name === 'footer') && (isIn('article') || isIn('main'))
      const isAside = ASIDE.has(name) && !isOfPage
      const isSilent = SILENT.has(name) || isHidden(attributes)
      if (isSilent) silent++
      if (isAside) aside++
      count(name, 1)
      if (name === 'td' || name === 'th') beginCell(name, above)
      if (name === 'li' && above?.name === 'ol') say(`${++above.items}. `)
      open.push({ name, isSilent, isAside, items: name === 'ol' ? Number(attributes['start'] ?? 1) - 1 || 0 : 0 })
    },
    ontext(words) {
      if (heard === undefined) say(words)
      else heard.words += words
    },
    onclosetag(name) {
      if (VOID.has(name)) return
      if (name === 'title' && heard?.kind === 'title') keep('title', heard.words)
      if (name === 'script' && heard?.kind === 'data') data.push(heard.words)
      if (name === 'title' || name === 'script') heard = undefined
      const last = open.pop()
      if (last?.isSilent) silent--
      if (last?.isAside) aside--
      count(name, -1)
      end(name)
    },
  })
  for (let at = 0; at < html.length && !isTooDeep; at += PIECE) parser.write(html.slice(at, at + PIECE))
  if (!isTooDeep) parser.end()
  const address = canonical ?? meta.get('og:url')?.[0]
  const isAbsolute = address !== undefined && /^https?:\/\/\S+$/.test(address)
  return { tokens, articles, meta, data, isTooDeep, ...(isAbsolute && { canonical: address }) }
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /\bdisplay\s*:\s*none\b/i.test(attributes['style'] ?? '')
  )
}
