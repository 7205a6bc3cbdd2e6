/** What a request for a view asks for: years, a person, a span; and how a view is sent and kept. */
import type { Request, Response } from 'express'
import { isPeriod, type Span } from '../drawing/span.ts'
import { KINDS } from '../iris.ts'
import type { View, YearFilter } from '../pages/view-parts.tsx'
import type { Views } from '../release/views.ts'
import { HttpFailure } from './failure.ts'
import { chooseForm, HTML } from './forms.ts'
import { generationOf } from './generations.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'
import { addressOf, siteOf } from './site.ts'

/** @throws HttpFailure 404 where an earlier program made the release */
export function viewsOf(res: Response): Views {
  const { views } = generationOf(res).release
  if (views !== undefined) return views
  throw new HttpFailure(404, 'This release was made before there were such pages. Build it again to have them.')
}

const written = (req: Request, name: string): string => {
  const value = req.query[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** `?from=1950&to=1953`; of a month or day, its year. @throws HttpFailure 400 */
export function yearsOf(req: Request): YearFilter {
  const year = (name: string): number | undefined => {
    const text = written(req, name)
    if (text === '') return undefined
    if (!isPeriod(text)) throw new HttpFailure(400, `“${text.slice(0, 40)}” is not a year. Write it as 1950.`)
    return Number(text.slice(0, 4))
  }
  const [from, to] = [year('from'), year('to')]
  if (from !== undefined && to !== undefined && from > to)
    throw new HttpFailure(400, 'The span ends before it begins. Write the earlier year first.')
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** The same as whole periods, where only one end is given with the other end of all. @throws HttpFailure 400 */
export function spanOf(req: Request, whole: Span): Span | undefined {
  const period = (name: string): string | undefined => {
    const text = written(req, name)
    if (text === '') return undefined
    if (!isPeriod(text))
      throw new HttpFailure(400, `“${text.slice(0, 40)}” is not a date. Write 1957, 1957-05 or 1957-05-15.`)
    return text
  }
  const [from, to] = [period('from'), period('to')]
  if (from === undefined && to === undefined) return undefined
  const span = { from: from ?? whole.from, to: to ?? whole.to }
  const digits = Math.min(span.from.length, span.to.length)
  if (span.from.slice(0, digits) > span.to.slice(0, digits))
    throw new HttpFailure(400, 'The span ends before it begins. Write the earlier date first.')
  // What is longer than a life of archives is a slip of the pen.
  if (Number(span.to.slice(0, 4)) - Number(span.from.slice(0, 4)) > 1500)
    throw new HttpFailure(400, 'The span is longer than fifteen hundred years. Write a shorter one.')
  return span
}

const ADDRESS = new RegExp(`^(?:${KINDS.join('|')})/[^/\\s#?]+$`)

/** `?person=`: a slug of a person, or kind and slug of anything. */
export function addressGiven(req: Request, name: string): string | undefined {
  const text = written(req, name)
  if (text === '') return undefined
  const address = text.includes('/') ? text : `person/${text}`
  return ADDRESS.test(address) ? address : undefined
}

/** A word of a list, or undefined. */
export const wordGiven = (req: Request, name: string): string | undefined =>
  /^[a-z-]{1,40}$/.exec(written(req, name))?.[0]

export async function viewFor(services: Services, req: Request, res: Response): Promise<View> {
  const names = await viewsOf(res).names()
  return {
    site: siteOf(services, req, res),
    isStatic: services.local !== undefined,
    nameOf: (address) => names.get(address) ?? address.slice(address.lastIndexOf('/') + 1).replaceAll('-', ' '),
  }
}

/** IRIs in files are the base's, wherever the file was asked for. */
export const idIn =
  (res: Response) =>
  (address: string): string =>
    `${generationOf(res).release.iris.base}/id/${address}`

/** Sends a page that is made once for what was asked. @param asked what the page depends on */
export async function sendView(
  req: Request,
  res: Response,
  asked: readonly unknown[],
  make: () => Promise<string>,
): Promise<void> {
  chooseForm(req.headers.accept, [HTML], addressOf(req))
  await sendFile(req, res.vary('Accept'), HTML.mediaType, [req.baseUrl, ...asked], make)
}

/** The same for a file of a fixed form. */
export async function sendFile(
  req: Request,
  res: Response,
  mediaType: string,
  asked: readonly unknown[],
  make: () => Promise<string>,
): Promise<void> {
  const { release, representations } = generationOf(res)
  viewsOf(res)
  const key = `view ${JSON.stringify([mediaType, ...asked])}`
  const representation = await representations.get(key, async () => represent(mediaType, await make()))
  if (representation !== undefined) await send(req, res, representation, release.manifest.published)
}
