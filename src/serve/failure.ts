/** Answers other than success: one way to throw them, one way to send them. */
import type { ErrorRequestHandler, Request, Response } from 'express'
import { EngineError, type EngineErrorCode } from '../engine/engine.ts'
import { FRESH } from './freshness.ts'
import { negotiate } from './negotiate.ts'
import { POLICY } from './policy.ts'

/** Why a request is not answered as asked. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Members of the problem document beside title, status and detail. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    detail: string,
    headers: Readonly<Record<string, string>> = {},
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail)
    this.status = status
    this.headers = headers
    this.members = members
  }
}

export const notFound = (): HttpFailure =>
  new HttpFailure(404, 'There is nothing at this address. Look at the front page for what there is.')

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  403: 'Refused',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  410: 'Withdrawn',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available now',
}

/** What will not be otherwise in a minute may be kept as long: crawlers ask for it again and again. */
const KEPT: ReadonlySet<number> = new Set([404, 410])

const ENGINE: Readonly<Record<EngineErrorCode, readonly [status: number, retryAfter?: number]>> = {
  syntax: [400],
  refused: [403],
  // A result beyond the limits: asking again does not help, asking for less or taking the dumps does.
  'too-many-rows': [403],
  'too-large': [403],
  timeout: [503, 60],
  busy: [503, 5],
  unavailable: [503, 30],
  'too-many-queries': [429, 5],
  aborted: [499],
}

/** What an engine's error is in HTTP. */
function ofEngine({ code, message, fault }: EngineError, base: string): HttpFailure {
  const [status, retryAfter] = ENGINE[code]
  return new HttpFailure(
    status,
    message,
    {
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
      ...((code === 'too-many-rows' || code === 'too-large') && { Link: `<${base}/dumps/>; rel="related"` }),
    },
    { code, ...fault },
  )
}

/** What Express and its parsers throw carries a status. */
function ofOther(error: unknown): HttpFailure {
  const status = (error as { readonly status?: unknown } | undefined)?.status
  if (status === 413) return new HttpFailure(413, 'The body of the request is too large.')
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new HttpFailure(status, 'The request is malformed.')
  return new HttpFailure(500, 'This is a fault of the service. It is recorded; please try again.')
}

const PROBLEM = { mediaType: 'application/problem+json', aliases: ['application/json'] }
const HTML = { mediaType: 'text/html' }
const TEXT = { mediaType: 'text/plain' }

/** What an error page is made of. */
export interface Message {
  readonly status: number
  readonly title: string
  readonly detail: string
  /** What the problem document says beside: the code of an engine's error, its line. */
  readonly members: Readonly<Record<string, unknown>>
}

/** Where a request keeps the page on which its fault is to be said. */
const FAULT_PAGE = 'faultPage'

/** Says a fault of this request on a page of its own: the form in which something was asked, to be mended there. */
export function setFaultPage(res: Response, page: (message: Message) => string): void {
  res.locals[FAULT_PAGE] = page
}

/** That page, or undefined where there is none. */
export const faultPageOf = (res: Response, message: Message): string | undefined =>
  (res.locals[FAULT_PAGE] as ((message: Message) => string) | undefined)?.(message)

export interface FailureOptions {
  /** The base IRI. */
  readonly base: string
  /** Takes note of a fault of ours. */
  report(error: unknown): void
  /** HTML for browsers. */
  page?(req: Request, res: Response, message: Message): string
}

/** Sends errors as a problem document (RFC 9457), as a page, or as a line of text, by `Accept`. */
export function failures({ base, report, page }: FailureOptions): ErrorRequestHandler {
  return (error: unknown, req: Request, res, next) => {
    if (res.headersSent) return next(error)
    const failure =
      error instanceof HttpFailure ? error : error instanceof EngineError ? ofEngine(error, base) : ofOther(error)
    const { status, message: detail, headers, members } = failure
    if (status === 500) report(error)
    const title = TITLES[status] ?? 'Error'
    res
      .status(status)
      .set({ 'Cache-Control': KEPT.has(status) ? FRESH : 'no-store', ...headers })
      .vary('Accept')
    const { mediaType } =
      negotiate(req.headers.accept, page === undefined ? [PROBLEM, TEXT] : [PROBLEM, HTML, TEXT]) ?? PROBLEM
    if (mediaType === PROBLEM.mediaType) {
      const body = JSON.stringify({ type: 'about:blank', title, status, detail, ...members })
      res.type(PROBLEM.mediaType).send(Buffer.from(`${body}\n`))
    } else if (mediaType === TEXT.mediaType || page === undefined)
      res.type('text/plain; charset=utf-8').send(`${detail}\n`)
    else {
      res.set('Content-Security-Policy', POLICY).type('text/html; charset=utf-8')
      res.send(page(req, res, { status, title, detail, members }))
    }
  }
}
