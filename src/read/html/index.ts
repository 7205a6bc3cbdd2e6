/** HTML files: reduced to lines, and read as a page of a known form; or as a record, where the configuration maps what their heads say. */
import type { Reading } from '../../document.ts'
import { type Problem, problem } from '../../problem.ts'
import type { Input, ReadContext } from '../context.ts'
import { forms, recogniseForm } from '../forms.ts'
import { readPage } from '../read-page.ts'
import { recordReader } from '../records/document.ts'
import { cellsOf, parsed } from '../records/json-values.ts'
import type { Cell } from '../records/record-text.ts'
import { mappingFor } from '../records/shape.ts'
import { digest, sourceText } from '../source-text.ts'
import { COVER_LABELS, OLD_PAGE_LABELS, PAGE_LABELS } from '../zones.ts'
import { decodeHtml } from './charset.ts'
import { textOf } from './text.ts'
import { type HtmlPage, type Token, tokensOf } from './tokens.ts'

const MEDIA_TYPE = 'text/html'
const HEAD = 1024
/** Behind comments and the declaration of XHTML, the first element is one of the frame of a page. */
const OPENS = /^(?:\s|\ufeff|<\?xml[^>]*>|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body|title|meta|link)\b/i

export const isHtml = (bytes: Uint8Array): boolean =>
  OPENS.test(
    Buffer.from(bytes.subarray(0, HEAD))
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  )

export function* readHtml(input: Input, context: ReadContext): Generator<Reading> {
  const page = tokensOf(decodeHtml(input.bytes))
  const text = textOf(page.tokens, () => true)
  const unread = (found: Problem): Reading => ({
    form: 'unrecognised',
    source: sourceText(input, '', { mediaType: MEDIA_TYPE }),
    documents: [],
    problems: [found],
  })
  if (page.isTooDeep) return yield unread(problem('html-too-deep', {}, { path: input.path }))
  if (text.trim() === '') return yield unread(problem('html-without-text', {}, { path: input.path }))
  const shape = mappingFor(input, context)
  const rawSha256 = digest(input.bytes)
  if (shape === undefined) return yield readPage(pageSource(input, page, rawSha256), context)
  const file = { input, form: 'html-record', mediaType: MEDIA_TYPE, rawSha256, shape, context }
  yield recordReader(file)(cellsIn(page), { position: 1 })
}

function hasMain({ tokens }: HtmlPage): boolean {
  return tokens.some(({ inMain }) => inMain)
}

/** The parts in which the page's own text may stand, the narrowest first. */
const PARTS: readonly { readonly isThere: (page: HtmlPage) => boolean; readonly isKept: (token: Token) => boolean }[] =
  [
    { isThere: ({ articles }) => articles === 1, isKept: ({ inArticle, isAside }) => inArticle && !isAside },
    { isThere: hasMain, isKept: ({ inMain, isAside }) => inMain && !isAside },
    { isThere: hasMain, isKept: ({ inMain }) => inMain },
    { isThere: () => true, isKept: ({ isAside }) => !isAside },
    { isThere: () => true, isKept: () => true },
  ]

/**
 * Of the parts of the page the one whose text is of the most telling form, in the order in which forms are tried; of
 * equals the one with the most labels, and of these the narrowest. The address that the page gives for itself stands above the text.
 */
function pageSource(input: Input, page: HtmlPage, rawSha256: string) {
  const above = page.canonical === undefined ? '' : `${page.canonical}\n\n`
  const sources = PARTS.filter(({ isThere }) => isThere(page)).map(({ isKept }) =>
    sourceText(input, above + textOf(page.tokens, isKept), { mediaType: MEDIA_TYPE, rawSha256 }),
  )
  const ranked = sources.map((source) => {
    const form = recogniseForm(source)?.form
    return { source, rank: form === undefined ? forms.length : forms.indexOf(form), labels: labelsIn(source.text) }
  })
  const isBetter = (one: (typeof ranked)[number], best: (typeof ranked)[number]) =>
    one.rank < best.rank || (one.rank === best.rank && one.labels > best.labels)
  return ranked.reduce((best, one) => (isBetter(one, best) ? one : best)).source
}

const LABELS = new Set(
  [...PAGE_LABELS, ...OLD_PAGE_LABELS, ...COVER_LABELS].flatMap(({ key, words }) => (key === 'other' ? [] : [words])),
)

function labelsIn(text: string): number {
  return new Set(text.split('\n').filter((line) => LABELS.has(line.trim()))).size
}

/** What the head of a page says, as columns: names of `meta`, members of JSON-LD behind `json-ld.`, and the text. */
function cellsIn(page: HtmlPage): Cell[] {
  const linked = page.data.flatMap((data) => {
    const value = parsed(data)
    return typeof value === 'object' && value !== null ? (cellsOf({ 'json-ld': value }) ?? []) : []
  })
  const part = PARTS.find(({ isThere }) => isThere(page))
  return [
    ...(page.canonical === undefined ? [] : [{ column: 'canonical', values: [page.canonical] }]),
    ...[...page.meta].map(([column, values]) => ({ column, values })),
    ...linked,
    { column: 'text', values: part === undefined ? [] : [textOf(page.tokens, part.isKept)] },
  ]
}
