/** A request of OAI-PMH 2.0 and its answer, as XML. Errors of the protocol are answers. */
import { element, type Markup, markup, XSI } from '../rdf/xml.ts'
import { type Arguments, readArguments, type Selection } from './arguments.ts'
import type { Header, Position } from './catalogue.ts'
import { type OaiError, oaiError } from './error.ts'
import type { Format } from './formats.ts'
import type { Repository } from './repository.ts'
import { type Progress, readToken, writeToken } from './token.ts'

/** Records or headers in one answer. */
export const PAGE = 100
/** Characters of metadata after which a page ends, however few records it has. */
const PAGE_LENGTH = 2e6
/** Documents that are read at the same time for one answer. */
const AT_ONCE = 10

const NAMESPACE = 'http://www.openarchives.org/OAI/2.0/'
const ROOT = {
  xmlns: NAMESPACE,
  'xmlns:xsi': XSI,
  'xsi:schemaLocation': `${NAMESPACE} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd`,
}
/** Errors after which the request is told without its arguments, since they may be none (protocol, section 3.2). */
const UNREADABLE: readonly string[] = ['badVerb', 'badArgument']

/** What the protocol answers instead of what was asked. */
class Refusal extends Error {
  readonly error: OaiError

  constructor(code: OaiError['code'], message: string) {
    super(message)
    this.error = oaiError(code, message)
  }
}

/**
 * Answers a request.
 * @param parameters as they came, by GET or POST
 * @param now when the answer is sent
 */
export async function answer(repository: Repository, parameters: URLSearchParams, now: Date): Promise<string> {
  const request = readArguments(parameters)
  const body = 'verb' in request ? await answerOrRefusal(repository, request) : errorElements(request)
  const { isUnreadable, content } = body
  const told = 'verb' in request && !isUnreadable ? { ...request } : {}
  const whole = element(
    'OAI-PMH',
    ROOT,
    element('responseDate', {}, now.toISOString().replace(/\.\d+Z$/, 'Z')),
    element('request', told, repository.baseUrl),
    content,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole.markup}\n`
}

interface Body {
  readonly isUnreadable: boolean
  readonly content: readonly Markup[]
}

const errorElements = (errors: readonly OaiError[]): Body => ({
  isUnreadable: errors.some(({ code }) => UNREADABLE.includes(code)),
  content: errors.map(({ code, message }) => element('error', { code }, message)),
})

async function answerOrRefusal(repository: Repository, request: Arguments): Promise<Body> {
  try {
    const content = await ANSWERS[request.verb](repository, request)
    return { isUnreadable: false, content: [element(request.verb, {}, content)] }
  } catch (error) {
    if (error instanceof Refusal) return errorElements([error.error])
    throw error
  }
}

type Answer = (repository: Repository, request: Arguments) => readonly Markup[] | Promise<readonly Markup[]>

const ANSWERS: Readonly<Record<Arguments['verb'], Answer>> = {
  Identify: ({ name, baseUrl, adminEmail, earliestDatestamp }) => [
    element('repositoryName', {}, name),
    element('baseURL', {}, baseUrl),
    element('protocolVersion', {}, '2.0'),
    element('adminEmail', {}, adminEmail),
    element('earliestDatestamp', {}, earliestDatestamp),
    element('deletedRecord', {}, 'persistent'),
    element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
    element('compression', {}, 'gzip'),
  ],

  ListMetadataFormats: (repository, { identifier }) => {
    const header = identifier === undefined ? undefined : existing(repository, identifier)
    return repository.formats
      .filter((format) => header === undefined || isOffered(format, header))
      .map(({ prefix, schema, namespace }) =>
        element(
          'metadataFormat',
          {},
          element('metadataPrefix', {}, prefix),
          element('schema', {}, schema),
          element('metadataNamespace', {}, namespace),
        ),
      )
  },

  ListSets: async (repository, { resumptionToken }) => {
    if (resumptionToken !== undefined) throw new Refusal('badResumptionToken', 'ListSets gives all sets at once.')
    const sets = await repository.sets()
    return sets.map(({ setSpec, setName }) =>
      element('set', {}, element('setSpec', {}, setSpec), element('setName', {}, setName)),
    )
  },

  GetRecord: async (repository, { identifier = '', metadataPrefix = '' }) => {
    const header = existing(repository, identifier)
    const format = offered(repository, metadataPrefix)
    if (!isOffered(format, header))
      throw new Refusal('cannotDisseminateFormat', `This record is not to be had as ${metadataPrefix}.`)
    return [await recordElement(repository, header, format)]
  },

  ListIdentifiers: (repository, request) =>
    list(repository, progressOf(repository, request, 'ListIdentifiers'), async (headers) =>
      headers.map((header) => headerElement(repository, header)),
    ),

  ListRecords: (repository, request) => {
    const progress = progressOf(repository, request, 'ListRecords')
    const format = offered(repository, progress.selection.metadataPrefix)
    return list(repository, progress, (headers) => recordElements(repository, headers, format))
  },
}

function existing({ find }: Repository, identifier: string): Header {
  const header = find(identifier)
  if (header === undefined) throw new Refusal('idDoesNotExist', `There is no record ${JSON.stringify(identifier)}.`)
  return header
}

function offered({ formats }: Repository, metadataPrefix: string): Format {
  const format = formats.find(({ prefix }) => prefix === metadataPrefix)
  if (format !== undefined) return format
  const known = formats.map(({ prefix }) => prefix).join(', ')
  throw new Refusal('cannotDisseminateFormat', `There is no format ${metadataPrefix} here. There are ${known}.`)
}

const isOffered = ({ isFor }: Format, header: Header): boolean => isFor === undefined || isFor(header.setting)

/** Where a list begins, or goes on. */
interface Begun {
  readonly verb: Progress['verb']
  readonly selection: Selection
  readonly after?: Position
  readonly cursor: number
}

function progressOf(repository: Repository, request: Arguments, verb: Progress['verb']): Begun {
  const { resumptionToken, metadataPrefix = '', set, from, until } = request
  if (resumptionToken === undefined) {
    const limits = { ...(set !== undefined && { set }), ...(from !== undefined && { from }) }
    return { verb, selection: { metadataPrefix, ...limits, ...(until !== undefined && { until }) }, cursor: 0 }
  }
  const progress = readToken(resumptionToken, repository.baseUrl)
  const isKnown = repository.formats.some(({ prefix }) => prefix === progress?.selection.metadataPrefix)
  if (progress === undefined || progress.verb !== verb || !isKnown)
    throw new Refusal('badResumptionToken', `This token was not given for ${verb} here. Begin the list anew.`)
  return progress
}

/** @param write what stands in the list for the next records: for as many of them as make a page */
async function list(
  repository: Repository,
  { verb, selection, after, cursor }: Begun,
  write: (headers: readonly Header[]) => Promise<readonly Markup[]>,
): Promise<readonly Markup[]> {
  const { isFor } = offered(repository, selection.metadataPrefix)
  const offers = isFor === undefined ? undefined : ({ setting }: Header) => isFor(setting)
  const { headers, left } = repository.catalogue.stretch(selection, offers, PAGE, after)
  if (headers.length === 0) throw new Refusal('noRecordsMatch', 'No record is in this selection.')
  const written = await write(headers)
  const last = headers[written.length - 1]
  if (last === undefined || (after === undefined && left === written.length)) return written
  const progress = { verb, selection, after: last, cursor: cursor + written.length }
  const token = left === written.length ? undefined : writeToken(progress, repository.baseUrl)
  const size = { completeListSize: String(cursor + left), cursor: String(cursor) }
  return [...written, element('resumptionToken', size, token)]
}

/** Records until the page is full. */
async function recordElements(
  repository: Repository,
  headers: readonly Header[],
  format: Format,
): Promise<readonly Markup[]> {
  const written: Markup[] = []
  let length = 0
  for (let begin = 0; begin < headers.length && length < PAGE_LENGTH; begin += AT_ONCE) {
    const next = headers.slice(begin, begin + AT_ONCE)
    for (const record of await Promise.all(next.map((header) => recordElement(repository, header, format)))) {
      if (length >= PAGE_LENGTH) break
      written.push(record)
      length += record.markup.length
    }
  }
  return written
}

async function recordElement(repository: Repository, header: Header, format: Format): Promise<Markup> {
  const metadata = header.isDeleted ? undefined : await repository.metadata(header.iri, format)
  if (metadata === undefined && !header.isDeleted) throw new Error(`The release has nothing about ${header.iri}.`)
  const content = metadata && element('metadata', {}, metadata)
  return markup(`\n${element('record', {}, headerElement(repository, header), content).markup}`)
}

const headerElement = (repository: Repository, { iri, datestamp, isDeleted, setting }: Header): Markup =>
  element(
    'header',
    { status: isDeleted ? 'deleted' : undefined },
    element('identifier', {}, repository.identifierOf(iri)),
    element('datestamp', {}, datestamp),
    setting.setSpecs.map((setSpec) => element('setSpec', {}, setSpec)),
  )
