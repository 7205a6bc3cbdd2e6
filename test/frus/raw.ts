/**
 * What the documents of a volume carry, counted in their raw markup: by other means than the reader's, so that what the
 * reader misses shows. Nested papers, footnotes and remarks in brackets are cut away first.
 */

/** Which of the things that are counted a document carries. */
export interface Carried {
  /** Its words; empty where there is none. */
  readonly heading: string
  readonly fileNumber: boolean
  readonly date: boolean
  readonly receipt: boolean
  readonly telegram: boolean
  readonly messageNumber: boolean
  readonly marking: boolean
  readonly signature: boolean
  readonly editorial: boolean
  /** Notes at the foot. */
  readonly notes: number
}

const TAG = /<[^>]+>/g
const NOTE_MARK = /<a href="#[^"]*" id="[^"]*fnref[^"]*"[^>]*>.*?<\/a>/gs

const plain = (markup: string): string =>
  markup.replace(NOTE_MARK, '').replace(TAG, '').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()

/** Divisions without a class hold papers of their own; they are nested, so they are cut out by counting. */
function withoutNested(markup: string): string {
  let kept = ''
  let depth = 0
  let nested = 0
  for (const [piece] of markup.matchAll(/<div\b[^>]*>|<\/div>|[^<]+|<[^>]*>/g)) {
    if (piece.startsWith('<div')) {
      depth++
      if (nested === 0 && !piece.includes('class=')) nested = depth
    }
    if (nested === 0) kept += piece
    if (piece === '</div>') {
      if (nested === depth) nested = 0
      depth--
    }
  }
  return kept
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December|Nov|Dec)'
const DATED = new RegExp(`\\b${MONTH}\\b\\.?[^a-z]*\\d|\\d[^a-z]*\\b${MONTH}\\b|\\bundated\\b`, 'i')

/** Counts in the markup of one document. */
export function carriedBy(page: string): Carried {
  const body = page.slice(page.indexOf('<div class="document">'))
  const [text = '', foot = ''] = body.split('<div class="footnotes">')
  const own = withoutNested(text)
  const [head = '', rest = ''] = own.split(/<h3>/)
  const [heading = '', after = ''] = rest.split('</h3>')
  const above = [...head.matchAll(/<(?:p|div)\b[^>]*>(?:(?!<\/(?:p|div)>).)*/gs)]
    .map(([piece]) => plain(piece))
    .filter((line) => line !== '' && !line.startsWith('['))
  const openers = [...after.matchAll(/<(?:div class="opener"|p class="dateline")[^>]*>.*?<\/(?:div|p)>/gs)]
    .filter(({ index }) => !/<p>|<blockquote>|<ul|<table/.test(after.slice(0, index)))
    .map(([piece]) => plain(piece.replace(/<br\s*\/?>/g, ' ')))
    .join(' ')
  const closers = [...after.matchAll(/<p class="closer">.*?<\/p>/gs)].map(([piece]) => plain(piece))
  const paragraphs = [...after.matchAll(/<p>(.*?)<\/p>/gs)].map(([, piece = '']) => plain(piece))
  const telegram = above.some((line) => /[:;] .*(?:gra|tele)\w*\.?$/i.test(line))
  return {
    heading: plain(heading),
    fileNumber: above.some((line) => /\d|Files?\b/.test(line)),
    date: DATED.test(openers) || closers.some((line) => DATED.test(line)),
    receipt: /\[?Received\b/.test(openers),
    telegram,
    messageNumber: telegram && /^\[?(?:[A-Z]\w{2,11} |[A-Z]{1,4}[–-])?\d{1,5}(?: bis)?\]?\. /.test(paragraphs[0] ?? ''),
    marking: /\b(?:secret|confidential|restricted|priority|niact|immediate)\b/i.test(openers.replace(/Secretary/g, '')),
    signature: /class="signed"/.test(after),
    editorial: /^Editorial Note/i.test(plain(heading)),
    notes: [...foot.matchAll(/class="footnote"/g)].length,
  }
}
