/** P01: the W3C SPARQL 1.1 Protocol tests: all of them on a scratch store, and on a release those that write nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatByMediaType } from '../../src/rdf/formats.ts'
import { type Answer, type Asked, startWorld, type World } from '../serve/world.ts'
import { isThere, type ProtocolRequest, readManifest } from './protocol-manifest.ts'
import { type Scratch, startScratch } from './scratch.ts'

const tests = isThere ? readManifest() : []
if (!isThere) console.warn('The W3C test suites are not in ../shared/suites: the protocol tests are left out.')

const TABULAR = /^(application\/sparql-results\+(json|xml)|text\/(csv|tab-separated-values))/

async function check(ask: (path: string, asked?: Asked) => Promise<Answer>, request: ProtocolRequest): Promise<void> {
  const { method, path, headers, body, statuses, boolean, format } = request
  const answer = await ask(path, { method, headers, ...(body && { body }) })
  expect(statuses, answer.text).toContain(`${String(answer.status)[0]}xx`)
  const mediaType = answer.headers['content-type'] ?? ''
  if (format === 'RDF') expect(formatByMediaType(mediaType)).toBeDefined()
  if (format === 'tabular' || format === 'boolean') expect(mediaType).toMatch(TABULAR)
  if (boolean !== undefined) expect(JSON.parse(answer.text)).toMatchObject({ boolean })
}

describe.skipIf(!isThere)('on a scratch store', () => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await startScratch()
  })
  afterAll(() => scratch.close())

  test('all 34 are here', () => {
    expect(tests).toHaveLength(34)
  })

  test.each(tests.map((t) => [t.id, t] as const))('%s', async (_id, protocolTest) => {
    await scratch.load(protocolTest.graphs)
    for (const request of protocolTest.requests) await check(scratch.ask, request)
  })
})

describe.skipIf(!isThere)('on a release, read-only', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.close())

  const applicable = tests.filter(({ id, graphs }) => graphs.length === 0 && !id.startsWith('update_'))
  test.each(applicable.map((t) => [t.id, t] as const))('%s', async (_id, { requests }) => {
    for (const request of requests) await check(world.ask, request)
  })

  const updates = tests.filter(({ id }) => id.startsWith('update_'))
  test.each(updates.map((t) => [t.id, t] as const))('%s is refused', async (_id, { requests: [request] }) => {
    if (request !== undefined)
      await check(world.ask, { ...request, statuses: ['4xx'], boolean: undefined, format: undefined })
  })
})
