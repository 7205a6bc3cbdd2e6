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

/** Ties of some years added up: the strongest first, equal ones by name. */
export function addedUp(
  ties: Iterable<YearlyTie>,
  years: Years,
  isWanted: (tie: YearlyTie) => boolean = () => true,
): Tie[] {
  const sums = new Map<
    string,
    { a: string; b: string; count: number; earliest: string; latest: string; kinds: Map<string, number> }
  >()
  for (const tie of ties) {
    if (!isWithin(tie.year, years) || !isWanted(tie)) continue
    const key = `${tie.a}\t${tie.b}`
    const known = sums.get(key)
    const sum = known ?? { a: tie.a, b: tie.b, count: 0, earliest: '', latest: '', kinds: new Map<string, number>() }
    if (known === undefined) sums.set(key, sum)
    sum.count += tie.count
    sum.kinds.set(tie.kind, (sum.kinds.get(tie.kind) ?? 0) + tie.count)
    if (tie.earliest !== '' && (sum.earliest === '' || tie.earliest < sum.earliest)) sum.earliest = tie.earliest
    if (tie.latest > sum.latest) sum.latest = tie.latest
  }
  return [...sums.values()].sort((x, y) => y.count - x.count || compare(x.a, y.a) || compare(x.b, y.b))
}

/** How strongly each thing is tied, the strongest first. */
export function strengths(
  ties: readonly Tie[],
  ends: (tie: Tie) => readonly string[] = ({ a, b }) => [a, b],
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const tie of ties) for (const end of ends(tie)) sums.set(end, (sums.get(end) ?? 0) + tie.count)
  return new Map([...sums].sort(([x, m], [y, n]) => n - m || compare(x, y)))
}

export const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
