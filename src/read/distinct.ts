/** When two statements of one page say the same. */
import type { Found, Numbering, Party, StatedDate } from '../document.ts'

export const dateKey = ({ value }: Found<StatedDate>): string => `${value.role} ${value.basis} ${value.edtf}`
export const partyKey = ({ value }: Found<Party>): string => `${value.role} ${value.name.label}`
export const numberKey = ({ value }: Found<Numbering>): string => `${value.kind} ${value.value}`

/** The first of equal values, in order. */
export function distinct<T>(values: readonly T[], key: (value: T) => string): T[] {
  const seen = new Set<string>()
  return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)))
}
