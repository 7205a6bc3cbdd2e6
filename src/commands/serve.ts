/** `dragoman serve`: listens, follows new releases, stops gracefully. */
import { statSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join, resolve } from 'node:path'
import type { Settings } from '../config.ts'
import { engineData, remoteData } from '../engine/data.ts'
import { createEmbeddedEngine } from '../engine/embedded/index.ts'
import { type Engine, EngineError } from '../engine/engine.ts'
import { createSeekingEngine } from '../engine/words/index.ts'
import { currentFolder, openRelease, type Release } from '../release/read.ts'
import { createApp, createScratchApp } from '../serve/app.ts'
import { createGenerations, type Generations } from '../serve/generations.ts'
import { loadShapes } from '../validate/index.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { questionsFor } from './questions.ts'
import { storesOf } from './stores.ts'
import { createTerminal, type Terminal } from './terminal.ts'

/** How often the release is looked at, in milliseconds. */
const WATCH = 1000
/** How long requests may go on after the signal to stop, in milliseconds. */
const GRACE = 10_000

/** Serves the release in a folder (default: the setting `out`) until it is told to stop. */
export async function serve([dir]: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { settings } = settingsOf(options, dir === undefined ? [] : [dir])
  const terminal = createTerminal(options.quiet)
  if (options['scratch'] === true) return runScratch(settings, terminal)
  return runServe(dir === undefined ? settings : { ...settings, out: resolve(dir) }, terminal)
}

/** Serves `settings.out`. */
export const runServe = (settings: Settings, terminal: Terminal): Promise<ExitCode> =>
  serveRelease(settings, openCurrent(settings.out), terminal)

/** The published version. @throws UsageError where nothing is published */
export async function openCurrent(out: string): Promise<Release> {
  const folder = currentFolder(out)
  if (folder === undefined) throw new UsageError(`There is no release in ${out}. Make one with dragoman build.`)
  return openRelease(folder)
}

/** Serves a release as soon as it is there; the first thread of the engine starts before. */
export async function serveRelease(
  settings: Settings,
  opening: Promise<Release>,
  terminal: Terminal,
): Promise<ExitCode> {
  const [release, answering] = await Promise.all([opening, createEngine(settings, opening, terminal)])
  const engine = createSeekingEngine(answering, engineData(release), settings.queryTimeout)
  try {
    return await answerFrom(settings, release, engine, terminal)
  } finally {
    // Also where the port is taken: a thread that is left would hold the process.
    await engine.close()
  }
}

async function answerFrom(settings: Settings, release: Release, engine: Engine, terminal: Terminal): Promise<ExitCode> {
  const generations = createGenerations(release, settings.queryCache)
  const app = createApp({
    settings,
    generations,
    engine,
    shapes: loadShapes(settings.shapes).shapes,
    questions: questionsFor(settings),
    report: (error) => terminal.warn(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  })
  const server = await listen(app, settings.port, settings.host).catch(async (error: unknown) => {
    await release.close()
    throw error
  })
  sayWhere(server, settings, release, terminal)
  generations.current.searcher.warm()
  const watch = follow(settings, release, engine, generations, terminal)
  await stopSignal()
  clearInterval(watch)
  await close(server)
  return EXIT.ok
}

async function createEngine(settings: Settings, opening: Promise<Release>, terminal: Terminal): Promise<Engine> {
  const limits = {
    ...{ timeout: settings.queryTimeout, maxRows: settings.queryRows, maxBytes: settings.queryBytes },
    ...{ workers: settings.queryWorkers, queue: settings.queryQueue },
  }
  if (settings.engine === 'embedded')
    return createEmbeddedEngine(opening.then(engineData), { ...limits, memory: settings.queryMemory })
  const data = remoteData(await opening)
  // It brings a parser of queries with it, which the embedded engine has in its threads.
  const { createRemoteEngine } = await import('../engine/remote/index.ts')
  const engine = createRemoteEngine({ ...limits, stores: storesOf(settings), base: data.base, data })
  try {
    await engine.find()
  } catch (error) {
    // A store that has other data will not have the right ones by itself; one that is down may come up.
    if (!(error instanceof EngineError) || error.isOutage !== true) throw error
    terminal.warn(`${error.message} Pages are served; queries are answered as soon as it can be.`)
  }
  return engine
}

/** An empty store that takes updates; on loopback only. */
async function runScratch(settings: Settings, terminal: Terminal): Promise<ExitCode> {
  const { createScratchEngine } = await import('../engine/embedded/scratch.ts')
  const engine = createScratchEngine(`http://127.0.0.1:${settings.port}/sparql`)
  const app = createScratchApp({ settings, engine, report: (error) => terminal.warn(String(error)) })
  const server = await listen(app, settings.port, '127.0.0.1')
  terminal.warn(`An empty store that anybody on this machine may change: http://127.0.0.1:${portOf(server)}/sparql`)
  await stopSignal()
  await close(server)
  await engine.close()
  return EXIT.ok
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

function listen(app: RequestListener, port: number, host: string): Promise<Server> {
  // A client that sends its request a byte at a time does not hold a connection for ever.
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000 }, app)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

function sayWhere(server: Server, { host }: Settings, { iris, manifest }: Release, terminal: Terminal): void {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`
  terminal.say(`Serving version ${manifest.version} at ${address}/`)
  if (address !== iris.base)
    terminal.warn(
      `IRIs in the data begin with ${iris.base}, not with ${address}: links on pages work here, addresses in the data lead there.`,
    )
}

/** Takes a new release over as soon as `current` leads to it; requests that run keep the one they began with. */
function follow(
  settings: Settings,
  first: Release,
  engine: Engine,
  generations: Generations,
  terminal: Terminal,
): NodeJS.Timeout {
  // An equal version that is published again has another manifest: what is stale or withdrawn may have changed.
  const stateOf = (folder: string) => `${folder} ${statSync(join(folder, 'manifest.json')).mtimeMs}`
  let served = stateOf(first.directory)
  let isTaking = false
  let waiting = ''
  const takeOver = async (release: Release) => {
    try {
      await engine.replace(settings.engine === 'embedded' ? engineData(release) : remoteData(release))
    } catch (error) {
      await release.close()
      throw error
    }
    generations.replace(release)
    generations.current.searcher.warm()
  }
  return setInterval(async () => {
    const folder = currentFolder(settings.out)
    if (folder === undefined || isTaking) return
    const state = stateOf(folder)
    if (state === served) return
    isTaking = true
    try {
      await takeOver(await openRelease(folder))
      terminal.say(`Serving version ${basename(folder)} from now on`)
      served = state
    } catch (error) {
      if (waiting !== state)
        terminal.warn(
          `The new release in ${folder} could not be taken over (${(error as Error).message}); the former one is served on.`,
        )
      waiting = state
      // What is not in a store yet may come into it at any moment.
      if (settings.engine === 'embedded') served = state
    } finally {
      isTaking = false
    }
  }, WATCH)
}

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

/** Lets requests end, but not for ever. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE).unref()
  })
}
