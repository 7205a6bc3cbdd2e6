/** What the editor of the query page is made of: its script and packages, and the terms that it completes. */
import { Router } from 'express'
import type { Script } from '../pages/layout.tsx'
import { vocabularyTerms } from '../rdf/terms.ts'
import { workerFile } from '../worker.ts'
import { notFound } from './failure.ts'
import { FOREVER } from './freshness.ts'
import { generationOf } from './generations.ts'
import { type Modules, readModules } from './modules.ts'
import type { Representation } from './representations.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'

type Needed = Pick<Services, 'report' | 'local'>

/** By entry; null where they cannot be had. */
const loaded = new Map<string, Modules | null>()

/** The editor's modules, read once. Where the project is not built or a package is missing, this is reported, once. */
function editorModules({ report, local }: Needed): Modules | null {
  const entry = local === undefined ? 'main' : 'local'
  const known = loaded.get(entry)
  if (known !== undefined) return known
  try {
    loaded.set(entry, readModules(workerFile(import.meta.filename, `../editor/${entry}`)))
  } catch (error) {
    report(error)
    loaded.set(entry, null)
  }
  return loaded.get(entry) ?? null
}

/** Addresses of the editor's script and of all that it imports; undefined where it cannot be had: the page works without. */
export function editorScript(root: string, services: Needed): Script | undefined {
  const modules = editorModules(services)
  if (modules === null) return undefined
  const { version, entry, texts } = modules
  const address = (name: string) => `${root}/editor/${version}/${name}`
  return { address: address(entry), imports: [...texts.keys()].filter((name) => name !== entry).map(address) }
}

export function editor(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const representations = new Map<string, Representation>()

  router.get('/editor/:version/:name', async (req, res) => {
    const { version, name } = req.params
    const modules = editorModules(services)
    const text = modules?.version === version ? modules.texts.get(name) : undefined
    if (text === undefined) throw notFound()
    const representation = representations.get(name) ?? represent('text/javascript', text)
    representations.set(name, representation)
    await send(req, res.set('Cache-Control', FOREVER), representation)
  })

  router.get('/sparql/terms.json', async (req, res) => {
    const { release, representations: kept } = generationOf(res)
    const representation = await kept.get('terms of the editor', async () => {
      const quads = (await release.graph(release.iris.graph('vocabulary'))) ?? []
      return represent('application/json', JSON.stringify(vocabularyTerms(quads)))
    })
    if (representation === undefined) throw notFound()
    await send(req, res, representation, release.manifest.published)
  })
  return router
}
