/** The sample collection as a release of its own: real documents for the crosswalks. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSettings } from '../../src/config.ts'
import { documentFacts } from '../../src/crosswalk/facts.ts'
import type { DocumentFacts } from '../../src/crosswalk/record.ts'
import { publish } from '../../src/publish.ts'
import { currentFolder, openRelease, type Release } from '../../src/release/read.ts'

const data = join(import.meta.dirname, '../../data')

export const BASE = 'http://example.org'

export interface Sample {
  readonly release: Release
  /** The facts of a document, or of a message inside it. */
  facts(slug: string, fragment?: string): Promise<DocumentFacts>
  remove(): Promise<void>
}

/** Builds and opens the sample collection. */
export async function buildSample(): Promise<Sample> {
  const out = mkdtempSync(join(tmpdir(), 'dragoman-'))
  const { settings } = loadSettings({ beside: [data], environment: {}, flags: { out, base: BASE } })
  await publish([join(data, 'documents')], { settings: { ...settings, registry: join(out, 'registry.csv') } })
  const release = await openRelease(currentFolder(out) ?? '')
  const { iris } = release
  return {
    release,
    facts: async (slug, fragment) => {
      const iri = iris.thing('document', slug)
      const quads = await release.describe(iri)
      if (quads === undefined) throw new Error(`The sample has no ${slug}.`)
      return documentFacts(quads, iris, fragment === undefined ? iri : iris.part(iri, fragment))
    },
    remove: async () => {
      await release.close()
      rmSync(out, { recursive: true })
    },
  }
}
