/** What an OAI-PMH request may say, verb by verb, and whether it says that (protocol, sections 2.5 and 4). */
import { type OaiError, oaiError } from './error.ts'

export const VERBS = [
  'Identify',
  'ListMetadataFormats',
  'ListSets',
  'ListIdentifiers',
  'ListRecords',
  'GetRecord',
] as const
export type Verb = (typeof VERBS)[number]

/** Which records a list is of; days and seconds as they were given. */
export interface Selection {
  readonly metadataPrefix: string
  readonly set?: string
  readonly from?: string
  readonly until?: string
}

export interface Arguments extends Partial<Selection> {
  readonly verb: Verb
  readonly identifier?: string
  readonly resumptionToken?: string
}

type Name = keyof Arguments

interface Allowed {
  readonly required: readonly Name[]
  readonly optional: readonly Name[]
  /** Stands alone, in the place of all others. */
  readonly resumable?: true
}

const SELECTIVE: Allowed = { required: ['metadataPrefix'], optional: ['set', 'from', 'until'], resumable: true }
const ALLOWED: Readonly<Record<Verb, Allowed>> = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: [], resumable: true },
  ListIdentifiers: SELECTIVE,
  ListRecords: SELECTIVE,
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
}

const WORD = "[A-Za-z0-9_.!~*'()-]+"
const PREFIX = new RegExp(`^${WORD}$`)
const SET = new RegExp(`^${WORD}(?::${WORD})*$`)
/** Signs of a URI or IRI; a percent sign only where it encodes something. */
const SIGN = '(?:[^\\s%\\p{Cc}[\\]#]|%[\\dA-Fa-f]{2})'
const SCHEME = '[A-Za-z][A-Za-z\\d+.-]*:'
const HOST = '[^\\s%\\p{Cc}[\\]#:/?@]*(?::\\d{1,5})?'
/** Absolute with a host, absolute without, relative. */
const IDENTIFIER = new RegExp(
  `^(?:${SCHEME}//${HOST}(?:[/?]${SIGN}*)?|${SCHEME}(?!//)${SIGN}*|(?!//)(?:(?![:/?])${SIGN})*(?:[/?]${SIGN}*)?)(?:#${SIGN}*)?$`,
  'u',
)
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/

const isDate = (text: string): boolean => {
  if (!DATE.test(text) || text.startsWith('0000')) return false
  const time = new Date(text)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text.replace('Z', ''))
}

/** What each argument looks like, and the sentence for what does not. */
const SYNTAX: Readonly<Record<Exclude<Name, 'verb'>, readonly [(text: string) => boolean, string]>> = {
  metadataPrefix: [(text) => PREFIX.test(text), 'a prefix that ListMetadataFormats names'],
  set: [(text) => SET.test(text), 'a setSpec that ListSets names'],
  identifier: [(text) => text !== '' && IDENTIFIER.test(text), 'a URI'],
  from: [isDate, 'a day such as 2026-01-31 or a second in UTC such as 2026-01-31T12:00:00Z'],
  until: [isDate, 'a day such as 2026-01-31 or a second in UTC such as 2026-01-31T12:00:00Z'],
  resumptionToken: [(text) => text !== '', 'a token of an incomplete list'],
}

/** The first second that a date names, and the last. */
export const firstSecond = (date: string): string => (date.length === 10 ? `${date}T00:00:00Z` : date)
export const lastSecond = (date: string): string => (date.length === 10 ? `${date}T23:59:59Z` : date)

/** @returns the arguments of a request that says what it may, else why not: `badVerb` or `badArgument` */
export function readArguments(parameters: URLSearchParams): Arguments | readonly OaiError[] {
  const verbs = parameters.getAll('verb')
  const verb = VERBS.find((known) => known === verbs[0])
  if (verb === undefined || verbs.length > 1) return [oaiError('badVerb', verbSentence(verbs))]
  const { required, optional, resumable } = ALLOWED[verb]
  const given = [...new Set(parameters.keys())].filter((name) => name !== 'verb')
  const isResumed = resumable === true && parameters.has('resumptionToken')
  const known: readonly string[] = [...required, ...optional, ...(resumable ? ['resumptionToken'] : [])]
  const faults = [
    ...given.filter((name) => !known.includes(name)).map((name) => `${verb} has no argument ${JSON.stringify(name)}.`),
    ...given.filter((name) => parameters.getAll(name).length > 1).map((name) => `${name} is given more than once.`),
    ...required
      .filter((name) => !isResumed && !parameters.has(name))
      .map((name) => `${verb} needs the argument ${name}.`),
    ...(isResumed && given.length > 1 ? ['resumptionToken stands alone beside the verb.'] : []),
    ...given.flatMap((name) => {
      const [isWell, form] = SYNTAX[name as keyof typeof SYNTAX] ?? []
      return isWell === undefined || isWell(parameters.get(name) ?? '') ? [] : [`${name} has to be ${form}.`]
    }),
  ]
  const [from, until] = [parameters.get('from'), parameters.get('until')]
  if (faults.length === 0 && from !== null && until !== null) {
    if (from.length !== until.length) faults.push('from and until have to be both days or both seconds.')
    else if (from > until) faults.push('from is later than until.')
  }
  if (faults.length > 0) return faults.map((fault) => oaiError('badArgument', fault))
  return { ...Object.fromEntries(parameters), verb }
}

function verbSentence([first, ...more]: readonly string[]): string {
  if (more.length > 0) return 'The verb is given more than once.'
  const named = first === undefined ? 'There is no verb' : `There is no verb ${JSON.stringify(first)}`
  return `${named}. Known are ${VERBS.join(', ')}.`
}
