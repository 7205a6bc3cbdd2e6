/** The text of a document, where the data publish it: the settings of its source say so by giving the words of its sources. */
import { dip } from '../rdf/vocabulary/dip.ts'
import type { Release } from './read.ts'

/** Documents of a release of which it is known whether their text is open. */
const known = new WeakMap<Release, Map<string, boolean>>()
const MOST_KNOWN = 100_000

/**
 * The text of a document, each edition's, or undefined where it may not be published in full. A text by which a document
 * may be found is not enough: every source of it must be published with its words.
 */
export async function fullText(release: Release, document: string): Promise<string | undefined> {
  return (await isTextOpen(release, document)) ? release.text(document) : undefined
}

/** Whether there is such a text. */
export async function isTextOpen(release: Release, document: string): Promise<boolean> {
  // Most collections publish no text at all.
  if ((release.manifest.counts.properties[dip.text.value] ?? 0) === 0) return false
  const answers = known.get(release) ?? new Map<string, boolean>()
  known.set(release, answers)
  const answer = answers.get(document) ?? (await findOut(release, document))
  if (answers.size < MOST_KNOWN) answers.set(document, answer)
  return answer
}

async function findOut({ iris, graph, text }: Release, document: string): Promise<boolean> {
  const slug = iris.parse(document)?.slug
  const stated = (await graph(iris.graph(`document/${slug}`))) ?? []
  const pages = stated.filter(({ predicate }) => predicate.equals(dip.shownOn)).map(({ object }) => object.value)
  const sources = new Set(pages.map((page) => iris.parse(page)?.slug))
  if (sources.size === 0 || text(document) === undefined) return false
  const open = await Promise.all(
    [...sources].map(async (source) =>
      ((await graph(iris.graph(`source/${source}`))) ?? []).some(({ predicate }) => predicate.equals(dip.text)),
    ),
  )
  return open.every(Boolean)
}
