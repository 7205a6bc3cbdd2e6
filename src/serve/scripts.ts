/** The scripts of pages as modules that a browser reads, each with its packages; and the terms that the editor completes. */
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

/** What a page may have a script for. The query page without a server answers in the browser. */
export type ScriptName = 'editor' | 'local' | 'years'

/** The script of the query page. */
export const queryScript = ({ local }: Pick<Services, 'local'>): ScriptName =>
  local === undefined ? 'editor' : 'local'

/** By name; null where they cannot be had. */
const loaded = new Map<ScriptName, Modules | null>()

/** Modules of a script, read once. Where the project is not built or a package is missing, this is reported, once. */
function modulesOf(name: ScriptName, report: Services['report']): Modules | null {
  const known = loaded.get(name)
  if (known !== undefined) return known
  try {
    loaded.set(name, readModules(workerFile(import.meta.filename, `../browser/${name}`)))
  } catch (error) {
    report(error)
    loaded.set(name, null)
  }
  return loaded.get(name) ?? null
}

/** Addresses of a script and of all that it imports; undefined where it cannot be had: the page works without. */
export function scriptOf(root: string, name: ScriptName, report: Services['report']): Script | undefined {
  const modules = modulesOf(name, report)
  if (modules === null) return undefined
  const { version, entry, texts } = modules
  const address = (file: string) => `${root}/scripts/${version}/${file}`
  return { address: address(entry), imports: [...texts.keys()].filter((file) => file !== entry).map(address) }
}

export function scripts(services: Services): Router {
  const { report } = services
  const names: readonly ScriptName[] = [queryScript(services), 'years']
  const router = Router({ strict: true, caseSensitive: true })
  const representations = new Map<string, Representation>()

  router.get('/scripts/:version/:file', async (req, res) => {
    const { version, file } = req.params
    const modules = names.map((name) => modulesOf(name, report)).find((some) => some?.version === version)
    const text = modules?.texts.get(file)
    if (text === undefined) throw notFound()
    const key = `${version}/${file}`
    const representation = representations.get(key) ?? represent('text/javascript', text)
    representations.set(key, representation)
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
