/** A harvest of real builds: documents come, change, go and are found to be one; who follows the feed ends at the newest. */
import { readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { canonize } from 'rdf-canonize'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Settings } from '../../src/config.ts'
import { engineData } from '../../src/engine/data.ts'
import { createEmbeddedEngine } from '../../src/engine/embedded/index.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { withdraw } from '../../src/publish/withdraw.ts'
import { publish } from '../../src/publish.ts'
import { parse } from '../../src/rdf/parse.ts'
import { currentFolder, openRelease } from '../../src/release/read.ts'
import { createApp } from '../../src/serve/app.ts'
import { createGenerations, type Generations } from '../../src/serve/generations.ts'
import { emptyCollection } from '../collection.ts'
import { Follower } from '../serve/follower.ts'
import { requester } from '../serve/world.ts'

/** A telegram of our own making. */
const telegram = (number: number, words: string) => `Top Secret

Issuing No. ${number}
Sent on 5:30 am, ${1 + (number % 28)} May 1950
CIPHERED TELEGRAM
Destination: PEKING   To Whom: SovAmbassador

${words} asks for seed potatoes, lot ${number}.

VYSHINSKY

Copies:
1. Comr. Stalin
2. Comr. ${words.split(' ').at(-1)}
`

let root: string
let settings: Settings
let engine: Engine
let generations: Generations
let ask: ReturnType<typeof requester>
let close: () => void
const put = (number: number, words = `Comrade Person${'abcdefghij'[number % 10]}`) =>
  writeFileSync(join(root, 'data', `${number}.txt`), telegram(number, words))
const take = async () => generations.replace(await openRelease(currentFolder(settings.out) ?? ''))
const build = async (day: number) => {
  const now = new Date(`2020-03-0${day}T00:00:00Z`)
  const { manifest } = await publish([join(root, 'data')], { settings, now, allowWithdrawals: true })
  expect(manifest?.published).toBe(now.toISOString().replace('.000', ''))
}
const dump = () => readFileSync(join(currentFolder(settings.out) ?? '', 'dumps/all.nq'), 'utf8')
const slugs = () =>
  readFileSync(join(currentFolder(settings.out) ?? '', 'lists/document.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).slug as string)
const canonical = async (text: string) => canonize(await parse(text, 'nquads'), { algorithm: 'RDFC-1.0' })
const expectInStep = async (follower: Follower) =>
  expect(await canonical(`${follower.lines.join('\n')}\n`)).toBe(await canonical(dump()))

beforeAll(async () => {
  ;({ root, settings } = emptyCollection())
  for (let number = 1; number <= 12; number++) put(number)
  await build(1)
  const release = await openRelease(currentFolder(settings.out) ?? '')
  generations = createGenerations(release)
  engine = await createEmbeddedEngine(engineData(release), {
    timeout: 1000,
    maxRows: 10,
    maxBytes: 1e6,
    workers: 1,
    queue: 1,
    memory: 1e9,
  })
  const services = {
    settings,
    generations,
    engine,
    shapes: [],
    questions: [],
    report: (error: unknown) => {
      throw error
    },
  }
  const server = createServer(createApp(services))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ask = requester((server.address() as AddressInfo).port)
  close = () => server.close()
})
afterAll(async () => {
  close()
  await engine.close()
  await generations.current.release.close()
  rmSync(root, { recursive: true })
})

test('added, changed, removed, merged, taken down: the copy of a follower is the newest release', async () => {
  const follower = new Follower(ask, settings.base)
  await follower.follow()
  await expectInStep(follower)

  put(13)
  put(2, 'Comrade Otherone')
  unlinkSync(join(root, 'data/3.txt'))
  const [kept = '', merged = '', down = ''] = slugs().filter((slug) => !/-(?:2|3)$/.test(slug))
  writeFileSync(
    join(root, 'authorities/duplicates.csv'),
    `document,duplicateOf,status,source,date,reviewer\n${merged},${kept},accepted,test,2020-03-02,me\n`,
  )
  await build(2)
  await take()
  expect(slugs()).not.toContain(merged)
  expect((await ask(`/id/document/${merged}`)).status).toBe(301)
  await follower.follow()
  await expectInStep(follower)

  await withdraw(`${settings.base}/id/document/${down}`, 'Asked for.', settings, new Date('2020-03-03T00:00:00Z'))
  await take()
  await follower.follow()
  await expectInStep(follower)
  expect(dump()).not.toContain(`/id/document/${down}>`)

  // In the middle of its walk another is published.
  put(14)
  await build(4)
  await take()
  let requests = 0
  follower.onGet = async () => {
    if (++requests !== 2) return
    put(4, 'Comrade Latecomer')
    await build(5)
    await take()
  }
  await follower.follow()
  follower.onGet = async () => {}
  await follower.follow()
  expect(requests).toBeGreaterThan(2)
  await expectInStep(follower)
})
