/** Makes the record of a document page from its blocks: here the catalogue and the paper meet. */
import { blankDocument, type Found, type Party, type SourceDocument, type Span, type StatedDate } from '../document.ts'
import type { DateHint } from '../grammar/date.ts'
import { findReplies } from '../grammar/reply.ts'
import { catalogueFacts } from './catalogue.ts'
import { type CitationFacts, citationFacts, recordIn } from './citation.ts'
import type { ReadContext } from './context.ts'
import { dateKey, distinct, numberKey, partyKey } from './distinct.ts'
import { type DocumentText, isDateLine, isSalutation, splitDocumentText } from './document-text.ts'
import { addressees, enclosedMessage } from './enclosed.ts'
import { find, fold, readable, type Stretch, stretchAt, stretchOf, whole, wordsOf } from './evidence.ts'
import { headerFacts } from './header.ts'
import { journalOf } from './journal.ts'
import { isCorrespondence, mostSpecific } from './kind.ts'
import { languageOf } from './language-of.ts'
import type { Line } from './lines.ts'
import { findOmissions } from './omissions.ts'
import { optional } from './optional.ts'
import type { Page } from './page.ts'
import { bodyFacts, distributionFacts, joinFacts, type PaperFacts, signatureFacts, withoutPaper } from './paper.ts'
import { catalogueDate, rowDocument, rowsOf } from './row.ts'
import { SENDER_ALONE, signedWithin } from './signed-within.ts'
import { type TitleFacts, titleFacts } from './title-facts.ts'
import { type Block, blockOf, lineStretches, spansOf, stretchOfBlock } from './zones.ts'

/** The record of the document that the blocks of a page show; `source` is the key of its publisher. */
export function documentOf(page: Page, blocks: readonly Block[], source: string, context: ReadContext): SourceDocument {
  const { text } = page
  const citation = citationFacts(stretchOfBlock(text, blockOf(blocks, 'citation')))
  const title = titleOf(text, blocks, citation)
  const titled = title && titleFacts({ text, ...title.span })
  const pageDate = stretchOfBlock(text, blockOf(blocks, 'date'))
  const shownDate = pageDate && catalogueDate(pageDate, 'page-header', context.dates)
  const stated = [shownDate, citation.date].filter((date) => date !== undefined)
  const catalogue = catalogueFacts(text, blocks, citation, context.authority.schemes)
  const lines = blockOf(blocks, 'text')?.lines ?? []
  const parts = splitDocumentText(lines)
  const paper = paperFacts(text, parts, hintOf(stated[0]))
  const journal = journalOf(paper, { source, archival: catalogue.archival })
  const own =
    journal === undefined
      ? withSigners(paper, stretchOf(text, [...parts.header, ...parts.body, ...parts.signature], 'body'), titled)
      : withoutPaper(paper)
  const type = mostSpecific([kindBlock(text, blocks), titled?.type, own.type])
  const body = stretchOf(text, parts.body, 'body')
  const heading = bodyHeading(text, parts, hintOf(stated[0]), type?.value === 'journal-entry')
  const whence = stretchOf(text, lines, 'body')
  const message = parts.message && enclosedMessage(text, parts.message, parts.announcement, source)
  const { heading: _, ...facts } = own
  return {
    ...blankDocument(source, 'edition'),
    ...catalogue,
    ...facts,
    ...optional('record', recordOf(page, blocks, citation)),
    ...optional('address', citation.address),
    ...optional('title', title),
    ...optional('type', type),
    dates: distinct([...stated, ...(titled?.dates ?? []), ...heading, ...facts.dates], dateKey),
    parties: ranked(
      facts.parties,
      salutation(text, parts),
      isSent(type?.value, titled?.parties ?? []) ? facts.parties.flatMap(senderOf) : [],
      beyondRelay(titled?.parties ?? [], facts.parties),
      catalogue.parties,
    ),
    numbers: distinct([...facts.numbers, ...(titled?.numbers ?? [])], numberKey),
    markings: [
      ...facts.markings,
      ...catalogue.markings,
      ...(facts.markings.length === 0 ? (titled?.markings ?? []) : []),
    ],
    ...optional('citation', citation.citation),
    ...(whence !== undefined && {
      text: { start: whence.start, end: whence.end, zone: whence.zone },
      textLanguage: languageOf(wordsOf(whence).words),
    }),
    replies: find(body, findReplies, 'reply'),
    omissions: find(whence, findOmissions, 'omission'),
    related: blocks
      .filter(({ key }) => key === 'related')
      .flatMap(({ lines: rows }) => rowsOf(rows))
      .map((row) => rowDocument(text, row, 'related', source, 'related')),
    encloses: message === undefined ? [] : [message],
    unparsed: [...(pageDate && !shownDate ? [wordsOf(pageDate)] : []), ...facts.unparsed],
    ...optional('journal', journal),
    zones: zonesOf(blocks, parts, paper),
  }
}

/** A title in capitals only is layout: where the citation has it, its spelling is taken. */
function titleOf(text: string, blocks: readonly Block[], citation: CitationFacts): Found<string> | undefined {
  const stretch = stretchOfBlock(text, blockOf(blocks, 'title'))
  if (stretch === undefined) return citation.title
  const shown = whole(stretch, fold(readable(stretch)), 'page-title')
  return citation.title !== undefined && !/\p{Ll}/u.test(shown.value) ? citation.title : shown
}

function recordOf(page: Page, blocks: readonly Block[], citation: CitationFacts): Found<string> | undefined {
  const [block] = lineStretches(page.text, blockOf(blocks, 'record'))
  if (block !== undefined) return whole(block, wordsOf(block).words, 'record-block')
  const addresses: (Span | undefined)[] = [
    page.address && { start: page.address.start, end: page.address.end, zone: 'page-header' },
    citation.address?.span,
  ]
  return addresses.flatMap((span) => (span && recordIn({ text: page.text, ...span })) ?? [])[0]
}

function kindBlock(text: string, blocks: readonly Block[]): Found<string> | undefined {
  const [line] = lineStretches(text, blockOf(blocks, 'type'))
  return line && titleFacts(line).type
}

function paperFacts(text: string, parts: DocumentText, hint: DateHint): PaperFacts {
  return joinFacts(
    headerFacts(text, parts.header, hint),
    signatureFacts(text, parts.signature, hint),
    distributionFacts(text, parts.distribution, hint),
    bodyFacts(text, parts.body, hint),
  )
}

/** Where no line is a signature, one may stand within the text. */
function withSigners(paper: PaperFacts, body: Stretch | undefined, titled: TitleFacts | undefined): PaperFacts {
  if (paper.parties.some(({ value }) => value.role === 'signatory')) return paper
  const senders = (titled?.parties ?? []).filter(({ value }) => value.role === 'sender' || value.role === 'author')
  const signers = signedWithin(
    body,
    senders.map(({ value }) => value.name),
  )
  return { ...paper, parties: [...paper.parties, ...signers] }
}

/** Two-digit years are of the century of the catalogue's date, and its month settles which number is the month. */
function hintOf(date: Found<StatedDate> | undefined): DateHint {
  const day = date?.value.earliest
  if (day === undefined) return {}
  return { century: Number(day.slice(0, 2)), ...(date?.value.precision === 'day' && { near: day }) }
}

/** The date that heads the body: the day of an entry, or the document's own. */
function bodyHeading(text: string, parts: DocumentText, hint: DateHint, ofJournal: boolean): Found<StatedDate>[] {
  const line = parts.body.slice(0, 2).find(isDateLine)
  if (line === undefined) return []
  const date = catalogueDate(stretchAt(text, line, 'body'), 'heading', hint)
  const role = ofJournal ? 'entry' : 'document'
  // A year alone is the end of a broken line.
  if (date === undefined || date.value.precision === 'year') return []
  return [{ ...date, value: { ...date.value, role }, rule: 'body-heading' }]
}

/** The salutation with which the body begins, when it is not that of a message inside. */
function salutation(text: string, parts: DocumentText): Found<Party>[] {
  const line = parts.body.slice(0, 2).find(isSalutation)
  if (line === undefined || line === parts.message?.[0]) return []
  return addressees(stretchAt(text, line, 'body'))
}

/** A paper is sent when its kind says so, or its title names who sent it or to whom. */
function isSent(kind: string | undefined, titled: readonly Found<Party>[]): boolean {
  return isCorrespondence(kind) || titled.some(({ value }) => value.role === 'sender' || value.role === 'addressee')
}

/** Who signs a letter or a telegram sends it. */
function senderOf(party: Found<Party>): Found<Party>[] {
  return party.value.role === 'signatory' && party.rule !== SENDER_ALONE
    ? [{ ...party, value: { ...party.value, role: 'sender' } }]
    : []
}

/** `X to Y [via Z]` on a paper addressed to Z: Y is for whom it is in the end. */
function beyondRelay(titled: readonly Found<Party>[], form: readonly Found<Party>[]): readonly Found<Party>[] {
  const relays = titled.filter(({ value }) => value.role === 'relayedBy').map(({ value }) => value.name.label)
  const relayed = form.some(
    ({ value }) => value.role === 'addressee' && relays.some((r) => value.name.label.endsWith(r)),
  )
  if (!relayed) return titled
  return titled.map((party) =>
    party.value.role === 'addressee' ? { ...party, value: { ...party.value, role: 'ultimateAddressee' } } : party,
  )
}

/**
 * Parties of several sources, the most trusted first: the form, the salutation, the signature, the title, the
 * catalogue. What a role has from one source it does not take from the next.
 */
function ranked(...sources: readonly (readonly Found<Party>[])[]): Found<Party>[] {
  const filled = new Set<string>()
  return sources.flatMap((source) => {
    const taken = source.filter(({ value }) => !filled.has(value.role))
    for (const { value } of taken) filled.add(value.role)
    return distinct(taken, partyKey)
  })
}

function zonesOf(blocks: readonly Block[], parts: DocumentText, paper: PaperFacts): Span[] {
  const lineSpans = (lines: readonly Line[], zone: Span['zone']) =>
    lines.map(({ start, end }) => ({
      start,
      end,
      zone: paper.stamps.some(({ span }) => span.start < end && start < span.end) ? 'stamp' : zone,
    }))
  return spansOf([
    ...blocks.filter(({ key }) => key !== 'text').flatMap(({ lines, zone }) => lineSpans(lines, zone)),
    ...lineSpans(parts.header, 'document-header'),
    ...lineSpans(parts.body, 'body'),
    ...lineSpans(parts.signature, 'signature'),
    ...lineSpans(parts.distribution, 'distribution'),
  ])
}
