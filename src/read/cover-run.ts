/**
 * The cover of a PDF file in a text that lost its lines, as copies on other sites have it: cover and text stand in one
 * run or in a few, labels in the middle of a line, some of them missing, words that were links dropped.
 */
import { findDates } from '../grammar/date.ts'
import { languageCode } from '../grammar/language.ts'
import { literally } from '../letters.ts'
import { publishers } from '../publishers.ts'
import { linesOf } from './lines.ts'
import type { Page } from './page.ts'
import { type Block, type BlockKey, COVER_LABELS, type Label } from './zones.ts'

/** Where a part of the cover begins, its label included, and where its value does. */
interface Cut {
  readonly key: BlockKey
  readonly zone: Label['zone']
  readonly label: number
  readonly value: number
}

const spaced = (words: string): string => literally(words).replace(/ /g, '\\s+')
const LABELS = COVER_LABELS.map(({ key, zone, words }) => {
  return { key, zone, pattern: new RegExp(`(?<![^\\s”"’')\\].])${spaced(words)}(?=\\s|$)`, 'u') }
})
const SLOGANS = /^(?:\s*(?:Digital\s+Archive|International\s+History\s+Declassified|digitalarchive\.\S+))+/
/** What a file contains, at the beginning of a text. */
export const CONTENTS =
  /^(?:\s*(?:\p{Lu}\p{Ll}+\s+Translation|Translation\s+-\s+\p{Lu}\p{Ll}+|Scan\s+of\s+Original\s+Document|(?:\p{Lu}\p{Ll}+\s+)?Transcription|Original\s+(?:Document|Scan))(?![\p{L}]))+/u
/** The citation of a cover names the archive: behind a quoted title and a date. */
const REPOSITORIES = publishers.flatMap(({ names }) => names).map(spaced)
const CITED = new RegExp(`[“"](?<!\\p{L}["“])[^“”"]{4,500}[”"]\\s*,?[^“”"]{0,40}?(?:${REPOSITORIES.join('|')})`, 'u')
const ADDRESS = /https?:\/\/\S+/
const PARAGRAPH = /(?<=[.)”"])[^\S\n]*\n[^\S\n]*\n/
/** In characters: how far into a text its cover may begin, and how much of what no label ends can be a summary. */
const [HEAD, COVER, SUMMARY] = [1500, 6000, 1500]

/** A cover has a citation, with its label or by its form, and one more of the labels. */
export function isCoverRun(page: Page): boolean {
  const cuts = cutsOf(page.text.slice(startOf(page)))
  const labelled = cuts.filter(({ label, value }) => value > label)
  return cuts.some(({ key }) => key === 'citation') && labelled.some(({ key }) => key !== 'citation')
}

/** How many of the parts of a cover a text shows, wherever in a line their labels stand. */
export const labelsInRun = (page: Page): number => cutsOf(page.text.slice(startOf(page))).length

export function coverRunBlocks(page: Page): Block[] {
  const from = startOf(page)
  const text = page.text.slice(from)
  const cuts = cutsOf(text)
  const lines = (start: number, end: number) => linesOf(page.text, false, from + start, from + end)
  const blocks = cuts.flatMap(({ key, zone, value }, at) => {
    const end = cuts[at + 1]?.label ?? text.length
    const own = at === cuts.length - 1 ? value + lengthOfLast(key, text.slice(value)) : end
    return [
      { key, zone, lines: lines(value, own) },
      { key: 'text' as const, zone: 'body' as const, lines: lines(own, end) },
    ]
  })
  const slogans = SLOGANS.exec(text)?.[0].length ?? 0
  const title = slogans + dateLength(text.slice(slogans, cuts[0]?.label ?? 0))
  const head: Block[] = [
    { key: 'date', zone: 'page-header', lines: lines(slogans, title) },
    { key: 'title', zone: 'page-header', lines: lines(title, cuts[0]?.label ?? 0) },
  ]
  return [...head, ...blocks].filter((block) => block.lines.length > 0)
}

/** How far the date reaches with which a head begins; the break of a line may stand in it. */
function dateLength(head: string): number {
  const [date] = findDates(head.replace(/\n/g, ' '))
  return date !== undefined && head.slice(0, date.start).trim() === '' ? date.end : 0
}

const startOf = ({ lines }: Page): number => lines[0]?.start ?? 0

/** The parts in their order: the first of each label, none behind the label of the contents, which ends the cover. */
function cutsOf(text: string): Cut[] {
  const cover = text.slice(0, HEAD + COVER)
  const found = LABELS.flatMap(({ key, zone, pattern }): Cut[] => {
    const match = pattern.exec(cover)
    return match === null ? [] : [{ key, zone, label: match.index, value: match.index + match[0].length }]
  })
  const end = found.find(({ key }) => key === 'contents')?.label ?? cover.length
  const cuts = withCitation(
    cover,
    found.filter(({ label }) => label <= end),
  )
  return withContents(text, withLanguage(text, withSummary(text, cuts))).sort((a, b) => a.label - b.label)
}

function withCitation(cover: string, cuts: Cut[]): Cut[] {
  if (cuts.some(({ key }) => key === 'citation')) return cuts
  const at = CITED.exec(cover)?.index
  const first = Math.min(...cuts.map(({ label }) => label), cover.length)
  return at === undefined || at > HEAD || at > first
    ? cuts
    : [...cuts, { key: 'citation', zone: 'citation', label: at, value: at }]
}

/** A summary without its label stands behind the address with which the citation ends, or behind its empty line. */
function withSummary(text: string, cuts: Cut[]): Cut[] {
  const citation = cuts.find(({ key }) => key === 'citation')
  if (citation === undefined || cuts.some(({ key }) => key === 'summary')) return cuts
  const next = Math.min(...cuts.filter(({ label }) => label > citation.label).map(({ label }) => label))
  const cited = text.slice(citation.value, next)
  const address = ADDRESS.exec(cited) ?? PARAGRAPH.exec(cited)
  if (address === null || !Number.isFinite(next)) return cuts
  const at = citation.value + address.index + address[0].length
  return text.slice(at, next).trim() === ''
    ? cuts
    : [...cuts, { key: 'summary', zone: 'summary', label: at, value: at }]
}

/** A language without its label stands alone before the contents, behind the last sentence. */
function withLanguage(text: string, cuts: Cut[]): Cut[] {
  const contents = cuts.find(({ key }) => key === 'contents')
  if (contents === undefined || cuts.some(({ key }) => key === 'language')) return cuts
  const word = /[.!?”"]\s+(?<word>\p{Lu}\p{L}+)\s*$/du.exec(text.slice(0, contents.label))
  const at = word?.indices?.groups?.['word']?.[0]
  if (at === undefined || languageCode(word?.groups?.['word'] ?? '') === undefined) return cuts
  return [...cuts, { key: 'language', zone: 'catalogue', label: at, value: at }]
}

/** Behind a language that nothing follows stands what the file contains, or the text. */
function withContents(text: string, cuts: Cut[]): Cut[] {
  const last = cuts.toSorted((a, b) => a.label - b.label).at(-1)
  if (last?.key !== 'language') return cuts
  const word = /^\s*\p{Lu}\p{L}+/u.exec(text.slice(last.value))?.[0] ?? ''
  const at = last.value + (languageCode(word.trim()) === undefined ? 0 : word.length)
  return [...cuts, { key: 'contents', zone: 'catalogue', label: at, value: at }]
}

/** How much of what follows the last label is its value; the text of the document begins there. */
function lengthOfLast(key: BlockKey, words: string): number {
  if (key === 'contents') return CONTENTS.exec(words)?.[0].length ?? 0
  // Nothing tells the end of a long summary from the text; what is not told apart is text.
  return key === 'summary' && words.length > SUMMARY ? 0 : words.length
}
