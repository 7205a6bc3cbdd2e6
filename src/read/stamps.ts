/** Stamps on the paper, with the places of all that they say. */
import type { Found, Stamp } from '../document.ts'
import { findStamps } from '../grammar/stamp.ts'
import { find, part, readable, type Stretch, whole } from './evidence.ts'
import { optional } from './optional.ts'

/** The stamps that an edition describes within a stretch. Their zone is `stamp`. */
export function readStamps(stretch: Stretch): Found<Stamp>[] {
  const zone: Stretch = { ...stretch, zone: 'stamp' }
  return findStamps(readable(zone)).map(({ value, start, end }) => {
    const date = value.date && whole(part(zone, value.date.start, value.date.end), value.date.value, 'date')
    const stamp: Stamp = {
      ...optional('office', value.office),
      ...optional('date', date),
      numbers: find(zone, () => value.numbers, 'number'),
      markings: find(zone, () => value.markings, 'marking'),
      incomplete: value.incomplete,
    }
    return whole(part(zone, start, end), stamp, 'stamp')
  })
}
