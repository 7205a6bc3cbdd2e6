/** What went wrong in a remote store, told from its answer: each store says it in its own way. */
import { EngineError, timeoutError } from '../engine.ts'

/** Virtuoso answers 200 with a part of the result when its time is up; only a header says so. */
export const isCutShort = (response: Response): boolean => response.headers.get('x-sql-state') === 'S1TAT'

const EXCERPT = 300

/** The error for an answer that is not 2xx. */
export async function failureOf(response: Response, timeout: number): Promise<EngineError> {
  const text = (await response.text().catch(() => '')).trim()
  const { message = text.slice(0, EXCERPT), code } = problemIn(response, text)
  switch (response.status) {
    case 400:
      return new EngineError('syntax', message || 'The SPARQL store found the query malformed.', positionIn(text))
    case 408:
    case 504:
      return timeoutError(timeout)
    case 429:
      return new EngineError('busy', 'The SPARQL store has too much to do. Try again in a moment.')
    case 503:
      if (code === 'timeout' || /time[d -]*out/i.test(text)) return timeoutError(timeout)
      return new EngineError('busy', 'The SPARQL store has too much to do. Try again in a moment.')
    case 500:
      if (/time[d -]*out/i.test(text)) return timeoutError(timeout)
  }
  if (code === 'too-many-rows' || code === 'too-large') return new EngineError(code, message)
  return new EngineError('unavailable', `The SPARQL store answered ${response.status}: ${message}`)
}

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

function positionIn(text: string): { readonly line: number; readonly column: number } | undefined {
  const [, line, column] = /\bline"?[:\s]+(\d+)\D{1,3}col(?:umn)?"?[:\s]+(\d+)/i.exec(text) ?? []
  return line === undefined || column === undefined ? undefined : { line: Number(line), column: Number(column) }
}
