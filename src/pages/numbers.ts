/** Numbers as a reader of English writes them. */

/** `2,000`. */
export const number = (count: number): string => count.toLocaleString('en')

/** `1 document`, `2,000 documents`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`
