/** A reading as it is compared: without the digests, empty lists left out, spans on one line. */
import type { Reading } from '../../src/document.ts'

export const comparable = (...readings: readonly Partial<Reading>[]): string =>
  readings.map((reading) => `${JSON.stringify(reading, brief, 2)}\n`).join('')

/** For `JSON.stringify`. */
export function brief(key: string, value: unknown): unknown {
  if (Array.isArray(value) && value.length === 0) return undefined
  if ((key === 'span' || key === 'text') && typeof value === 'object') return brief('zones', [value])
  if (key !== 'zones') return value
  const spans = (value as { start: number; end: number; zone: string }[]).map((s) => `${s.zone} ${s.start}-${s.end}`)
  return spans.join(', ')
}
