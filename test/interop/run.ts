/** Programs of other ecosystems, run beside a server of this process. */
import { spawn } from 'node:child_process'

export interface Ran {
  readonly status: unknown
  readonly out: string
  readonly err: string
}

/** @param from where the program is to be had, for who does not have it */
export async function tryRun(
  from: string,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', ...environment }
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [pieces, complaints]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
  child.stderr.on('data', (piece: Buffer) => complaints.push(piece))
  const status = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${command} could not be run (${error.message}): ${from}.`)))
    child.once('close', resolve)
  })
  return { status, out: Buffer.concat(pieces).toString('utf8'), err: Buffer.concat(complaints).toString('utf8') }
}

/** What a program says that ends well. */
export async function run(...program: Parameters<typeof tryRun>): Promise<string> {
  const { status, out, err } = await tryRun(...program)
  const [from, command] = program
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${err}\n${from}.`)
  return out
}
