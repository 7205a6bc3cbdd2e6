import { Store } from 'oxigraph'
import { describe, expect, test } from 'vitest'
import { hasMoreRows } from '../../src/engine/rows.ts'

const FORMATS = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
]
// Values that look like the ends and beginnings of rows.
const VALUES = ['"}},{\\""', '"\\\\"', '"a\\nb\\r\\n"', '"<result>"', '"[{"', '"\\"\\""', 'UNDEF', '1']

describe.each(FORMATS)('counting rows of %s', (format) => {
  test.each([0, 1, 3, VALUES.length])('%i rows', (rows) => {
    const query = `SELECT * { VALUES (?results ?bindings) { ${VALUES.slice(0, rows)
      .map((value) => `(${value} ${value})`)
      .join(' ')} } }`
    const text = String(new Store().query(query, { results_format: format }))
    expect(hasMoreRows(text, format, rows)).toBe(false)
    expect(hasMoreRows(text, format, rows - 1)).toBe(true)
  })
})
