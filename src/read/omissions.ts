/** Marks by which an edition says that words are left out. */
import type { Match } from '../grammar/match.ts'

type Omission = 'editorial' | 'illegible' | 'withheld'

const MARKS: readonly { readonly kind: Omission; readonly pattern: RegExp }[] = [
  { kind: 'editorial', pattern: /[[(]\s*(?:\.\s?){3,4}\s*[\])]|[[(]\s*[.…]{0,3}…[.…]{0,3}\s*[\])]/gu },
  { kind: 'editorial', pattern: /\[(?:pages?|paragraphs?|lines?|text|sentences?)\s+(?:missing|omitted)[^\]]*\]/giu },
  { kind: 'illegible', pattern: /\[[^[\]]*\billegible\b[^[\]]*\]/giu },
  {
    kind: 'withheld',
    pattern: /\[[^[\]]*\b(?:redacted|excised|withheld|sanitized|not declassified|blacked out)\b[^[\]]*\]/giu,
  },
]

/** The marks in a text, in order. */
export function findOmissions(text: string): Match<Omission>[] {
  return MARKS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((mark) => ({ value: kind, start: mark.index, end: mark.index + mark[0].length })),
  ).sort((a, b) => a.start - b.start)
}
