/** `/search`: documents by words, facets and dates, as a page, JSON, a table or a feed. */
import { type Request, type Response, Router } from 'express'
import { ATOM } from '../crosswalk/atom.ts'
import { searchElsewherePage, searchFaultPage, searchPage } from '../pages/search.tsx'
import { orderOf, type SearchState, searchParameters } from '../pages/search-address.ts'
import { FACETS } from '../search/facets.ts'
import { ORDERS, type Question, type Result, type SearchOrder } from '../search/question.ts'
import { SearchTimeout } from '../search/searcher.ts'
import { HttpFailure, setFaultPage } from './failure.ts'
import { type Form, HTML } from './forms.ts'
import { type Generation, generationOf } from './generations.ts'
import { linkHeader } from './links.ts'
import { negotiate } from './negotiate.ts'
import type { Representation } from './representations.ts'
import { scriptOf } from './scripts.ts'
import { changedLast, searchCsv, searchFeed, searchJson } from './search-forms.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'
import { absoluteOf, addressOf, siteOf } from './site.ts'
import { pageNumber } from './things.ts'

/** Rows of a page and of JSON; of a table all that are found, but not more than this. */
const ROWS = 20
const MOST_ROWS = 10_000
const ENTRIES = 50
/** Values that are shown of a facet, and of the one that is opened. */
const VALUES = 8
const MORE_VALUES = 300

const JSON_FORM = { mediaType: 'application/json', extension: 'json', label: 'JSON' }
const CSV = { mediaType: 'text/csv', extension: 'csv', label: 'CSV' }
const FEED = { mediaType: ATOM, extension: 'atom', label: 'Atom' }
const FORMS: readonly Form[] = [HTML, JSON_FORM, CSV, FEED]

export function search(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })
  router.get('/search/', (req, res) => res.redirect(301, `${addressOf(req)}/search`))
  router.get('/search', async (req, res) => {
    const { release, representations } = generationOf(res)
    const form = formOf(req)
    res.vary('Accept')
    const state = stateOf(req)
    setFaultPage(res, ({ detail }) => searchFaultPage({ site: siteOf(services, req, res), state, detail }))
    checkState(state)
    const parameters = new URLSearchParams(searchParameters(state)).toString()
    const address = `${absoluteOf(req, res)}/search?${parameters === '' ? '' : `${parameters}&`}format=`
    res.set(
      'Link',
      linkHeader(
        FORMS.map(({ mediaType, extension }) => ({ rel: 'alternate', href: address + extension, type: mediaType })),
      ),
    )
    const key = `search ${form.extension} ${absoluteOf(req, res)} ${parameters}`
    const representation = await representations.get(key, () => answer(services, req, res, state, form))
    await send(req, res, representation as Representation, release.manifest.published)
  })
  return router
}

function formOf(req: Request): Form {
  const named = req.query['format']
  const form = named === undefined ? negotiate(req.headers.accept, FORMS) : FORMS.find((f) => f.extension === named)
  if (form !== undefined) return form
  const there = FORMS.map(({ extension }) => extension).join(', ')
  throw new HttpFailure(
    named === undefined ? 406 : 400,
    `A search is to be had as ${there}: write format= and one of these.`,
  )
}

async function answer(
  services: Services,
  req: Request,
  res: Response,
  state: SearchState,
  form: Form,
): Promise<Representation> {
  const generation = generationOf(res)
  const { release } = generation
  const site = siteOf(services, req, res)
  if (services.local !== undefined) return represent(HTML.mediaType, searchElsewherePage(site))
  const question = questionOf(state)
  const ask = (more: Partial<Question>) => resultOf(generation, { ...question, ...more })
  switch (form) {
    case HTML: {
      const script = scriptOf(req.baseUrl, 'years', services.report)
      return represent(HTML.mediaType, searchPage({ site, state, rows: ROWS, result: await ask({}), script }))
    }
    case JSON_FORM:
      return represent(form.mediaType, searchJson(await ask({}), state, { root: absoluteOf(req, res), rows: ROWS }))
    case CSV: {
      const result = await ask({ offset: 0, limit: MOST_ROWS, values: 0 })
      if (result.total <= MOST_ROWS) return represent(form.mediaType, searchCsv(result))
      throw new HttpFailure(
        403,
        `${result.total} documents are found; a table has ${MOST_ROWS} at most. Narrow the search, or take the dumps.`,
        { Link: `<${release.iris.base}/dumps/>; rel="related"` },
      )
    }
    default: {
      const among = await changedLast(release)
      const [renewed, newest] = await Promise.all([
        ask({ among, offset: 0, limit: ENTRIES, values: 0 }),
        ask({ order: '-date', offset: 0, limit: ENTRIES, values: 0 }),
      ])
      const rows = [...renewed.rows, ...newest.rows].slice(0, ENTRIES)
      return represent(form.mediaType, await searchFeed(rows, state, { release, site, root: absoluteOf(req, res) }))
    }
  }
}

async function resultOf({ searcher }: Generation, question: Question): Promise<Result> {
  const found = await searcher.find(question).catch((error: unknown) => {
    if (error instanceof SearchTimeout) throw new HttpFailure(503, error.message, { 'Retry-After': '10' })
    throw error
  })
  if ('fault' in found) throw new HttpFailure(400, found.fault)
  return found
}

/** What an address asks, as it stands there. */
function stateOf(req: Request): SearchState {
  const all = (name: string): string[] =>
    [req.query[name] ?? []]
      .flat()
      .map(String)
      .filter((value) => value !== '')
  const one = (name: string): string | undefined => all(name).at(-1)
  const [from, to, sort, more] = ['from', 'to', 'sort', 'more'].map(one)
  // An empty one stands for a value in any role.
  const roles = [req.query['role'] ?? []].flat().map(String)
  const page = pageNumber(req)
  return {
    q: one('q') ?? '',
    chosen: Object.fromEntries(FACETS.map(({ name }) => [name, [...new Set(all(name))]])),
    ...(roles.length > 0 && { roles }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(sort !== undefined && { sort: sort as SearchOrder }),
    ...(more !== undefined && { more }),
    ...(page > 1 && { page }),
  }
}

/** @throws HttpFailure 400 with what is wrong in it */
function checkState({ sort, from, to }: SearchState): void {
  if (sort !== undefined && !ORDERS.includes(sort))
    throw new HttpFailure(400, `There is no order ${sort}. There are ${ORDERS.join(', ')}.`)
  for (const date of [from, to])
    if (date !== undefined && dayIn(date, 'first') === undefined)
      throw new HttpFailure(400, `“${date}” is no date. Write 1957, 1957-04 or 1957-04-11.`)
}

function questionOf({ q, chosen, roles, from, to, sort, page = 1, more }: SearchState): Question {
  const [begin, end] = [from && dayIn(from, 'first'), to && dayIn(to, 'last')]
  return {
    words: q,
    chosen,
    ...(roles !== undefined && { roles }),
    ...(begin && { from: begin }),
    ...(end && { to: end }),
    order: sort ?? orderOf({ q }),
    offset: (page - 1) * ROWS,
    limit: ROWS,
    values: VALUES,
    ...(more !== undefined && moreOf(more)),
  }
}

/** A facet that is opened, as `person` or `person.addressee`. */
function moreOf(more: string): Pick<Question, 'more' | 'counted'> {
  const [facet = '', role] = more.split('.')
  return { more: { facet, values: MORE_VALUES }, ...(role !== undefined && { counted: { facet, role } }) }
}

/** The first or the last day of a year, a month or a day, or undefined where it is none. */
function dayIn(date: string, which: 'first' | 'last'): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? []
  if (year === undefined) return undefined
  const [y, m] = [Number(year), Number(month ?? (which === 'first' ? 1 : 12))]
  const last = new Date(Date.UTC(2000, m, 0)).setUTCFullYear(y, m, 0)
  const d = day ?? (which === 'first' ? '01' : String(new Date(last).getUTCDate()))
  const written = `${year}-${String(m).padStart(2, '0')}-${d}`
  const time = Date.parse(`${written}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? undefined : written
}
