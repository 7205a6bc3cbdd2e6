/** The number by which a document is called where it has no title. */
import type { Numbering } from '../document.ts'

/** Kinds of numbers by how well one tells a document from others. */
const KINDS: readonly Numbering['kind'][] = [
  'issuing',
  'outgoing',
  'telegram',
  'special',
  'registry',
  'incoming',
  'unlabelled',
]

/** The number of the best kind; of two the first on the paper. */
export function callNumber(numbers: readonly Numbering[]): string | undefined {
  return numbers.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))[0]?.value
}
