/** Dates as a reader reads them. */

/** An EDTF date with its time of day as a clock shows it: `1950-05-14T04:10:00` becomes `1950-05-14 04:10`. */
export const readableDate = (edtf: string): string => edtf.replace(/T(\d\d:\d\d)(?::\d\d)?(?:Z|[+-][\d:]+)?/g, ' $1')
