/** What the editor of the query page is made of: its script and packages, and the terms that it completes. */
import { Router } from 'express'
import { vocabularyTerms } from '../rdf/terms.ts'
import { workerFile } from '../worker-file.ts'
import { notFound } from './failure.ts'
import { generationOf } from './generations.ts'
import { type Modules, readModules } from './modules.ts'
import type { Representation } from './representations.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'

/** Addresses with a version never change what they give. */
const FOREVER = 'public, max-age=31536000, immutable'

let loaded: Modules | undefined

/** The editor's modules, read once. @throws Error where the project is not built or a package is missing */
function editorModules(): Modules {
  loaded ??= readModules(workerFile(import.meta.filename, '../editor/main'))
  return loaded
}

/** Addresses of the editor's script and of all that it imports; undefined where it cannot be had: the page works without. */
export function editorScript(root: string, report: Services['report']) {
  try {
    const { version, entry, texts } = editorModules()
    const address = (name: string) => `${root}/editor/${version}/${name}`
    return { address: address(entry), imports: [...texts.keys()].filter((name) => name !== entry).map(address) }
  } catch (error) {
    report(error)
    return undefined
  }
}

export function editor(): Router {
  const router = Router({ strict: true })
  const representations = new Map<string, Representation>()

  router.get('/editor/:version/:name', async (req, res) => {
    const { version, name } = req.params
    const modules = editorModules()
    const text = modules.version === version ? modules.texts.get(name) : undefined
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
