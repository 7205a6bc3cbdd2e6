/** Things and their documents on the web: 303 from one to the other, negotiation, fixed forms, tombstones. */

import { type Request, type Response, Router } from 'express'
import { KINDS, type Kind } from '../iris.ts'
import type { Release } from '../release/read.ts'
import { HttpFailure, notFound } from './failure.ts'
import { alternates, chooseForm, isHtml } from './forms.ts'
import { generationOf } from './generations.ts'
import { linkHeader } from './links.ts'
import { send, sendUnchanged } from './send.ts'
import type { Services } from './services.ts'
import { landingOf, linksOf } from './signposting.ts'
import { addressOf, siteOf } from './site.ts'
import { formOfEnding, formsOf, isOfKind, type Thing, type ThingForm } from './thing-forms.ts'
import { htmlOf, namedOnPages, pathOf } from './thing-pages.ts'

const kindOf = (name: unknown): Kind | undefined => KINDS.find((kind) => kind === name)

/** Slugs have no dots: what follows one is the ending of a fixed form. */
function partsOf(name: string): { readonly slug: string; readonly form?: ThingForm } | undefined {
  const dot = name.indexOf('.')
  if (dot === -1) return { slug: name }
  const form = formOfEnding(name.slice(dot + 1))
  return form && { slug: name.slice(0, dot), form }
}

/**
 * The slug that another spelling stands for: Unicode in another form of normalisation, as some clients and file systems
 * make it, or in capitals. Slugs are decomposed and in lower case.
 */
async function spelledOtherwise(release: Release, kind: Kind, slug: string): Promise<string | undefined> {
  const spelling = slug.normalize('NFKD').toLowerCase()
  if (spelling === slug) return undefined
  const { standing } = await release.standing(release.iris.thing(kind, spelling))
  return standing === 'unknown' ? undefined : spelling
}

/** Sends the client elsewhere when the thing does not stand under this address. @throws HttpFailure 404, 410 */
async function standsHere(
  release: Release,
  { kind, slug }: { readonly kind: Kind; readonly slug: string },
  redirect: (slug: string) => void,
): Promise<boolean> {
  const standing = await release.standing(release.iris.thing(kind, slug))
  switch (standing.standing) {
    case 'unknown': {
      const spelling = await spelledOtherwise(release, kind, slug)
      if (spelling === undefined) throw notFound()
      redirect(spelling)
      return false
    }
    case 'withdrawn': {
      const { on, reason } = standing
      throw new HttpFailure(410, `This was withdrawn${on ? ` on ${on}` : ''}${reason ? `: ${reason}` : '.'}`)
    }
    case 'merged': {
      const target = release.iris.parse(standing.target)
      if (target === undefined) throw notFound()
      redirect(target.slug)
      return false
    }
  }
  return true
}

export function things(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })

  router.get('/id/:kind/:slug', async (req, res) => {
    const kind = kindOf(req.params.kind)
    if (kind === undefined) throw notFound()
    const { slug } = req.params
    const { release } = generationOf(res)
    res.vary('Accept')
    const to = (status: number, path: string) => void res.redirect(status, addressOf(req) + path)
    if (await standsHere(release, { kind, slug }, (target) => to(301, `/id${pathOf(kind, target)}`)))
      to(303, pathOf(kind, slug))
  })

  // Things have no slash at the end: one address each.
  router.get(['/id/:kind/:name/', '/:kind/:name/'], (req, res, next) => {
    const kind = kindOf(req.params.kind)
    if (kind === undefined) return next()
    const id = req.path.startsWith('/id/') ? '/id' : ''
    res.redirect(301, addressOf(req) + id + pathOf(kind, String(req.params.name)))
  })

  router.get('/:kind/:name', async (req, res, next) => {
    const kind = kindOf(req.params.kind)
    if (kind === undefined) return next()
    const { name } = req.params
    const parts = partsOf(name)
    if (parts === undefined) throw notFound()
    const { slug, form } = parts
    const { release } = generationOf(res)
    const address = addressOf(req)
    const ending = form === undefined ? '' : `.${form.extension}`
    const to = (target: string) => void res.redirect(301, address + pathOf(kind, target) + ending)
    if (!(await standsHere(release, { kind, slug }, to))) return
    if (req.path !== pathOf(kind, name)) return to(slug)
    const page = address + pathOf(kind, slug)
    const iri = release.iris.thing(kind, slug)
    const forms = await formsOf(release, kind, iri)
    if (form !== undefined && !forms.includes(form)) throw notInThisForm(kind, form, forms, page)
    if (form === undefined) res.vary('Accept')
    const negotiable = forms.filter(({ isByEndingOnly }) => isByEndingOnly === undefined)
    const chosen = form ?? chooseForm(req.headers.accept, negotiable, page)
    if (form === undefined) res.set('Content-Location', `${page}.${chosen.extension}`)
    res.set('Link', linkHeader(linksOf(landingOf(release, { kind, slug, forms }, address), chosen)))
    await sendThing(services, req, res, { kind, slug, iri, forms, form: chosen })
  })
  return router
}

function notInThisForm(kind: Kind, form: ThingForm, forms: readonly ThingForm[], page: string): HttpFailure {
  const there = forms.map(({ label }) => label).join(', ')
  const reason = isOfKind(form, kind)
    ? `This ${kind} is not published as ${form.label}.`
    : `Only documents are to be had as ${form.label}.`
  return new HttpFailure(404, `${reason} It is to be had as ${there}.`, { Link: alternates(forms, page) })
}

interface Wanted extends Omit<Thing, 'release' | 'quads'> {
  readonly forms: readonly ThingForm[]
  readonly form: ThingForm
}

async function sendThing(services: Services, req: Request, res: Response, wanted: Wanted): Promise<void> {
  const { release, representations, made, searcher } = generationOf(res)
  const { kind, slug, iri, forms, form } = wanted
  const page = isHtml(form) ? pageNumber(req) : 1
  // Pages have links on the address in use in them.
  const key = isHtml(form) ? `${iri} ${form.extension} ${page} ${req.baseUrl}` : `${iri} ${form.extension}`
  const { published } = release.manifest
  if (sendUnchanged(req, res, made.get(key), published)) return
  const representation = await representations.get(key, async () => {
    const quads = await release.describe(iri, isHtml(form) ? namedOnPages() : undefined)
    if (quads === undefined) return undefined
    const thing = { release, kind, slug, iri, quads }
    return form.write(thing, () => htmlOf({ site: siteOf(services, req, res), searcher }, thing, forms, page))
  })
  if (representation === undefined) throw notFound()
  made.add(key, representation)
  await send(req, res, representation, published)
}

/** `?page=`, from 1; anything else is the first. */
export function pageNumber(req: Request): number {
  const page = Number(req.query['page'])
  return Number.isInteger(page) && page > 0 ? page : 1
}
