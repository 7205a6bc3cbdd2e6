/** How many rows a SPARQL result has, counted in its text. */

/** JSON: the objects that open in the array of the object of the root object. */
function countJson(text: string): number {
  let depth = 0
  let rows = 0
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22:
        for (i = text.indexOf('"', i + 1); isEscaped(text, i); i = text.indexOf('"', i + 1));
        break
      case 0x7b:
        if (depth === 3) rows++
        depth++
        break
      case 0x5b:
        depth++
        break
      case 0x5d:
      case 0x7d:
        depth--
    }
  }
  return rows
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}

/** CSV: line ends outside quotes, without the header's. */
function countCsv(text: string): number {
  let lines = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x22) quoted = !quoted
    else if (code === 0x0a && !quoted) lines++
  }
  return lines - 1
}

/** TSV: line ends; those of values are escaped. */
function countTsv(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines - 1
}

/** XML: `result` elements; `<` of values is escaped. */
const countXml = (text: string): number => text.match(/<result[\s/>]/g)?.length ?? 0

const COUNTERS: Readonly<Record<string, (text: string) => number>> = {
  'application/sparql-results+json': countJson,
  'application/sparql-results+xml': countXml,
  'text/csv': countCsv,
  'text/tab-separated-values': countTsv,
}

/** Whether a SELECT result in one of the four formats has more rows than `most`; false for any other media type. */
export function hasMoreRows(text: string, mediaType: string, most: number): boolean {
  // A row takes at least one character, so that most results need not be read.
  return text.length > most && (COUNTERS[mediaType]?.(text) ?? 0) > most
}
