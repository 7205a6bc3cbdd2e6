/** Escapes of code points in SPARQL: `\u0041` may stand anywhere for `A`, and is read before the grammar. */

export const ESCAPES = /\\u/i

/** The text with its code points in place of their escapes. */
export const withoutEscapes = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})|\\U([0-9a-f]{8})/gi, (written, short?: string, long?: string) => {
    const code = Number.parseInt(short ?? long ?? '', 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : written
  })
