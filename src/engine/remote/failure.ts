/** What went wrong in a remote store, told from its answer: each store says it in its own way. */
import { EngineError, timeoutError } from '../engine.ts'

const EXCERPT = 300
const OVERTIME = /time[d -]*out|S1T00|S1TAT|estimated execution time|cancell?ed/i
const DENIED = /\b(?:access|permission) denied\b|\bno \w+ permission\b|not (?:authorized|allowed|permitted)|forbidden/i
/** Virtuoso's words for VALUES or IN of more members than its compiler takes. */
const TOO_MANY_VALUES = /\bSP030: .*Too many arguments|\bSQ199\b|code vector/s
const FULL = /no space left|disk (?:is )?full|out of disk|ENOSPC|quota exceeded/i

/** The error for an answer that is not 2xx. */
export async function failureOf(response: Response, timeout: number): Promise<EngineError> {
  const text = (await response.text().catch(() => '')).trim()
  const { message = text.slice(0, EXCERPT), code } = problemIn(response, text)
  if (TOO_MANY_VALUES.test(text)) return tooManyValues()
  switch (response.status) {
    case 400:
      return new EngineError('syntax', message || 'The SPARQL store found the query malformed.', positionIn(text))
    case 401:
      return denied('asks for a user and a password, or does not take those that were given')
    case 403:
      if (code === 'too-many-rows' || code === 'too-large') return new EngineError(code, message)
      return denied('does not allow this')
    case 408:
    case 504:
      return timeoutError(timeout)
    case 429:
      return new EngineError('busy', 'The SPARQL store has too much to do. Try again in a moment.')
    case 507:
      return full()
    case 503:
      if (code === 'timeout' || OVERTIME.test(text)) return timeoutError(timeout)
      return new EngineError('busy', 'The SPARQL store has too much to do. Try again in a moment.')
    case 500:
      if (FULL.test(text)) return full()
      if (DENIED.test(text)) return denied('does not allow this')
      if (OVERTIME.test(text)) return timeoutError(timeout)
  }
  return new EngineError('unavailable', `The SPARQL store answered ${response.status}: ${message}`)
}

const denied = (what: string): EngineError =>
  new EngineError(
    'unavailable',
    `The SPARQL store ${what}. Give an account that may, by the variables DRAGOMAN_ENGINE_USER and DRAGOMAN_ENGINE_PASSWORD.`,
  )
const tooManyValues = (): EngineError =>
  new EngineError(
    'refused',
    'The SPARQL store does not take so many VALUES at once, or so many words found. Ask in parts, of 3000 at most.',
  )
const full = (): EngineError => new EngineError('unavailable', 'The disk of the SPARQL store is full. Make room there.')

/** Detail and code of a problem document (RFC 9457), where it is one. */
function problemIn(response: Response, text: string): { readonly message?: string; readonly code?: string } {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return {}
  try {
    const { detail, code } = JSON.parse(text) as { readonly detail?: unknown; readonly code?: unknown }
    return {
      ...(typeof detail === 'string' && { message: detail }),
      ...(typeof code === 'string' && { code }),
    }
  } catch {
    return {}
  }
}

/** The error for what our parser holds against a query. */
export function syntaxError(complaint: string): EngineError {
  const at = positionIn(complaint)
  const [first = ''] = complaint.split('\n', 1)
  if (at === undefined) return new EngineError('syntax', /[.!?]$/.test(first) ? first : `${first}.`)
  const found = /^but found: '(.*)'$/m.exec(complaint)?.[1]
  const what = found === undefined || found === '' ? 'something is missing here' : `${found} is not expected here`
  return new EngineError('syntax', `Line ${at.line}, column ${at.column}: ${what}.`, at)
}

/** Where a parser, a store's or ours, says that it stumbled. */
function positionIn(text: string): { readonly line: number; readonly column: number } | undefined {
  const [, line, column] = /\bline"?[:\s]+(\d+)\D{1,3}col(?:umn)?"?[:\s]+(\d+)/i.exec(text) ?? []
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) }
  const [, marked, arrow = ''] = /^Parse error on line (\d+)\n.*\n(-*\^)/.exec(text) ?? []
  return marked === undefined ? undefined : { line: Number(marked), column: arrow.length }
}
