/** Which of the dates of a document stands for it. A pure choice among statements; all of them are kept elsewhere. */
import type { StatedDate } from '../document.ts'

/** Best first: what the paper says of itself, then the publisher's date, then what is read off titles and citations. */
const RANK: readonly string[] = [
  'entry',
  'document signature',
  'document form-field',
  'document heading',
  'catalogue page-header',
  'catalogue citation',
  'document title',
  'document citation',
  'document text',
  'document stamp',
  'document inference',
]

function rankOf({ role, basis }: StatedDate): number {
  if (role === 'period') return RANK.length + 1
  const rank = RANK.findIndex((r) => r === role || r === `${role} ${basis}`)
  return rank === -1 ? RANK.length : rank
}

const within = (inner: StatedDate, outer: StatedDate): boolean =>
  inner.earliest !== undefined &&
  inner.latest !== undefined &&
  inner.earliest >= (outer.earliest ?? '') &&
  inner.latest <= (outer.latest ?? '9999') &&
  (inner.earliest !== outer.earliest || inner.latest !== outer.latest)

/**
 * The date by which a document is sorted, cited and addressed: the best ground wins, and a narrower date inside it
 * is better still (`May 1950` on the paper, `14 May 1950` in the catalogue).
 */
export function preferredDate(dates: readonly StatedDate[]): StatedDate | undefined {
  const usable = dates.filter(({ precision }) => precision !== 'unknown')
  const [best, ...others] = usable.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.edtf < b.edtf ? -1 : 1))
  return best && (others.find((date) => date.role !== 'period' && within(date, best)) ?? best)
}

/** The date under which a publisher lists a document, which its rows and pages share; else the preferred one. */
export function listedDate(dates: readonly StatedDate[]): string | undefined {
  const catalogue = dates.filter(({ role }) => role === 'catalogue')
  return preferredDate(catalogue.length > 0 ? catalogue : dates)?.edtf
}
