/** Content negotiation: what a client wants of what there is. The only reader of `Accept` and `Accept-Encoding`. */

/** Something that can be had: its media type, and other names by which clients ask for it. */
export interface Offer {
  readonly mediaType: string
  readonly aliases?: readonly string[]
}

interface Range {
  readonly name: string
  /** From 0 to 1. */
  readonly quality: number
}

/** More ranges than any client sends; the rest of a header is not read. */
const MOST_RANGES = 100

/** The ranges of a header; what is malformed is left out, a quality that is none counts as 1. */
function rangesOf(header: string): Range[] {
  return header
    .split(',', MOST_RANGES)
    .map((item) => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
      const given = parameters.find((parameter) => /^q\s*=/.test(parameter))
      const quality = given === undefined ? 1 : Number(given.slice(given.indexOf('=') + 1).trim() || Number.NaN)
      return { name, quality: Number.isNaN(quality) ? 1 : Math.min(Math.max(quality, 0), 1) }
    })
    .filter(({ name }) => name !== '')
}

const CANONICAL = 3
const ALIAS = 2
const TYPE = 1
const ANY = 0

/** How well a range fits an offer, or -1. Only the offer's own media type is meant by a wildcard. */
function closenessOf({ mediaType, aliases = [] }: Offer, { name }: Range): number {
  if (name === mediaType) return CANONICAL
  if (aliases.includes(name)) return ALIAS
  if (name === `${mediaType.slice(0, mediaType.indexOf('/'))}/*`) return TYPE
  // Java's HttpURLConnection sends a bare star.
  return name === '*/*' || name === '*' ? ANY : -1
}

/**
 * The offer that `Accept` wants most: by quality, then by how exactly it is named, then in the order of the offers.
 * Without a header, or with one in which nothing can be read, the first. Undefined when nothing is wanted.
 */
export function negotiate<T extends Offer>(accept: string | undefined, offers: readonly T[]): T | undefined {
  const ranges = rangesOf(accept ?? '').filter(({ name }) => name === '*' || /^[^/\s]+\/[^/\s]+$/.test(name))
  if (ranges.length === 0) return offers[0]
  let best: T | undefined
  let bestQuality = 0
  let bestFit = -1
  for (const offer of offers) {
    let quality = 0
    let closest = -1
    for (const range of ranges) {
      const closeness = closenessOf(offer, range)
      if (closeness < 0 || closeness < closest || (closeness === closest && range.quality <= quality)) continue
      closest = closeness
      quality = range.quality
    }
    if (quality > bestQuality || (quality > 0 && quality === bestQuality && closest > bestFit)) {
      best = offer
      bestQuality = quality
      bestFit = closest
    }
  }
  return best
}

/** Whether a client leaves the choice to us: it sends no `Accept`, or one that takes everything alike. */
export const isIndifferent = (accept: string | undefined): boolean =>
  accept === undefined || rangesOf(accept).every(({ name }) => name === '*/*' || name === '*')

/** Whether a client names HTML: a browser. */
export const namesHtml = (accept: string | undefined): boolean =>
  rangesOf(accept ?? '').some(({ name, quality }) => name === 'text/html' && quality > 0)

export type Coding = 'br' | 'gzip' | 'identity'

const CODINGS: readonly Coding[] = ['br', 'gzip', 'identity']

/** The content coding that `Accept-Encoding` wants most of those that there are; `identity` unless another is named. */
export function negotiateCoding(header: string | undefined, codings: readonly Coding[] = CODINGS): Coding {
  if (header === undefined) return 'identity'
  const qualities = new Map(rangesOf(header).map(({ name, quality }) => [name === 'x-gzip' ? 'gzip' : name, quality]))
  const qualityOf = (coding: Coding) =>
    qualities.get(coding) ?? (coding === 'identity' ? Number.MIN_VALUE : (qualities.get('*') ?? 0))
  return codings.reduce((best, coding) => (qualityOf(coding) > qualityOf(best) ? coding : best))
}
