/** Checks that a reading's evidence is true: every value with words stands where it says. */
import type { Reading, Words } from '../../src/document.ts'

/** Every place in the readings whose words differ from the text at their offsets; empty when all is well. */
export function falseEvidence(reading: Reading): Words[] {
  const { text } = reading.source
  return wordsIn([reading.documents, reading.listing]).filter(
    ({ words, span }) => words === '' || text.slice(span.start, span.end) !== words,
  )
}

/** All words in a value, however deep. */
export function wordsIn(value: unknown): Words[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'words' in value && 'span' in value ? [value as Words] : []
  return [...own, ...Object.values(value).flatMap(wordsIn)]
}
