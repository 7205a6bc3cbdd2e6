/** A page that shows one day of a journal under the cover sheet of the whole journal. */
import { blankDocument, type SourceDocument } from '../document.ts'
import { dateKey, distinct } from './distinct.ts'
import { optional } from './optional.ts'
import type { PaperFacts } from './paper.ts'

/**
 * The journal whose cover sheet the header is, or undefined. Numbers, stamps, copies, signature and distribution list
 * belong to it and not to the day; so does the reference, whose folios are those of the whole journal.
 */
export function journalOf(
  paper: PaperFacts,
  entry: Pick<SourceDocument, 'source' | 'archival'>,
): SourceDocument | undefined {
  const { heading, ...facts } = paper
  const period = paper.dates.find(({ value }) => value.role === 'period')
  if (heading === undefined || paper.type?.value !== 'journal' || period === undefined) return undefined
  return {
    ...blankDocument(entry.source, 'carrier'),
    ...facts,
    ...optional('title', heading),
    dates: [
      { ...period, value: { ...period.value, basis: 'title' } },
      ...distinct(
        facts.dates.filter((date) => date !== period),
        dateKey,
      ),
    ],
    archival: entry.archival,
  }
}
