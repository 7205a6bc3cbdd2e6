/** Reference numbers where they stand, each with the date behind it. */
import type { DateValue, Found, Numbering } from '../document.ts'
import { findNumbers, type NumberMatch } from '../grammar/number.ts'
import { part, readable, type Stretch, whole } from './evidence.ts'
import { optional } from './optional.ts'

/** The numbers of a stretch; `alone` takes those too that stand on a line without a label. */
export function numbersIn(stretch: Stretch, alone: boolean): Found<Numbering>[] {
  return findNumbers(readable(stretch), { alone }).map((match) => placedNumber(stretch, match))
}

/** A number with its date, which the grammar places relative to the words it was given. */
export function placedNumber(stretch: Stretch, { value, start, end, date }: NumberMatch): Found<Numbering> {
  const dated = date && whole<DateValue>(part(stretch, date.start, date.end), date.value, 'date')
  const certainty = value.kind === 'unlabelled' && value.label === '' ? 'uncertain' : undefined
  return whole(part(stretch, start, end), { ...value, ...optional('date', dated) }, 'number', certainty)
}
