/** The forms of pages that we know. A page is recognised by what it says, never by the name of its file. */
import type { SourceDocument, SourceListing, SourceText } from '../document.ts'
import { publisherNamed, publisherOfAddress } from '../publishers.ts'
import { barePageBlocks, isBarePage } from './bare-page.ts'
import type { ReadContext } from './context.ts'
import { coverPageBlocks, hasMarkdownCover, isCoverPage, labelsOnLines } from './cover-page.ts'
import { coverRunBlocks, isCoverRun, labelsInRun } from './cover-run.ts'
import { documentPageBlocks, isDocumentPage } from './document-page.ts'
import { isLabelledCover, labelledCoverBlocks } from './labelled-cover.ts'
import { isListing, readListing } from './listing.ts'
import { isOldPage, oldPageBlocks } from './old-page.ts'
import { type Page, pageOf } from './page.ts'
import { documentOf } from './record.ts'
import { isSubjectPage, readSubjectPage } from './subject-page.ts'
import { type Block, isNotice } from './zones.ts'

export interface PageContent {
  readonly documents: readonly SourceDocument[]
  readonly listing?: SourceListing
}

const PDF = 'application/pdf'

interface Form {
  readonly key: string
  /** Whether heading marks and stars are layout. */
  readonly markdown: boolean
  /** Publisher of pages of this form that name none: the layout is that publisher's own. */
  readonly publisher: string
  /** The publisher puts it into the files that it gives out, so that copies are met on other hosts. */
  readonly travels?: true
  readonly recognise: (page: Page) => boolean
  readonly read: (page: Page, source: string, context: ReadContext) => PageContent
}

/** One document from the blocks of its page. A notice in it is of the whole page. */
const oneDocument =
  (blocksOf: (page: Page) => Block[]): Form['read'] =>
  (page, source, context) => {
    const notices: Block = { key: 'notice', zone: 'source-note', lines: page.lines.filter(isNotice) }
    const words: Page = { ...page, lines: page.lines.filter((line) => !isNotice(line)) }
    const address: Block = { key: 'address', zone: 'page-header', lines: page.address ? [page.address] : [] }
    return { documents: [documentOf(page, [address, ...blocksOf(words), notices], source, context)] }
  }

/** In the order of trial. */
export const forms: readonly Form[] = [
  {
    key: 'pdf-markdown',
    markdown: true,
    publisher: 'wcda',
    travels: true,
    recognise: (page) => hasMarkdownCover(page.text) && isCoverPage(page),
    read: oneDocument(coverPageBlocks),
  },
  {
    key: 'pdf-text',
    markdown: false,
    publisher: 'wcda',
    travels: true,
    // With labels in the middle of lines it is read as a run.
    recognise: (page) => isCoverPage(page) && labelsOnLines(page) >= labelsInRun(page),
    read: oneDocument(coverPageBlocks),
  },
  {
    key: 'labelled-cover',
    markdown: true,
    publisher: 'wcda',
    // What a PDF file was taken from, its text does not say.
    recognise: (page) => (page.address !== undefined || page.source.mediaType === PDF) && isLabelledCover(page),
    read: oneDocument(labelledCoverBlocks),
  },
  {
    key: 'page',
    markdown: false,
    publisher: 'wcda',
    recognise: isDocumentPage,
    read: oneDocument(documentPageBlocks),
  },
  {
    key: 'old-page',
    markdown: false,
    publisher: 'wcda',
    recognise: isOldPage,
    read: oneDocument(oldPageBlocks),
  },
  {
    key: 'subject-page',
    markdown: false,
    publisher: 'wcda',
    recognise: isSubjectPage,
    read: (page, source) => ({ documents: [], listing: readSubjectPage(page, source) }),
  },
  {
    key: 'listing',
    markdown: false,
    publisher: 'wcda',
    recognise: isListing,
    read: (page, source) => ({ documents: [], listing: readListing(page, source) }),
  },
  {
    key: 'pdf-run',
    markdown: false,
    publisher: 'wcda',
    travels: true,
    recognise: isCoverRun,
    read: oneDocument(coverRunBlocks),
  },
  {
    key: 'bare-page',
    markdown: false,
    publisher: 'wcda',
    recognise: isBarePage,
    read: oneDocument(barePageBlocks),
  },
]

/**
 * The form of a text with its page, or undefined. A page of a host that we do not know has no form that we know, but for
 * the copy of a file in which the publisher names itself.
 */
export function recogniseForm(source: SourceText): { form: Form; page: Page; publisher: string } | undefined {
  const host = source.address === undefined ? undefined : publisherOfAddress(source.address)
  const named = publisherNamed(source.text)
  const isElsewhere = source.address !== undefined && host === undefined
  const pages = new Map<boolean, Page>()
  for (const form of forms) {
    if (isElsewhere && !(form.travels && named !== undefined)) continue
    const page = pages.get(form.markdown) ?? pageOf(source, form.markdown)
    pages.set(form.markdown, page)
    if (form.recognise(page)) return { form, page, publisher: (host ?? named)?.key ?? form.publisher }
  }
  return undefined
}
