/** The stages of the flow, one after the other, in this thread. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAuthority } from '../dist/authority/load.js'
import { loadSettings } from '../dist/config.js'
import type { Reading } from '../dist/document.js'
import { createIris } from '../dist/iris.js'
import { mapDocument } from '../dist/map/index.js'
import { serialise } from '../dist/rdf/serialise.js'
import { read } from '../dist/read/index.js'
import { assemble, cardsOf, reconcile } from '../dist/reconcile/index.js'
import { parseRegistry } from '../dist/registry.js'
import { extract } from '../dist/text/index.js'
import { createValidator, loadShapes } from '../dist/validate/index.js'

export interface Stage {
  readonly stage: string
  readonly seconds: number
}

/** Reads, reconciles, maps (text rules counted apart), validates and writes the documents of a folder. */
export async function measureStages(folder: string): Promise<readonly Stage[]> {
  const { settings } = loadSettings({ beside: [folder], environment: {} })
  const { authority } = loadAuthority(settings.authorities)
  const iris = createIris(settings.base)
  const validator = createValidator(loadShapes(settings.shapes).shapes)
  const inputs = readdirSync(folder)
    .sort()
    .map((name) => ({ path: name, bytes: readFileSync(join(folder, name)) }))
  const spent = { read: 0, reconcile: 0, text: 0, map: 0, validate: 0, write: 0 }
  const clock = <T>(stage: keyof typeof spent, work: () => T): T => {
    const start = performance.now()
    const result = work()
    spent[stage] += performance.now() - start
    return result
  }
  const context = {
    iris,
    settings,
    authority,
    extract: (...args: Parameters<typeof extract>) => clock('text', () => extract(...args)),
  }
  const readings: Reading[] = []
  const reading = performance.now()
  for (const input of inputs)
    for await (const one of read(input, { maxInputSize: settings.maxInputSize, authority })) readings.push(one)
  spent.read += performance.now() - reading
  const { groups } = clock('reconcile', () =>
    reconcile(
      readings.map((one) => cardsOf(one, one)),
      { iris, registry: parseRegistry('').registry },
    ),
  )
  for (const plan of groups) {
    const group = assemble(plan, (one) => one)
    const before = spent.text
    const { stated, extracted, shared } = clock('map', () => mapDocument(group, context))
    spent.map -= spent.text - before
    const quads = [...stated, ...extracted]
    const start = performance.now()
    await validator.validate(quads, shared)
    spent.validate += performance.now() - start
    clock('write', () =>
      (['nquads', 'turtle', 'rdfxml', 'jsonld'] as const).map((format) => serialise(quads, format).length),
    )
  }
  return Object.entries(spent).map(([stage, milliseconds]) => ({ stage, seconds: milliseconds / 1000 }))
}
