/**
 * Prefixes that a query uses and does not declare: the well-known ones are put before it, where it would be no query
 * without them; for others the error says what is missing. The places of errors stay those of the text as it was sent.
 */
import { PREFIXES } from '../rdf/prefixes.ts'
import { WELL_KNOWN_PREFIXES } from '../rdf/well-known-prefixes.ts'
import { EngineError } from './engine.ts'
import { withoutQuoted } from './quoted.ts'

/** Prefixes of more than one meaning, with that of our data: good for advice, not for guessing. */
const ADVISED: Readonly<Record<string, string>> = { geo: PREFIXES['wgs84'] ?? '' }
const DECLARED = /\bprefix\s+([^\s:<>]*):/gi
const USED = /(?<![\p{L}\p{N}_.:%\\?$@-])((?:\p{L}(?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?)?):/gu

const namesOf = (plain: string, pattern: RegExp) => new Set([...plain.matchAll(pattern)].map(([, name = '']) => name))
const declare = (prefix: string, iri: string): string => `PREFIX ${prefix}: <${iri}>`

/** The prefix that the parser misses, of its words. */
export const prefixMissedBy = (complaint: string): string | undefined => /^Unknown prefix: (.*)$/.exec(complaint)?.[1]

/**
 * The text with a line before it that declares the well-known prefixes it uses undeclared.
 * @param missed The one that the parser missed.
 * @returns undefined when that is none of them
 */
export function withWellKnown(text: string, missed: string): string | undefined {
  if (!Object.hasOwn(WELL_KNOWN_PREFIXES, missed)) return undefined
  const plain = withoutQuoted(text)
  const declared = namesOf(plain, DECLARED)
  const names = [...namesOf(plain, USED).add(missed)].filter((name) => !declared.has(name))
  const lines = names.flatMap((name) => {
    const iri = Object.hasOwn(WELL_KNOWN_PREFIXES, name) ? WELL_KNOWN_PREFIXES[name] : undefined
    return iri === undefined ? [] : [declare(name, iri)]
  })
  return `${lines.join(' ')}\n${text}`
}

/** What was sent, and what became of it. */
export interface Completed {
  /** As it was sent. */
  readonly sent: string
  /** Lines that were put before it. */
  readonly added: number
  /** A prefix that nothing declares. */
  readonly undeclared?: string
}

/** The error, told of the text as it was sent; of an undeclared prefix, with the line that declares it. */
export function asSent(error: EngineError, { sent, added, undeclared }: Completed): EngineError {
  if (error.code !== 'syntax') return error
  if (undeclared !== undefined) return undeclaredError(sent, undeclared)
  const { line, column, message } = error
  if (added === 0 || line === undefined || column === undefined) return error
  const told = message.replace(/(\bline"?[:\s]+)(\d+)/gi, (_, word, number) => word + (Number(number) - added))
  return new EngineError('syntax', told, { line: line - added, column })
}

function undeclaredError(text: string, prefix: string): EngineError {
  const iri = known(prefix)
  const declaration = iri && declare(prefix, iri)
  const at = placeOf(text, prefix)
  const missing = declaration ?? declare(prefix, '…')
  const where = at === undefined ? 'T' : `Line ${at.line}, column ${at.column}: t`
  return new EngineError('syntax', `${where}he prefix ${prefix}: is not declared. Put before the query: ${missing}.`, {
    ...at,
    prefix,
    ...(declaration !== undefined && { declaration }),
  })
}

/** What a prefix most likely means, also in another case. */
function known(prefix: string): string | undefined {
  const all: Readonly<Record<string, string>> = { ...WELL_KNOWN_PREFIXES, ...ADVISED }
  const name = [prefix, prefix.toLowerCase()].find((candidate) => Object.hasOwn(all, candidate))
  return name === undefined ? undefined : all[name]
}

/** Where a prefix is first used; undefined when it is written with escapes. */
function placeOf(text: string, prefix: string): { readonly line: number; readonly column: number } | undefined {
  const found = [...withoutQuoted(text).matchAll(USED)].find(([, name]) => name === prefix)
  if (found === undefined) return undefined
  const lines = text.slice(0, found.index).split('\n')
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 }
}
