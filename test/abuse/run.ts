/**
 * `npm run abuse -- [SECONDS]`: four clients send a hundred hostile queries to the served sample, over and over, while
 * one that behaves well asks typical questions. Everything on loopback. Ends with 1 where a promise is broken: a wrong
 * or cut answer, a status that is not honest, a neighbour who waits more than three times as long, memory that stays
 * taken, a connection to outside.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { askAt, isWhole, type Outcome, questioner, share } from './clients.ts'
import { HONEST, hostileQueries } from './hostile.ts'
import { startServer } from './server.ts'

const SECONDS = Number(process.argv[2] ?? 120)
/** Of the quiet before, in seconds, and of the time in which memory may come back. */
const [QUIET, REST] = [Math.min(SECONDS, 30), 30]
const CLIENTS = 4
/** Short, so that each of the hundred has its turn; and no answers are kept, which would fill memory on purpose. */
const TIMEOUT = 3
const [SLOWER, FATTER] = [3, 1.2]
/** Sent at once where a query stands for thousands of tiny ones. */
const BURST = 100

const say = (line = '') => process.stdout.write(`${line}\n`)
const queries = join(import.meta.dirname, '../../data/queries')
const questions = readdirSync(queries)
  .filter((name) => /^(01|02|03|05|06|09|12|17|22|28)-.*\.rq$/.test(name))
  .map((name) => readFileSync(join(queries, name), 'utf8'))

let connections = 0
const outside = createServer((socket) => {
  connections++
  socket.destroy()
})
await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
const address = outside.address()
const port = typeof address === 'object' ? address?.port : 0

const server = await startServer(['--query-timeout', `${TIMEOUT}s`, '--query-cache', '0'])
const faults: string[] = []

say(`The sample at ${server.address}, two queries at a time or as many as processors, ${TIMEOUT} s each.`)
const neighbour = questioner(server.address, questions)
await neighbour.askFor(5)
neighbour.forget()
const calm = await neighbour.askFor(QUIET)
const before = server.memory()
say(`Quiet, ${QUIET} s: ${calm.length} questions, p95 ${share(calm, 0.95)} ms.`)

const hostile = hostileQueries(`http://127.0.0.1:${port}/`)
const outcomes = new Map<string, Map<string, number>>()
const count = (kind: string, outcome: string) => {
  const ofKind = outcomes.get(kind) ?? new Map<string, number>()
  outcomes.set(kind, ofKind.set(outcome, (ofKind.get(outcome) ?? 0) + 1))
}
const end = performance.now() + SECONDS * 1000

/** Sends what is hostile, each client from another place on, until the time is over. */
async function harass(client: number): Promise<void> {
  for (let n = (client * hostile.length) / CLIENTS; performance.now() < end; n++) {
    const {
      kind,
      query,
      statuses = HONEST,
      parameters,
    } = hostile[Math.floor(n) % hostile.length] as (typeof hostile)[0]
    const each = kind === 'a hundred at once' ? BURST : 1
    const ask = () => askAt(server.address, query, { client: `hostile-${client}`, ...(parameters && { parameters }) })
    const answers: Outcome[] = await Promise.all(Array.from({ length: each }, ask))
    for (const { status, body, type } of answers) {
      count(kind, String(status))
      const told = `${kind}: ${query.slice(0, 100)}`
      if (!statuses.includes(status)) faults.push(`${status} for ${told}`)
      if (status === 200 && !isWhole(body, type)) faults.push(`a part of an answer for ${told}`)
    }
  }
}
const [abused] = await Promise.all([neighbour.askFor(SECONDS), ...Array.from({ length: CLIENTS }, (_, i) => harass(i))])
say(
  `Under abuse, ${SECONDS} s: ${abused.length} questions, p95 ${share(abused, 0.95)} ms, longest ${share(abused, 1)} ms.`,
)
say()
say('| hostile | answers |')
say('|---|---|')
for (const [kind, ofKind] of outcomes)
  say(
    `| ${kind} | ${[...ofKind]
      .sort()
      .map(([status, n]) => `${n} × ${status}`)
      .join(', ')} |`,
  )
say()
// The neighbour goes on: a server with nothing to do clears nothing away.
const rest = await neighbour.askFor(REST)
const after = server.memory()
say(`Quiet again, ${REST} s: ${rest.length} questions, p95 ${share(rest, 0.95)} ms.`)
const [slower, fatter] = [share(abused, 0.95) / share(calm, 0.95), after / before]
say(`The neighbour's p95: ${slower.toFixed(1)} × that of the quiet (at most ${SLOWER}).`)
say(`Memory: ${before} MB before, ${after} MB ${REST} s after: ${fatter.toFixed(2)} × (at most ${FATTER}).`)
say(`Connections to outside: ${connections}.`)
faults.push(...neighbour.faults)
if (slower > SLOWER) faults.push('the neighbour waited too long')
if (fatter > FATTER) faults.push('memory stayed taken')
if (connections > 0) faults.push('there were connections to outside')
await server.stop()
outside.close()
for (const fault of [...new Set(faults)].slice(0, 40)) say(`Broken: ${fault}`)
say(faults.length === 0 ? `${hostile.length} hostile queries: all promises kept.` : `${faults.length} promises broken.`)
process.exitCode = faults.length === 0 ? 0 : 1
