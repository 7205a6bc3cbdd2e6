/** Names in time: which of the rows that share a name is meant at a date, and whether a thing is there yet. */
import type { DateValue } from '../document.ts'
import { dateValue } from '../grammar/calendar.ts'
import type { AuthorityFiles } from './rows.ts'

/** First and last day; an absent one is open. */
export interface Period {
  readonly from?: string
  readonly to?: string
}

/** When something was written, as far as it is known. */
export type When = Pick<DateValue, 'earliest' | 'latest'>

/** The days of two EDTF cells. */
export function periodOf({ from, to }: { readonly from?: string; readonly to?: string }): Period {
  const first = from === undefined ? undefined : dateValue(from)?.earliest
  const last = to === undefined ? undefined : dateValue(to)?.latest
  return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) }
}

/** The periods of bodies and positions: their own, else that of the state; a post needs both of its states. */
export function periodsOf({ bodies, positions }: AuthorityFiles): ReadonlyMap<string, Period> {
  const own = new Map(bodies.map((row) => [row.id, periodOf(row)]))
  const inherited = bodies.map(({ id, represents = '' }): [string, Period] => [
    `bodies/${id}`,
    { ...own.get(represents), ...own.get(id) },
  ])
  const posts = positions.map(({ id, represents = '', accreditedTo = '' }): [string, Period] => {
    const begun = [represents, accreditedTo].flatMap((state) => own.get(state)?.from ?? [])
    const from = begun.sort().at(-1)
    return [`positions/${id}`, from === undefined ? {} : { from }]
  })
  return new Map([...inherited, ...posts])
}

export const overlap = (one: Period, other: Period): boolean =>
  (one.from ?? '') <= (other.to ?? '9999') && (other.from ?? '') <= (one.to ?? '9999')

/** Whether all of the date lies before the period. */
export const isBefore = (when: When | undefined, { from }: Period): boolean =>
  when?.latest !== undefined && from !== undefined && when.latest < from

/**
 * Of things that share a name and follow one another in time, the one in force at the date; where the date is unknown
 * or meets two of them, the one that has no end.
 */
export function inForce<T extends { readonly period: Period }>(
  things: readonly T[],
  when: When | undefined,
): T | undefined {
  const { earliest, latest } = when ?? {}
  const met =
    earliest === undefined || latest === undefined
      ? things
      : things.filter(({ period }) => overlap(period, { from: earliest, to: latest }))
  const chosen = met.length > 1 ? things.filter(({ period }) => period.to === undefined) : met
  return chosen.length === 1 ? chosen[0] : undefined
}
