/**
 * Resumption tokens: all that a list needs to go on stands in the token, so that no server has to remember it. A token
 * names the last record that was sent, not a number of records: what comes, changes or goes meanwhile moves to the end
 * of the order, and nothing is lost or left out.
 */
import { createHash } from 'node:crypto'
import { readArguments, type Selection } from './arguments.ts'
import type { Position } from './catalogue.ts'

export interface Progress {
  readonly verb: 'ListIdentifiers' | 'ListRecords'
  readonly selection: Selection
  /** The last record that was sent. */
  readonly after: Position
  /** How many were sent. */
  readonly cursor: number
}

const SUM_LENGTH = 12
/** Not a secret: it tells a token of ours from one that was cut, mistyped or given by another repository. */
const sumOf = (text: string, baseUrl: string): string =>
  createHash('sha256').update(`${baseUrl}\n${text}`).digest('base64url').slice(0, SUM_LENGTH)

/** @param baseUrl of the repository that gives the token */
export function writeToken({ verb, selection, after, cursor }: Progress, baseUrl: string): string {
  const parts = { verb, ...selection, datestamp: after.datestamp, iri: after.iri, cursor: String(cursor) }
  const text = Buffer.from(new URLSearchParams(parts).toString()).toString('base64url')
  return text + sumOf(text, baseUrl)
}

/** What a token says, or undefined for one that this repository did not give. */
export function readToken(token: string, baseUrl: string): Progress | undefined {
  const text = token.slice(0, -SUM_LENGTH)
  if (token.slice(-SUM_LENGTH) !== sumOf(text, baseUrl)) return undefined
  const parts = new URLSearchParams(Buffer.from(text, 'base64url').toString())
  const [datestamp, iri, cursor] = ['datestamp', 'iri', 'cursor'].map((name) => {
    const value = parts.get(name)
    parts.delete(name)
    return value ?? ''
  })
  const found = readArguments(parts)
  if (!('verb' in found) || datestamp === undefined || iri === undefined) return undefined
  const { verb, metadataPrefix, set, from, until } = found
  if ((verb !== 'ListIdentifiers' && verb !== 'ListRecords') || metadataPrefix === undefined) return undefined
  if (!/^\d{1,9}$/.test(cursor ?? '')) return undefined
  return {
    verb,
    selection: {
      metadataPrefix,
      ...(set !== undefined && { set }),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    },
    after: { datestamp, iri },
    cursor: Number(cursor),
  }
}
