/** The answers to ASK: read from what stores give, written in the form that was asked for. */

/** Reads a JSON boolean result, also in the shape of a SELECT of one row or none that Virtuoso gives it. @throws Error */
export function readBoolean(text: string): boolean {
  const answer = JSON.parse(text) as {
    readonly boolean?: unknown
    readonly head?: { readonly vars?: readonly unknown[] }
    readonly results?: { readonly bindings?: readonly { readonly __ASK_RETVAL?: { readonly value?: unknown } }[] }
  }
  if (typeof answer.boolean === 'boolean') return answer.boolean
  if (answer.head?.vars?.[0] !== '__ASK_RETVAL') throw new Error('no boolean')
  const value = answer.results?.bindings?.[0]?.__ASK_RETVAL?.value
  return value === '1' || value === 'true'
}

/** Writes a boolean result as JSON or XML, and as the bare word for media types that know no boolean. */
export function writeBoolean(value: boolean, mediaType: string): string {
  return mediaType === 'application/sparql-results+json'
    ? `{"head":{},"boolean":${value}}`
    : mediaType === 'application/sparql-results+xml'
      ? `<?xml version="1.0" encoding="UTF-8"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head></head><boolean>${value}</boolean></sparql>`
      : String(value)
}
