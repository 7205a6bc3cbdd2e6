/** Documents by year as a strip of bars, each a link; the same as a list for who does not see it. */

import type { VNode } from 'preact'
import { number } from './numbers.ts'

export interface YearStripProps {
  readonly heading: string
  readonly years: readonly { readonly year: number; readonly count: number }[]
  readonly undated: number
  /** The address of the documents of some years. */
  address(from: string, to: string): string
}

/** Units of the drawing. */
const WIDTH = 300
const HEIGHT = 56
/** Bars at most: more years than that are drawn by five, ten and so on. */
const MOST_BARS = 60
const STEPS = [1, 5, 10, 25, 50, 100, 250, 500]

/** Years together, so that there are not too many. */
export function spans(
  years: YearStripProps['years'],
): readonly { readonly first: number; readonly last: number; readonly count: number }[] {
  const [begin, end] = [years[0]?.year, years.at(-1)?.year]
  if (begin === undefined || end === undefined) return []
  const step = STEPS.find((size) => (end - begin + 1) / size <= MOST_BARS) ?? 1000
  const counts = new Map<number, number>()
  for (const { year, count } of years) {
    const first = Math.floor(year / step) * step
    counts.set(first, (counts.get(first) ?? 0) + count)
  }
  return [...counts].map(([first, count]) => ({ first, last: first + step - 1, count }))
}

const padded = (year: number): string => String(year).padStart(4, '0')

export function YearStrip({ heading, years, undated, address }: YearStripProps): VNode | null {
  const bars = spans(years)
  const [first, last] = [bars[0]?.first, bars.at(-1)?.last]
  if (first === undefined || last === undefined) return null
  const most = Math.max(...bars.map(({ count }) => count))
  const unit = WIDTH / (last - first + 1)
  const label = (span: (typeof bars)[number]) =>
    `${span.first === span.last ? span.first : `${span.first}–${span.last}`}: ${number(span.count)}`
  return (
    <section class="years" aria-label={heading}>
      <h3>{heading}</h3>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each bar is a link that says what it is */}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="strip" preserveAspectRatio="none">
        {bars.map((span) => {
          const height = Math.max(2, (span.count / most) * HEIGHT)
          const width = Math.max(1, unit * (span.last - span.first + 1) - Math.min(1, unit / 5))
          return (
            <a
              key={span.first}
              data-years={`${span.first} ${span.last}`}
              href={address(padded(span.first), padded(span.last))}
              rel="nofollow"
              aria-label={label(span)}
            >
              <title>{label(span)}</title>
              <rect class="reach" x={(span.first - first) * unit} y={0} width={width} height={HEIGHT} />
              <rect x={(span.first - first) * unit} y={HEIGHT - height} width={width} height={height} />
            </a>
          )
        })}
      </svg>
      <p class="small year-ends">
        <span>{first}</span>
        {undated > 0 && <span>{number(undated)} undated</span>}
        <span>{last}</span>
      </p>
    </section>
  )
}
