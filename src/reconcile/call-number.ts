/** The number by which a document is called where it has no title. */
import type { Numbering, SourceDocument } from '../document.ts'

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
export function callNumber({ numbers }: SourceDocument): string | undefined {
  return numbers.toSorted((a, b) => KINDS.indexOf(a.value.kind) - KINDS.indexOf(b.value.kind))[0]?.value.value
}
