/** The grammar of clock times: `4:10 am`, `03:15 a.m.`, `11.15 p.m.`, `16:00`, `10 p.m.`; never a time zone. */
import type { Match } from './match.ts'

const HALF_DAY = String.raw`(?<half>[ap])\.?\s?m\b\.?`
const CLOCK = String.raw`(?:(?<hour>\d{1,2})(?<mark>[:.])(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?(?!\d|[.:]\d)(?:\s?${HALF_DAY})?|(?<full>\d{1,2})\s?${HALF_DAY.replace('half', 'half2')})`

/** `20 hours 05 minutes`. */
const WORDS = String.raw`(?<hours>\d{1,2})\s{1,3}hours?\s{1,3}(?<minutes>[0-5]?\d)\s{1,3}minutes?`

/** `—4 p.m.`, ` at 03:15 a.m.`, ` 5:30`, `, 10 a.m.` after a date. */
const AFTER_DATE = new RegExp(String.raw`(?:\s?[—–-]\s?|,?\s{1,3}(?:at\s{1,3})?)${CLOCK}`, 'iuy')
/** `4:10 am, ` before a date. */
const BEFORE_DATE = new RegExp(String.raw`(?<![\d.:])(?:${CLOCK}|${WORDS}),?\s{1,3}(?:on\s{1,3})?$`, 'iu')
const LONGEST = 30

/** The clock time that follows a date ending at `position`: `HH:MM:SS`, with its joining words in the span. */
export function timeAfter(text: string, position: number): Match<string> | undefined {
  AFTER_DATE.lastIndex = position
  const found = AFTER_DATE.exec(text)
  const value = found && read(found.groups)
  return found && value ? { value, start: found.index, end: found.index + found[0].length } : undefined
}

/** The clock time that stands before a date beginning at `position`. */
export function timeBefore(text: string, position: number): Match<string> | undefined {
  const from = Math.max(0, position - LONGEST)
  const found = BEFORE_DATE.exec(text.slice(from, position))
  const value = found && read(found.groups)
  return found && value ? { value, start: from + found.index, end: position } : undefined
}

function read(groups: Record<string, string | undefined> = {}): string | undefined {
  const half = (groups.half ?? groups.half2)?.toLowerCase()
  // `11.15` without a.m. or p.m. may be any number.
  if (groups.mark === '.' && half === undefined) return undefined
  let hour = Number(groups.hour ?? groups.full ?? groups.hours)
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  if (hour > 23) return undefined
  return [hour, groups.minute ?? groups.minutes ?? 0, groups.second ?? 0]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
