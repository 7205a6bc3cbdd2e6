/** Pages of a person, a place, a topic or a collection: what it is called, what is said of it, and a list of documents. */
import type { Found, Name, SourceListing, SourceSubject } from '../document.ts'
import { parseName } from '../grammar/name.ts'
import { publisherOfAddress, type SubjectPath } from '../publishers.ts'
import { fold, part, type Stretch, stretchAt, stretchOf, whole, wordsOf } from './evidence.ts'
import type { Line } from './lines.ts'
import { readListing } from './listing.ts'
import { optional } from './optional.ts'
import type { Page } from './page.ts'
import { isRowDate } from './row.ts'
import { isFurniture } from './zones.ts'

/** What stands under a name of a place or person that has an image, and the credit of that image. */
const IMAGE_CREDIT = /\s*\((?:image|photo(?:graph)?|picture)\b[^()]*\)\s*$/i
const IS_COLLECTION = /\bcollection$/i

/** The publisher's addresses say which pages these are; what is on them may be a list or a few paragraphs alike. */
export function isSubjectPage(page: Page): boolean {
  return pathOf(page) !== undefined
}

/** The list of the page, with what the list is about. */
export function readSubjectPage(page: Page, source: string): SourceListing {
  const list = readListing(page, source)
  const path = pathOf(page)
  const subject = path && page.address && subjectOf(page, path, page.address)
  return { ...list, ...optional('subject', subject) }
}

function pathOf({ address }: Page): SubjectPath | undefined {
  if (address === undefined) return undefined
  return publisherOfAddress(address.text)?.subjects?.find(({ path }) => path.test(address.text))
}

function subjectOf(page: Page, { kind, path }: SubjectPath, address: Line): SourceSubject | undefined {
  const first = page.lines.findIndex(isRowDate)
  const above = page.lines.slice(0, first === -1 ? undefined : first).filter((line) => !isFurniture(line))
  const [head, ...rest] = above
  const description = stretchOf(page.text, rest, 'summary')
  const name = head === undefined ? nameInAddress(page, path, address) : nameAt(page, head, kind)
  if (name === undefined) return undefined
  return {
    kind: kind === 'topic' && IS_COLLECTION.test(name.value.label) ? 'collection' : kind,
    name,
    ...optional('description', description && described(description)),
  }
}

function nameAt({ text }: Page, line: Line, kind: SourceSubject['kind']): Found<Name> {
  const stretch: Stretch = stretchAt(text, line, 'page-header')
  if (kind === 'place') return whole(stretch, { ...parseName(line.text), kind }, 'subject-page')
  if (kind !== 'person') return whole(stretch, plain(fold(line.text)), 'subject-page')
  const name = parseName(line.text)
  return whole(stretch, name.kind === 'body' || name.kind === 'state' ? name : { ...name, kind }, 'subject-page')
}

/** A page that does not say its own name has it in its address: `/places/north-korea`. */
function nameInAddress({ text }: Page, path: RegExp, address: Line): Found<Name> | undefined {
  const place = path.exec(address.text)?.indices?.groups?.['slug']
  if (place === undefined) return undefined
  const slug = part({ text, start: address.start, end: address.end, zone: 'page-header' }, ...place)
  const label = wordsOf(slug)
    .words.replace(/[-_+]+/g, ' ')
    .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
  return whole(slug, { ...plain(label), kind: 'place' }, 'subject-in-address', 'inferred')
}

const plain = (label: string): Name => ({ kind: 'unknown', label, forms: [] })

/** The image's credit is no part of what is said of the subject. */
function described(stretch: Stretch): Found<string> {
  const { words } = wordsOf(stretch)
  const credit = IMAGE_CREDIT.exec(words)
  const own = part(stretch, 0, credit?.index ?? words.length)
  return whole(own, fold(wordsOf(own).words), 'subject-description')
}
