/** The part of the untyped package `edtf` that the date grammar uses. */
declare module 'edtf' {
  interface ParsedDate {
    readonly type: 'Date' | 'Season' | 'Interval' | 'Year' | 'Decade' | 'Century' | 'List' | 'Set'
    /** Year, month from 0, day: as many as the date has. For an interval its two ends. */
    readonly values: readonly unknown[]
    readonly unspecified?: number
  }
  /** Syntax tree of an expression; throws when the expression is not EDTF of the level. */
  export function parse(expression: string, constraints?: { readonly level?: number }): ParsedDate
  /** `min` and `max` are milliseconds since 1970 in UTC, infinite where an interval is open. */
  // biome-ignore lint/style/noDefaultExport: the package exports it so.
  export default function edtf(parsed: ParsedDate): { readonly min: number; readonly max: number }
}
