/** Dates as a reader reads them. */

/** An EDTF date with its time of day as a clock shows it: `1950-05-14T04:10:00` becomes `1950-05-14 04:10`. */
export const readableDate = (edtf: string): string => edtf.replace(/T(\d\d:\d\d)(?::\d\d)?(?:Z|[+-][\d:]+)?/g, ' $1')

/** Whether a date is a year, month, day or time that readers know as they see it: no season (`1948-23`), no interval. */
export const isPlainDate = (edtf: string): boolean => /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d(?:T[\d:]+)?)?)?$/.test(edtf)
