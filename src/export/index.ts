/** A release as a static site: files that any web server or page host can carry. Complete, or not there. */
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Quad } from '@rdfjs/types'
import type { Settings } from '../config.ts'
import { changePages } from '../crosswalk/activity-streams.ts'
import { type Engine, EngineError } from '../engine/engine.ts'
import { KINDS } from '../iris.ts'
import type { Question } from '../pages/examples.tsx'
import { partsOf } from '../rdf/canonical.ts'
import { FORMATS } from '../rdf/formats.ts'
import { parseRegistry } from '../registry.ts'
import { readLines, toText } from '../release/files.ts'
import type { Release } from '../release/read.ts'
import { createApp } from '../serve/app.ts'
import { createGenerations } from '../serve/generations.ts'
import { vocabularyPaths } from '../serve/vocabulary.ts'
import { crawl, type Found } from './crawl.ts'
import { withFileLinks } from './links.ts'
import { fileOf } from './places.ts'
import { type Ended, ruleFiles } from './rules.ts'

export interface ExportOptions {
  readonly release: Release
  readonly settings: Settings
  readonly shapes: readonly Quad[]
  readonly questions: readonly Question[]
  /** Folder of the site; one that an earlier export made is replaced when the new one is whole. */
  readonly site: string
  onFile?(written: number): void
  /** Takes note of a fault that a request met. */
  report(error: unknown): void
}

export interface Exported {
  readonly files: number
  /** Addresses that pages lead to and where nothing is. */
  readonly missing: readonly string[]
}

/** In the folder of each site: what it is of. A folder with other things in it is left as it is. */
const MARK = 'dragoman-export.json'

/** @throws Error where the folder holds something else, or the disk is full: what was there stays */
export async function exportSite(options: ExportOptions): Promise<Exported> {
  const { release, site } = options
  if (existsSync(site) && readdirSync(site).length > 0 && !existsSync(join(site, MARK)))
    throw new Error(`The folder ${site} has something else in it. Name an empty one, or one of an earlier export.`)
  const work = `${site}.part`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    const exported = await writeSite(options, work)
    const { version, published } = release.manifest
    writeFileSync(join(work, MARK), `${JSON.stringify({ base: release.iris.base, version, published })}\n`)
    const old = `${site}.old`
    rmSync(old, { recursive: true, force: true })
    if (existsSync(site)) renameSync(site, old)
    renameSync(work, site)
    rmSync(old, { recursive: true, force: true })
    return exported
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function writeSite(options: ExportOptions, folder: string): Promise<Exported> {
  const { release, settings, shapes, questions, report } = options
  const { base } = release.iris
  const root = new URL(base).pathname.replace(/\/$/, '')
  const { oxigraph, version: engineVersion } = engineFiles()
  const engineFolder = `oxigraph/${engineVersion}`
  const dump = `dumps/${release.manifest.version}/all.nq.gz`
  const app = createApp({
    settings: { ...settings, trustProxy: ['loopback'], crawlRate: 0 },
    generations: createGenerations(release),
    engine: NO_ENGINE,
    shapes,
    questions,
    report,
    local: {
      engine: `${root}/${engineFolder}/web.js`,
      dump: `${root}/${dump}`,
      bytes: release.manifest.files.find(({ path }) => path === 'dumps/all.nq.gz')?.bytes ?? 0,
      triples: release.manifest.counts.triples,
    },
  })

  let files = 0
  const missing: string[] = []
  const put = (file: string) => {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    files++
    options.onFile?.(files)
    return path
  }
  const putText = (file: string, text: string) => writeFileSync(put(file), text)

  const visit = async (found: Found): Promise<readonly string[]> => {
    const { address, status, mediaType, body } = found
    if (status !== 200 && address !== NOT_FOUND) {
      await body?.cancel()
      missing.push(address)
      return []
    }
    const file = fileOf(address, mediaType)
    if (mediaType !== 'text/html') {
      await pipeline(body ?? [], createWriteStream(put(file)))
      return []
    }
    const { html, addresses } = withFileLinks(await found.text(), root)
    putText(file, html)
    return addresses.filter((to) => !IS_LEFT.test(to))
  }
  await crawl(app, base, addressesOf(release), visit)

  for (const kind of KINDS) {
    const total = release.manifest.counts.things[kind] ?? 0
    for (let offset = 0; offset < total; offset += ROWS)
      for (const { slug } of (await release.list(kind, { offset, limit: ROWS })).rows)
        putText(
          `id/${kind}/${slug}/index.html`,
          leadTo(`${root}/${kind}/${encodeURI(slug)}.html`, release.iris.thing(kind, slug)),
        )
  }
  const versioned = join(folder, dirname(dump))
  for (const name of readdirSync(versioned))
    if (name !== 'index.html') linkSync(join(versioned, name), put(`dumps/${name}`))
  for (const path of oxigraph) copyFileSync(path, put(`${engineFolder}/${basename(path)}`))
  for (const [name, text] of ruleFiles({ root, ended: endedOf(release) })) putText(name, text)
  return { files, missing }
}

/** Queries of an engine that is not there, what answers each question anew, and second names of files. */
const IS_LEFT = /^\/(?:sparql\?query=|search\?|oai\b|reconcile\b|health\b|dumps\/[^/]+$)/

const ROWS = 1000

/** Addresses to begin with: those that no page leads to. Pages lead to the others. */
async function* addressesOf(release: Release): AsyncGenerator<string> {
  const { manifest, iris, statements } = release
  yield* ['/', NOT_FOUND, '/robots.txt', '/.well-known/api-catalog', '/.well-known/void', '/changes']
  for (let page = 1; page <= changePages(manifest.changes?.total ?? 0); page++) yield `/changes/${page}`
  for (const { path } of manifest.files)
    if (path.startsWith('sitemaps/')) yield `/${path.slice('sitemaps/'.length).replace(/\.gz$/, '')}`
  for (const { extension } of Object.values(FORMATS)) yield `/.well-known/void.${extension}`
  yield* await vocabularyPaths(release)
  let last = ''
  for (const path of [statements, release.description])
    for (const line of readLines(path)) {
      const { graph } = partsOf(line)
      if (graph === last) continue
      last = graph
      const address = encodeURI(toText(graph).slice(iris.base.length))
      for (const { extension } of Object.values(FORMATS)) yield `${address}.${extension}`
    }
}

/** An address at which nothing is: its page is the one for all of these. */
const NOT_FOUND = '/404'

/** The page at the address of a thing itself, for servers that cannot answer 303. */
const leadTo = (page: string, iri: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(iri)}</title>
<meta http-equiv="refresh" content="0; url=${escaped(page)}">
<link rel="canonical" href="${escaped(iri)}">
</head>
<body>
<p>What is said of this thing stands on <a href="${escaped(page)}">its page</a>.</p>
</body>
</html>
`
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Documents that were published once. */
function endedOf({ directory }: Release): Ended[] {
  const path = join(directory, 'ended.csv')
  if (!existsSync(path)) return []
  const { registry } = parseRegistry(readFileSync(path, 'utf8'))
  return [...registry.values()].map(({ slug, target }) => ({
    path: `document/${slug}`,
    ...(target !== undefined && { target: `document/${target}` }),
  }))
}

/** Oxigraph as browsers load it. */
function engineFiles(): { readonly oxigraph: readonly string[]; readonly version: string } {
  const description = createRequire(import.meta.url).resolve('oxigraph/package.json')
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { readonly version: string }
  return { oxigraph: ['web.js', 'web_bg.wasm'].map((name) => join(dirname(description), name)), version }
}

/** The application asks none while pages are made. */
const NO_ENGINE: Engine = {
  query: () => Promise.reject(new EngineError('unavailable', 'A static site has no engine.')),
  health: async () => ({ ok: false, generation: '', latency: 0, workers: 0, running: 0, waiting: 0 }),
  replace: async () => {},
  close: async () => {},
}
