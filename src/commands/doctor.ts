/** `dragoman doctor`: what should be in order before a first publication, each with what to do about it. */
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import type { Settings } from '../config.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { createTerminal } from './terminal.ts'

type Verdict = 'ok' | 'advice' | 'fault'

interface Finding {
  readonly verdict: Verdict
  readonly subject: string
  readonly sentence: string
}

const SMALLEST_DISK = 1e9
const MARKS: Readonly<Record<Verdict, string>> = { ok: '✓', advice: '!', fault: '✗' }

const ok = (subject: string, sentence: string): Finding => ({ verdict: 'ok', subject, sentence })
const advice = (subject: string, sentence: string): Finding => ({ verdict: 'advice', subject, sentence })
const fault = (subject: string, sentence: string): Finding => ({ verdict: 'fault', subject, sentence })

/** Checks a collection's configuration and the machine; exit 1 if something would make a publication wrong. */
export async function doctor([dir = 'data']: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { settings, file } = settingsOf(options, [dir])
  const findings = [
    file === undefined
      ? advice('configuration', 'There is no dragoman.config.json; everything is default.')
      : ok('configuration', file),
    ...(await readable(dir)),
    ...base(settings),
    ...dataset(settings),
    ...(await disk(settings)),
    await port(settings),
  ]
  const terminal = createTerminal()
  for (const { verdict, subject, sentence } of findings)
    if (verdict !== 'ok' || options.quiet !== true) terminal.warn(`${MARKS[verdict]} ${subject.padEnd(14)} ${sentence}`)
  return findings.some(({ verdict }) => verdict === 'fault') ? EXIT.rejected : EXIT.ok
}

async function readable(dir: string): Promise<readonly Finding[]> {
  try {
    await access(dir, constants.R_OK)
    return [ok('collection', dir)]
  } catch {
    return [fault('collection', `${dir} cannot be read. Name the folder of the collection.`)]
  }
}

function base({ base, vocabularyRegistered }: Settings): readonly Finding[] {
  const { hostname, protocol } = new URL(base)
  const local = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  return [
    local
      ? advice(
          'base',
          `${base} is this machine only. Set base to the address under which the data will be published; it cannot be changed later.`,
        )
      : protocol === 'http:'
        ? advice(
            'base',
            `${base} is http. It is a good choice only if it will stay reachable so; https is usual today.`,
          )
        : ok('base', base),
    vocabularyRegistered || local
      ? ok('namespace', vocabularyRegistered ? 'registered' : 'not needed for a local base')
      : advice(
          'namespace',
          'https://w3id.org/diplomacy/ is not registered yet, so its terms do not resolve for others. Register the rules in ontology/w3id, then set vocabularyRegistered.',
        ),
  ]
}

function dataset({ dataset }: Settings): readonly Finding[] {
  const { title, description, publisher, license, adminEmail } = dataset
  const missing = (name: string, value: unknown, why: string): Finding =>
    value === undefined ? advice(name, `dataset.${name} is not set. ${why}`) : ok(name, String(value))
  return [
    missing('title', title, 'Say what the collection is called.'),
    missing('description', description, 'Say in two sentences what it holds.'),
    missing('publisher', publisher?.name, 'Say who publishes it.'),
    missing('license', license, 'Without a licence of the metadata nobody may reuse them; CC0 is usual.'),
    missing('adminEmail', adminEmail, 'OAI-PMH cannot be offered without a contact.'),
  ]
}

async function disk({ out }: Settings): Promise<readonly Finding[]> {
  try {
    await mkdir(dirname(out), { recursive: true })
    await access(dirname(out), constants.W_OK)
    const { bavail, bsize } = await statfs(dirname(out))
    const free = bavail * bsize
    const amount = `${(free / 1e9).toFixed(1)} GB free for ${out}`
    return [free < SMALLEST_DISK ? fault('disk', `Only ${amount}.`) : ok('disk', amount)]
  } catch (error) {
    return [fault('disk', `${out} cannot be written (${(error as NodeJS.ErrnoException).code}).`)]
  }
}

/** Tries to listen, since nothing else tells whether a port is free and allowed. */
function port({ port: number, host }: Settings): Promise<Finding> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        advice('port', `${host}:${number} is not free (${error.code}). Stop what listens there or choose another.`),
      ),
    )
    server.listen(number, host, () => server.close(() => resolve(ok('port', `${host}:${number} is free`))))
  })
}
