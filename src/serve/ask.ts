/** `/ask`: a form that asks without SPARQL. Its address holds the whole question; the answer is the query page's. */
import { type Request, type Response, Router } from 'express'
import { type Model, readModel } from '../ask/model.ts'
import { type Asked, queryOf } from '../ask/query.ts'
import { addressOf as parametersOf, type Question, readQuestion } from '../ask/question.ts'
import type { Answered } from '../pages/answer.tsx'
import { type AskPage, askPage } from '../pages/ask.tsx'
import type { Release } from '../release/read.ts'
import { setFaultPage } from './failure.ts'
import { chooseForm, HTML } from './forms.ts'
import { generationOf } from './generations.ts'
import { endpointOf, faultOf, forPage, PAGE_ROWS, readAnswer } from './query-page.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'
import { addressOf, siteOf } from './site.ts'
import { askRelease } from './sparql.ts'

const PATH = '/ask'
const PAGE = { bindings: HTML.mediaType, boolean: HTML.mediaType, graph: HTML.mediaType }
/** @param rate counts the queries of a client */
export function ask(services: Services, rate: (req: Request) => void): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const models = new WeakMap<Release, Promise<Model>>()
  const modelOf = ({ release }: { readonly release: Release }): Promise<Model> => {
    const model = models.get(release) ?? readModelOf(release, services)
    models.set(release, model)
    return model
  }

  router.get(PATH, async (req, res) => {
    chooseForm(req.headers.accept, [HTML], addressOf(req) + PATH)
    res.vary('Accept')
    const model = await modelOf(generationOf(res))
    const written = new URLSearchParams(req.url.slice(req.url.indexOf('?') + 1 || req.url.length))
    const { question, faults, added } = readQuestion(written, model)
    const page = pageOf(services, req, res, { model, faults, ...(question !== undefined && { question }) })
    if (question === undefined || faults.length > 0) {
      if (faults.length > 0) res.status(400).set('Cache-Control', 'no-store')
      return send(req, res, represent(HTML.mediaType, askPage(page)))
    }
    const parameters = parametersOf(question)
    if (written.toString() !== parameters) {
      const place = added !== undefined ? `#c${added}` : written.has('remove') ? '#question' : ''
      return res.set('Cache-Control', 'no-store').redirect(303, `${addressOf(req)}${PATH}?${parameters}${place}`)
    }
    const asked = queryOf(question, model)
    if (asked === undefined) return send(req, res, represent(HTML.mediaType, askPage(page)))
    setFaultPage(res, (message) => askPage({ ...page, asked, fault: faultOf(message) }))
    rate(req)
    const answer = await answerOf(services, req, res, asked)
    await send(req, res, represent(HTML.mediaType, askPage({ ...page, asked, answer })))
  })
  return router
}

async function readModelOf(release: Release, { shapes }: Services): Promise<Model> {
  return readModel([...((await release.graph(release.iris.graph('vocabulary'))) ?? []), ...shapes])
}

async function answerOf(
  services: Services,
  req: Request,
  res: Response,
  { query }: Asked,
): Promise<Answered & { readonly milliseconds: number }> {
  const begun = performance.now()
  const answer = await askRelease(services, req, res, { query }, forPage(PAGE, services.settings.queryRows))
  return { ...(await readAnswer(answer)), milliseconds: performance.now() - begun }
}

type Known = Pick<AskPage, 'model' | 'faults'> & { readonly question?: Question }

const pageOf = (services: Services, req: Request, res: Response, known: Known): AskPage => ({
  ...known,
  site: siteOf(services, req, res),
  questions: services.questions,
  endpoint: endpointOf(req, res),
  rowLimit: services.settings.queryRows,
  pageRows: Math.min(PAGE_ROWS, services.settings.queryRows),
})
