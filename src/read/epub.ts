/** EPUB: a ZIP file with a package document that lists what is in it and in which order it is read. */
import type { Reading } from '../document.ts'
import { problem } from '../problem.ts'
import type { Input, ReadContext } from './context.ts'
import { descendants, elementsOf, parseMarkup, wordsOfElement } from './markup.ts'
import { publications } from './publications.ts'
import { digest, sourceText } from './source-text.ts'
import { openZip, type Zip, ZipError } from './zip.ts'

/** What the package document says of the book, each value as it stands. */
export interface Publication {
  readonly titles: readonly string[]
  readonly creators: readonly string[]
  readonly identifiers: readonly string[]
  readonly languages: readonly string[]
  readonly rights: readonly string[]
  /** Names of the documents in reading order: `OEBPS/d12.html`. */
  readonly spine: readonly string[]
  /** The words of a file, or undefined where it is not in the book. */
  text(name: string): string | undefined
}

export const EPUB_MEDIA_TYPE = 'application/epub+zip'
const LIMITS = { bytes: 256e6, files: 20_000 }
const CONTAINER = 'META-INF/container.xml'
const READ = /\.(?:x?html?|xml|opf)$/i

/** The first file of an EPUB is called `mimetype` and holds the media type, unpacked. */
export function isEpub(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 128)).toString('latin1')
  return head.startsWith('PK\u0003\u0004') && head.startsWith('mimetype', 30) && head.includes(EPUB_MEDIA_TYPE)
}

/** The readings of a book of a kind that we know; for any other one a reading that says so. */
export function* readEpub(input: Input, context: ReadContext): Generator<Reading> {
  const rawSha256 = digest(input.bytes)
  const unread = (reason: string): Reading => ({
    form: 'unrecognised',
    source: sourceText(input, '', { mediaType: EPUB_MEDIA_TYPE, rawSha256 }),
    documents: [],
    problems: [problem('book-unreadable', { reason }, { path: input.path })],
  })
  const publication = open(input)
  if (typeof publication === 'string') return yield unread(publication)
  const kind = publications.find(({ recognise }) => recognise(publication))
  if (kind === undefined) {
    const known = publications.map(({ label }) => label).join(', ')
    const title = publication.titles[0] ?? 'a book without a title'
    return yield { ...unread(''), problems: [problem('book-unknown', { title, known }, { path: input.path })] }
  }
  yield* kind.read(publication, { input, rawSha256, context })
}

function open({ bytes }: Input): Publication | string {
  try {
    return publicationIn(openZip(bytes, (name) => READ.test(name), LIMITS))
  } catch (error) {
    if (error instanceof ZipError) return error.message
    throw error
  }
}

/** The book, or why it is none. */
function publicationIn(zip: Zip): Publication | string {
  const textOf = (name: string): string | undefined => {
    const bytes = zip.bytes(name)
    return bytes && new TextDecoder('utf-8').decode(bytes)
  }
  const [rootfile] = descendants(parseMarkup(textOf(CONTAINER) ?? ''), 'rootfile')
  const path = rootfile?.attributes['full-path']
  const packaged = path === undefined ? undefined : textOf(path)
  if (path === undefined || packaged === undefined) return `it has no package document (${CONTAINER} names none)`
  const root = parseMarkup(packaged)
  const [metadata] = descendants(root, 'metadata')
  const values = (name: string): string[] =>
    metadata === undefined ? [] : descendants(metadata, name).map(wordsOfElement).filter(Boolean)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const hrefs = new Map(descendants(root, 'item').map(({ attributes: { id, href } }) => [id, href]))
  const spine = descendants(root, 'spine')
    .flatMap(elementsOf)
    .flatMap(({ attributes }) => hrefs.get(attributes['idref']) ?? [])
  return {
    titles: values('title'),
    creators: values('creator'),
    identifiers: values('identifier'),
    languages: values('language'),
    rights: values('rights'),
    spine: [...new Set(spine.map((href) => folder + decodeURI(href.replace(/#.*$/, ''))))],
    text: textOf,
  }
}
