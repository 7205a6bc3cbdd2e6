/** The answers to ASK: read from what stores give, written in the form that was asked for. */
import { EngineError } from '../engine.ts'

/** Reads a JSON boolean result, also in the shape of a one-row SELECT that Virtuoso gives it. @throws EngineError */
export function booleanOf(body: Uint8Array): boolean {
  try {
    const answer = JSON.parse(new TextDecoder().decode(body)) as {
      readonly boolean?: unknown
      readonly results?: { readonly bindings?: readonly { readonly __ASK_RETVAL?: { readonly value?: unknown } }[] }
    }
    if (typeof answer.boolean === 'boolean') return answer.boolean
    const row = answer.results?.bindings?.[0]?.__ASK_RETVAL
    if (row !== undefined) return row.value === '1' || row.value === 'true'
  } catch {
    // Said below.
  }
  throw new EngineError('unavailable', 'The SPARQL store gave no boolean for an ASK.')
}

/** Writes a boolean result as JSON or XML, and as the bare word for media types that know no boolean. */
export function writeBoolean(value: boolean, mediaType: string): Uint8Array {
  const text =
    mediaType === 'application/sparql-results+json'
      ? `{"head":{},"boolean":${value}}`
      : mediaType === 'application/sparql-results+xml'
        ? `<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head></head><boolean>${value}</boolean></sparql>`
        : String(value)
  return new TextEncoder().encode(text)
}
