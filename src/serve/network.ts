/** `/network`, `/network/meetings` and `/matrix`: who wrote to, met and asked whom; with their downloads. */
import { type Request, type Response, Router } from 'express'
import { graphml } from '../crosswalk/graphml.ts'
import { kindsOf, matrixOf } from '../drawing/matrix.ts'
import { drawNetwork, networkOf } from '../drawing/network.ts'
import { addedUp, strengths, strongestFirst } from '../drawing/ties.ts'
import { matrixPage } from '../pages/matrix.tsx'
import { type NetworkOf, networkPage } from '../pages/network.tsx'
import { csv } from '../release/csv.ts'
import type { Services } from './services.ts'
import { addressGiven, idIn, sendFile, sendView, viewFor, viewsOf, wordGiven, yearsOf } from './view-request.ts'

/** Things that a network shows: more names than these cannot be read. */
const NODES = 60
/** Lines between them: more are a thicket, and a heavy page. */
const TIES = 120
/** Names that can be chosen from: the most strongly tied. */
const CHOICES = 150
const FRAME = { width: 960, height: 680 }
const CELLS = { rows: 25, columns: 16 }

export function network(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })
  for (const [path, of] of [
    ['/network', 'letters'],
    ['/network/meetings', 'meetings'],
  ] as const) {
    router.get(path, async (req, res) => {
      const filter = filterOf(req)
      await sendView(req, res, [path, filter], () => networkHtml(services, req, res, of, filter))
    })
    router.get(`${path}.csv`, async (req, res) => {
      const filter = filterOf(req)
      await sendFile(req, res, 'text/csv', [path, filter], async () => {
        const { nodes, ties } = networkOf(await viewsOf(res).ties(of), filter, Number.POSITIVE_INFINITY)
        const { nameOf } = await viewFor(services, req, res)
        const idOf = idIn(res)
        const rows = ties.map(({ a, b, count, earliest, latest }) => [
          ...[a, b].map(idOf),
          ...[a, b].map(nameOf),
          of === 'letters' ? 'Directed' : 'Undirected',
          count,
          earliest,
          latest,
          nodes.get(a),
          nodes.get(b),
        ])
        return csv(NETWORK_COLUMNS, rows)
      })
    })
    router.get(`${path}.graphml`, async (req, res) => {
      const filter = filterOf(req)
      await sendFile(req, res, 'application/graphml+xml', [path, filter], async () => {
        const { nodes, ties } = networkOf(await viewsOf(res).ties(of), filter, Number.POSITIVE_INFINITY)
        const { nameOf } = await viewFor(services, req, res)
        const idOf = idIn(res)
        return graphml(
          [...nodes.keys()].map((id) => ({ id: idOf(id), label: nameOf(id), kind: id.split('/', 1)[0] ?? '' })),
          ties.map(({ a, b, count, ...dates }) => ({ source: idOf(a), target: idOf(b), weight: count, ...dates })),
          of === 'letters',
        )
      })
    })
  }

  router.get('/matrix', async (req, res) => {
    const filter = matrixFilter(req)
    await sendView(req, res, ['matrix', filter], async () => {
      const ties = await viewsOf(res).ties('acts')
      return matrixPage({
        view: await viewFor(services, req, res),
        matrix: matrixOf(ties, filter, CELLS),
        filter,
        kinds: [...kindsOf(addedUp(ties, {})).keys()],
      })
    })
  })
  router.get('/matrix.csv', async (req, res) => {
    const filter = matrixFilter(req)
    await sendFile(req, res, 'text/csv', ['matrix', filter], async () => {
      const { nameOf } = await viewFor(services, req, res)
      const { ties } = matrixOf(await viewsOf(res).ties('acts'), filter, CELLS)
      const idOf = idIn(res)
      const rows = strongestFirst(ties).flatMap(({ a, b, kinds, earliest, latest }) =>
        [...kinds].map(([kind, count]) => [idOf(a), idOf(b), nameOf(a), nameOf(b), kind, count, earliest, latest]),
      )
      return csv(['actor', 'addressee', 'actorName', 'addresseeName', 'kind', 'acts', 'earliest', 'latest'], rows)
    })
  })
  return router
}

const NETWORK_COLUMNS = [
  'source',
  'target',
  'sourceName',
  'targetName',
  'type',
  'weight',
  'earliest',
  'latest',
  'sourceWeight',
  'targetWeight',
]

function filterOf(req: Request) {
  const around = addressGiven(req, 'person')
  return { ...yearsOf(req), ...(around !== undefined && { around }) }
}

function matrixFilter(req: Request) {
  const kind = wordGiven(req, 'kind')
  return { ...yearsOf(req), ...(kind !== undefined && { kind }) }
}

async function networkHtml(
  services: Services,
  req: Request,
  res: Response,
  of: NetworkOf,
  filter: ReturnType<typeof filterOf>,
): Promise<string> {
  const ties = await viewsOf(res).ties(of)
  const view = await viewFor(services, req, res)
  const drawn = networkOf(ties, filter, NODES, TIES)
  const strongest = [...strengths(addedUp(ties, {})).keys()].slice(0, CHOICES)
  const { around } = filter
  const choices = around === undefined || strongest.includes(around) ? strongest : [around, ...strongest]
  return networkPage({
    view,
    of,
    network: drawn,
    drawing: drawNetwork(drawn, view.nameOf, FRAME),
    filter,
    choices: choices.toSorted((a, b) => view.nameOf(a).localeCompare(view.nameOf(b), 'en')),
  })
}
