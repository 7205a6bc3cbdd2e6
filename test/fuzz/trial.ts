/** One trial: an input goes the way that it goes in a build, up to the lines that would be published. */
import type { Quad } from '@rdfjs/types'
import { loadAuthority } from '../../dist/authority/load.js'
import { loadSettings } from '../../dist/config.js'
import type { Reading } from '../../dist/document.js'
import { createIris } from '../../dist/iris.js'
import { type MapContext, mapDocument, mapListing } from '../../dist/map/index.js'
import { read } from '../../dist/read/index.js'
import { assemble, assembleListing, cardsOf, reconcile } from '../../dist/reconcile/index.js'
import { emptyRegistry } from '../../dist/registry.js'
import { publishedLines } from '../../dist/release/write.js'
import type { Statements } from '../../dist/statements.js'
import { extract } from '../../dist/text/index.js'
import { checkQuotes, falseEvidence, isTrue, wordsIn } from './evidence.ts'

/** What is wrong with the way an input went: sentences; none when all is well. */
export type Trial = (bytes: Uint8Array, path: string) => Promise<string[]>

export function createTrial(): Trial {
  const { settings } = loadSettings({ environment: {} })
  const { authority } = loadAuthority(settings.authorities)
  const iris = createIris(settings.base)
  const { maxInputSize } = settings
  return async (bytes, path) => {
    const faults: string[] = []
    const context: MapContext = {
      ...{ iris, settings, authority },
      extract: (source, document, names): Statements => {
        const said = extract(source, document, names)
        const wrong = wordsIn(said).find((words) => !isTrue(words, source.text))
        if (wrong !== undefined) faults.push(`a statement says ${JSON.stringify(wrong)}, which does not stand there`)
        return said
      },
    }
    const texts = new Map<string, string>()
    const readings: Reading[] = []
    for await (const reading of read({ path, bytes }, { maxInputSize, authority })) {
      readings.push(reading)
      texts.set(reading.source.sha256.slice(0, 16), reading.source.text)
      for (const { code, message } of reading.problems) if (code === 'internal-fault') faults.push(message)
      const [wrong] = falseEvidence(reading)
      if (wrong !== undefined) faults.push(`the record says ${JSON.stringify(wrong)}, which does not stand there`)
      if (reading.form === 'unrecognised' && reading.problems.length === 0)
        faults.push('nothing says why it is not read')
    }
    const self = (reading: Reading) => reading
    const { groups, listings } = reconcile(
      readings.map((reading) => cardsOf(reading, reading)),
      { iris, registry: emptyRegistry },
    )
    const quads: Quad[] = []
    for (const plan of groups) {
      const { stated, extracted, shared } = mapDocument(assemble(plan, self), context)
      quads.push(...stated, ...extracted)
      publishedLines([...stated, ...extracted, ...shared])
    }
    for (const plan of listings) publishedLines(mapListing(assembleListing(plan, self), context))
    const [wrong] = checkQuotes(quads, (slug) => texts.get(slug)).faults
    return [...faults, ...(wrong === undefined ? [] : [wrong])]
  }
}
