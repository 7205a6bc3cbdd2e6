/** A volume of Foreign Relations of the United States as the Office of the Historian offers it: one reading a document. */
import type { Reading, SourceCollection } from '../../document.ts'
import { type Problem, problem } from '../../problem.ts'
import { EPUB_MEDIA_TYPE, type Publication } from '../epub.ts'
import { descendants, type Element, elementsOf, parseMarkup, wordsOfElement } from '../markup.ts'
import type { Bound } from '../publications.ts'
import { sourceText } from '../source-text.ts'
import { absences } from './absences.ts'
import { documentOf } from './document.ts'
import { type Layout, layOut } from './layout.ts'
import { pageCounter } from './pages.ts'

/** Names a volume: `frus1945v07-2018-05-28T15:21:55` is volume `1945v07` as made on a day. */
const IDENTIFIER = /^frus(?<volume>\d{4}\S*?)(?:-\d{4}-\d\d-\d\dT\S*)?$/
const SERIES = 'Foreign Relations of the United States'
/** Front matter may be marked as a document too, but has no number. */
const NUMBERED = /^d\d+[a-z]?$/
const DOCUMENT = /<div\s[^>]*class="document"/
const YEARS = /^(?<from>\d{4})(?:[-–](?<to>\d{2,4}))?/

/** What all documents of a volume share. */
export interface Volume {
  readonly record: string
  /** Series, years and number, as the title gives them in brackets. */
  readonly citation: string
  readonly collection: SourceCollection
}

export const isFrusVolume = (publication: Publication): boolean =>
  volumeNumber(publication) !== undefined && publication.titles.some((title) => title.includes(SERIES))

const volumeNumber = ({ identifiers }: Publication): string | undefined =>
  identifiers.flatMap((identifier) => IDENTIFIER.exec(identifier)?.groups?.volume ?? [])[0]

/** The readings of the volume in its order. A fault in one document leaves the others. */
export function* readFrusVolume(publication: Publication, bound: Bound): Generator<Reading> {
  const { path } = bound.input
  const volume = volumeOf(publication)
  const pages = pageCounter()
  const sections = sectionsOf(publication, volume)
  const left: string[] = []
  let found = 0
  for (const name of publication.spine) {
    const markup = publication.text(name)
    if (markup === undefined || !NUMBERED.test(stem(name)) || !DOCUMENT.test(markup)) left.push(stem(name))
    else {
      const element = descendants(parseMarkup(markup), 'div').find(
        ({ attributes }) => attributes['class'] === 'document',
      )
      const layout = layOut(element ?? parseMarkup(''))
      found++
      yield readDocument(layout, stem(name), volume, sections, pages.of(layout), bound)
    }
  }
  if (found === 0) yield nothingIn(bound, problem('book-unreadable', { reason: 'no document stands in it' }, { path }))
  else if (left.length > 0)
    yield nothingIn(bound, problem('book-parts-left', { count: left.length, parts: left.join(', ') }, { path }))
}

const nothingIn = ({ input, rawSha256 }: Bound, found: Problem): Reading => ({
  form: 'frus-volume',
  source: sourceText(input, '', { mediaType: EPUB_MEDIA_TYPE, rawSha256 }),
  documents: [],
  problems: [found],
})

function readDocument(
  layout: Layout,
  part: string,
  volume: Volume,
  sections: readonly Section[],
  pages: string | undefined,
  { input, rawSha256, context }: Bound,
): Reading {
  const source = sourceText(input, layout.text, { mediaType: EPUB_MEDIA_TYPE, part, rawSha256 })
  const form = 'frus-document'
  const { path } = input
  try {
    const number = Number(/\d+/.exec(part)?.[0])
    const inside = sections.filter(({ from, to }) => from <= number && number <= to)
    const collections = [volume.collection, ...inside.map(({ collection }) => collection)]
    const document = documentOf(layout, part, volume, collections, pages, context)
    return { form, source, documents: [document], problems: absences(layout, document, part, path) }
  } catch (error) {
    const reason = `${part}: ${(error as Error).message}`
    return { form, source, documents: [], problems: [problem('internal-fault', { reason }, { path })] }
  }
}

/** `OEBPS/d12.html` → `d12`. */
const stem = (name: string): string => name.replace(/^.*\//, '').replace(/\.\w+$/, '')

function volumeOf(publication: Publication): Volume {
  const record = volumeNumber(publication) ?? ''
  const title = publication.titles[0] ?? SERIES
  const [, name, series] = /^(.+?)\s\((Foreign Relations of the United States.*)\)$/.exec(title) ?? []
  const { from, to } = YEARS.exec(record)?.groups ?? {}
  const covers = from && to ? `${from}/${to.length === 2 ? from.slice(0, 2) + to : to}` : from
  return {
    record,
    citation: series === undefined || name === undefined ? title : `${series}, ${name}`,
    collection: {
      record,
      title,
      creators: publication.creators,
      identifiers: publication.identifiers,
      rights: publication.rights,
      ...(covers !== undefined && { covers }),
    },
  }
}

/** A part of the volume with the numbers of its first and last document. */
interface Section {
  readonly collection: SourceCollection
  readonly from: number
  readonly to: number
}

const RANGE = /\(Documents?\s(?<from>\d+)(?:\s?[-–]\s?(?<to>\d+))?\)/

/** The parts of the volume as its table of contents gives them, those that hold others first. */
function sectionsOf(publication: Publication, { record }: Volume): Section[] {
  const contents = publication.spine.find((name) => stem(name) === 'table-of-contents')
  const markup = contents === undefined ? undefined : publication.text(contents)
  if (markup === undefined) return []
  return descendants(parseMarkup(markup), 'li').flatMap((item) => {
    const link = elementsOf(item).find(({ name }) => name === 'a')
    const title = link && wordsOfElement(link)
    const range = rangeOf(item)
    if (link === undefined || title === undefined || title === '' || range === undefined) return []
    return [{ collection: { record: `${record}-${stem(link.attributes['href'] ?? '')}`, title }, ...range }]
  })
}

/** The documents of a part: its own, or those from its first part to its last. */
function rangeOf(item: Element): { from: number; to: number } | undefined {
  const ranges = [...wordsOfElement(item).matchAll(new RegExp(RANGE, 'g'))].map(({ groups = {} }) => ({
    from: Number(groups.from),
    to: Number(groups.to ?? groups.from),
  }))
  if (ranges.length === 0) return undefined
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) }
}
