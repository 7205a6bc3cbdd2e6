/** The flow: read → reconcile → map and validate → release. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { reachedFrom } from './map/index.ts'
import type { Problem } from './problem.ts'
import { createCrew } from './publish/crew.ts'
import {
  continueFrom,
  openPrevious,
  type Published,
  type ReleaseOptions,
  release,
  reportPath,
} from './publish/finish.ts'
import { type ConvertOptions, gather, make } from './publish/gather.ts'
import { Ledger } from './publish/ledger.ts'
import { createReaching } from './publish/reaching.ts'
import { publishedFrom, remember } from './publish/unchanged.ts'
import { createWorkshop } from './publish/workshop.ts'
import { readLine } from './rdf/canonical.ts'
import { type Lock, takeLock } from './release/lock.ts'
import { clearWorkFolder } from './release/versions.ts'
import { ReleaseWriter } from './release/write.ts'

export type { Published } from './publish/finish.ts'
export type { ConvertOptions, Step } from './publish/gather.ts'

export interface PublishOptions extends ConvertOptions, ReleaseOptions {}

/** With a second processor, one document is judged while the next is mapped. */
const validation = availableParallelism() > 1 ? 'beside' : 'here'

/**
 * Makes a release of the inputs; where the published one was made from the same things, there is nothing to do.
 * @throws LockedError where another build is at work; the errors of the file system where the disk is full or the like:
 * the published version stays as it was
 */
export async function publish(inputs: readonly string[], options: PublishOptions): Promise<Published> {
  const { settings } = options
  mkdirSync(settings.out, { recursive: true })
  const lock = takeLock(settings.out)
  try {
    const unchanged = publishedFrom(inputs, settings)
    if (unchanged !== undefined)
      return { conforms: true, problems: [], manifest: unchanged, report: reportPath(settings.out), unchanged: true }
    const published = await build(inputs, lock, options)
    // The registry has grown by what was published.
    if (published.conforms && published.manifest !== undefined) remember(inputs, settings, published.manifest.version)
    return published
  } finally {
    lock.release()
  }
}

async function build(inputs: readonly string[], lock: Lock, options: PublishOptions): Promise<Published> {
  const { settings } = options
  const folder = clearWorkFolder(settings.out)
  const workshop = createWorkshop(settings, folder, validation)
  const crew = createCrew(workshop, { settings, folder }, options.threadsFrom)
  const writer = new ReleaseWriter(settings.out, workshop.iris)
  const ledger = new Ledger(folder)
  const previous = await openPrevious(settings)
  try {
    const gathered = await gather(inputs, workshop, crew, options)
    const reaching = createReaching(writer, workshop.curated, workshop.iris, settings)
    await make(gathered.reconciled, workshop, crew, reaching, options, ledger)
    const past = await continueFrom(previous, gathered, ledger, reaching)
    writer.add(workshop.common)
    reaching.add(ledger.derived(workshop.iris))
    writer.add(reaching.curated())
    return await release({ gathered, ledger, past, workshop }, writer, lock, options)
  } finally {
    await writer.abandon()
    await crew.close()
    await previous?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The quads of the inputs with what the curated files say of the things that they lead to, without a release: nothing
 * is rejected, remembered or compared with what was published. Documents get the addresses that they have in the registry.
 */
export async function convert(
  inputs: readonly string[],
  options: ConvertOptions,
): Promise<{ readonly quads: readonly Quad[]; readonly problems: readonly Problem[] }> {
  const { settings } = options
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
  const workshop = createWorkshop(settings, folder, validation)
  const crew = createCrew(workshop, { settings, folder }, options.threadsFrom)
  const ledger = new Ledger(folder)
  const lines: string[] = []
  const sink = {
    addLines: (more: Iterable<string>) => {
      for (const line of more) lines.push(line)
    },
    addText: () => {},
  }
  try {
    const { reconciled, problems } = await gather(inputs, workshop, crew, options)
    await make(reconciled, workshop, crew, sink, options, ledger, 'all')
    const own = [...lines.map(readLine), ...ledger.derived(workshop.iris)]
    const ledTo = own.flatMap(({ object }) => (object.termType === 'NamedNode' ? [object.value] : []))
    const quads = [...own, ...reachedFrom(ledTo, [...workshop.curated, ...workshop.common], workshop.iris)]
    return { quads, problems: [...problems, ...ledger.problems.filter(({ code }) => !code.startsWith('shape-'))] }
  } finally {
    await crew.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
