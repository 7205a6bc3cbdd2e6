/** Ties between things, over some years: added up, and the strongest of them. */

export interface YearlyTie {
  readonly a: string
  readonly b: string
  readonly kind: string
  readonly year: number | undefined
  readonly count: number
  readonly earliest: string
  readonly latest: string
}

export interface Years {
  readonly from?: number
  readonly to?: number
}

export interface Tie {
  readonly a: string
  readonly b: string
  readonly count: number
  /** First and last day, or empty. */
  readonly earliest: string
  readonly latest: string
  /** How many of each kind, where kinds are told apart. */
  readonly kinds: ReadonlyMap<string, number>
}

/** Whether a year lies within some; one that is not known lies in all years together and in no span. */
export const isWithin = (year: number | undefined, { from, to }: Years): boolean =>
  year === undefined
    ? from === undefined && to === undefined
    : year >= (from ?? Number.NEGATIVE_INFINITY) && year <= (to ?? Number.POSITIVE_INFINITY)

/** While it is added up. */
type Sum = { -readonly [Key in keyof Tie]: Tie[Key] } & { kinds: Map<string, number> }

/** What a tie has that no kinds are told apart of. */
const NO_KINDS: Map<string, number> = new Map()

/**
 * Ties of some years added up, in their order.
 * @param ties those of two things one after another, as a release has them
 */
export function addedUp(
  ties: Iterable<YearlyTie>,
  years: Years,
  isWanted: (tie: YearlyTie) => boolean = () => true,
): Tie[] {
  const sums: Tie[] = []
  let sum: Sum | undefined
  for (const tie of ties) {
    if (!isWithin(tie.year, years) || !isWanted(tie)) continue
    const { a, b, kind, count, earliest, latest } = tie
    if (sum === undefined || sum.a !== a || sum.b !== b) {
      sum = { a, b, count: 0, earliest: '', latest: '', kinds: kind === '' ? NO_KINDS : new Map() }
      sums.push(sum)
    }
    sum.count += count
    if (kind !== '') sum.kinds.set(kind, (sum.kinds.get(kind) ?? 0) + count)
    if (earliest !== '' && (sum.earliest === '' || earliest < sum.earliest)) sum.earliest = earliest
    if (latest > sum.latest) sum.latest = latest
  }
  return sums
}

/** The strongest first, equal ones by name. */
export const strongestFirst = (ties: readonly Tie[]): Tie[] =>
  ties.toSorted((x, y) => y.count - x.count || compare(x.a, y.a) || compare(x.b, y.b))

/** How strongly each thing is tied, the strongest first. @param ends which of the two are counted */
export function strengths(ties: readonly Tie[], ends: readonly ('a' | 'b')[] = ['a', 'b']): Map<string, number> {
  const sums = new Map<string, number>()
  for (const end of ends) for (const tie of ties) sums.set(tie[end], (sums.get(tie[end]) ?? 0) + tie.count)
  return new Map([...sums].sort(([x, m], [y, n]) => n - m || compare(x, y)))
}

/** The order of texts by their code units: below, equal to or above 0. */
export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
