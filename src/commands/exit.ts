/** Exit codes, and which error means which. */
import { ConfigurationError } from '../config.ts'

export const EXIT = {
  /** All well. */
  ok: 0,
  /** The run finished, but some input was rejected or some data do not conform. */
  rejected: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** A fault outside the data: disk full, port taken, engine unreachable, lock held. */
  fault: 3,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Wrong usage of a command: one sentence that names the argument and the mend. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full; what was published before stays as it is. Free some space and run it again.',
  EDQUOT: 'The disk quota is used up; what was published before stays as it is. Free some space and run it again.',
  EFBIG: 'A file may not grow so large here; what was published before stays as it is. Raise the limit (ulimit -f).',
  EROFS: 'The disk is read-only. Choose another folder with --out.',
  EEXIST: 'A file stands where a folder is needed. Move it away or choose another folder with --out.',
  ENOTDIR: 'A file stands where a folder is needed. Move it away or choose another folder with --out.',
  EISDIR: 'A folder stands where a file is needed. Name a file.',
  EMFILE: 'Too many files are open; raise the limit (ulimit -n).',
}

type SystemError = NodeJS.ErrnoException & {
  readonly port?: number
  /** Of the host that a server was to listen on. */
  readonly address?: string
  readonly hostname?: string
}

/** The exit code and the sentence for an error that ended a command. */
export function explain(error: unknown): { readonly code: ExitCode; readonly sentence: string } {
  if (error instanceof ConfigurationError || error instanceof UsageError)
    return { code: EXIT.usage, sentence: error.message }
  if (!(error instanceof Error)) return { code: EXIT.fault, sentence: String(error) }
  const { code, path, port, address, hostname } = error as SystemError
  if (code === 'EADDRINUSE')
    return {
      code: EXIT.fault,
      sentence: `Port ${port} is taken. Stop what listens there or choose another with --port.`,
    }
  if (code === 'EACCES' && port !== undefined)
    return {
      code: EXIT.fault,
      sentence: `Port ${port} may not be used by this user. Choose one above 1023 with --port.`,
    }
  const host = address ?? hostname
  if (host !== undefined && (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN'))
    return {
      code: EXIT.fault,
      sentence: `This machine has no address ${host}. Choose one of its own with --host, such as localhost or 0.0.0.0.`,
    }
  if (code === 'ENOENT') return { code: EXIT.usage, sentence: `There is no file ${path}. Check its name.` }
  if (code === 'EACCES' || code === 'EPERM')
    return { code: EXIT.fault, sentence: `No permission for ${path ?? 'a file'}. Check who owns it.` }
  const known = code === undefined ? undefined : SYSTEM[code]
  return {
    code: EXIT.fault,
    sentence: known === undefined ? error.message : `${known}${path === undefined ? '' : ` (${path})`}`,
  }
}
