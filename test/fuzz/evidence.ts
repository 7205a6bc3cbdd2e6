/** Checks that evidence is true: every value with words stands where it says, in the record and in the RDF. */
import type { Quad } from '@rdfjs/types'
import type { Reading, Words } from '../../dist/document.js'

/** Every place in the readings whose words differ from the text at their offsets; empty when all is well. */
export function falseEvidence(reading: Pick<Reading, 'source' | 'documents' | 'listing'>): Words[] {
  return wordsIn([reading.documents, reading.listing]).filter((words) => !isTrue(words, reading.source.text))
}

/** Whether words stand where they say. */
export const isTrue = ({ words, span: { start, end } }: Words, text: string): boolean =>
  words !== '' && start >= 0 && end <= text.length && text.slice(start, end) === words

/** All words in a value, however deep. */
export function wordsIn(value: unknown): Words[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'words' in value && 'span' in value ? [value as Words] : []
  return [...own, ...Object.values(value).flatMap(wordsIn)]
}

const DIP = 'https://w3id.org/diplomacy/ontology#'
const HAS_SOURCE = 'http://www.w3.org/ns/oa#hasSource'

export interface QuoteCheck {
  readonly checked: number
  /** Evidence whose quote is not what stands at its offsets: a sentence each. */
  readonly faults: readonly string[]
}

/**
 * Compares every quote in some quads with the text at its offsets, counted in code points.
 * @param textOf the text of a source, by the slug in its IRI
 */
export function checkQuotes(quads: Iterable<Quad>, textOf: (slug: string) => string | undefined): QuoteCheck {
  const nodes = new Map<string, Map<string, string>>()
  for (const { subject, predicate, object } of quads) {
    const { value: name } = predicate
    if (name !== HAS_SOURCE && !name.startsWith(DIP)) continue
    const node = nodes.get(subject.value) ?? new Map<string, string>()
    nodes.set(subject.value, node.set(name, object.value))
  }
  const points = new Map<string, readonly string[]>()
  const pointsOf = (slug: string): readonly string[] | undefined => {
    const text = points.has(slug) ? undefined : textOf(slug)
    if (text !== undefined) points.set(slug, [...text])
    return points.get(slug)
  }
  const faults: string[] = []
  let checked = 0
  for (const [node, values] of nodes) {
    const quote = values.get(`${DIP}quote`)
    if (quote === undefined) continue
    checked++
    const slug = values.get(HAS_SOURCE)?.split('/').at(-1) ?? ''
    const [start, end] = [Number(values.get(`${DIP}startOffset`)), Number(values.get(`${DIP}endOffset`))]
    const there = pointsOf(slug)?.slice(start, end).join('')
    if (there !== quote)
      faults.push(
        `${node} quotes ${JSON.stringify(quote)}; at ${start} to ${end} of ${slug} stands ${JSON.stringify(there)}`,
      )
  }
  return { checked, faults }
}
