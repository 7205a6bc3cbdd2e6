/** Sends a body with its validators: content codings, entity tags, 304, HEAD. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import { type Coding, negotiateCoding } from './negotiate.ts'
import { POLICY } from './policy.ts'
import type { Representation, Validators } from './representations.ts'

/** Below this, compressing gains nothing. */
const WORTH_CODING = 1000

const CODERS: Readonly<Record<Exclude<Coding, 'identity'>, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
}

/** A text or bytes with a media type; textual types other than RDF's get their charset. */
export function represent(mediaType: string, content: string | Uint8Array): Representation {
  const body =
    typeof content === 'string'
      ? Buffer.from(content)
      : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return {
    contentType: /^text\/(?!turtle)|^application\/(?:sparql-results\+)?xml$/.test(mediaType)
      ? `${mediaType}; charset=utf-8`
      : mediaType,
    body,
    tag: createHash('sha256').update(mediaType).update(body).digest('base64url').slice(0, 22),
    coded: new Map(),
  }
}

/** Gives an answer the validators of its coding, and says which coding it is in. */
function validate(req: Request, res: Response, { tag, length }: Validators, modified: string | undefined): Coding {
  const coding = length < WORTH_CODING ? 'identity' : negotiateCoding(req.get('Accept-Encoding'))
  res.vary('Accept-Encoding')
  res.set('ETag', coding === 'identity' ? `"${tag}"` : `"${tag}-${coding}"`)
  if (modified !== undefined) res.set('Last-Modified', new Date(modified).toUTCString())
  return coding
}

/**
 * Sends 304 where the client has what was made before, without making it again.
 * @returns whether it did; otherwise the representation has to be sent
 */
export function sendUnchanged(
  req: Request,
  res: Response,
  validators: Validators | undefined,
  modified: string,
): boolean {
  // What asks for no condition is not fresh, whatever is known of it.
  const { 'if-none-match': tags, 'if-modified-since': since } = req.headers
  if (validators === undefined || (tags ?? since) === undefined) return false
  validate(req, res, validators, modified)
  if (!req.fresh) return false
  res.status(304).end()
  return true
}

/**
 * Sends a representation, or 304 where the client has it.
 * @param modified When the release was published, ISO 8601; absent where the content has no such time.
 */
export async function send(
  req: Request,
  res: Response,
  { contentType, body, tag, coded }: Representation,
  modified?: string,
): Promise<void> {
  const coding = validate(req, res, { tag, length: body.byteLength }, modified)
  if (req.fresh) return void res.status(304).end()
  if (contentType.startsWith('text/html')) res.set('Content-Security-Policy', POLICY)
  // Not `set`, which adds a charset to every text.
  res.setHeader('Content-Type', contentType)
  let sent = body
  if (coding !== 'identity') {
    sent = coded.get(coding) ?? (await CODERS[coding](body))
    coded.set(coding, sent)
    res.set('Content-Encoding', coding)
  }
  res.set('Content-Length', String(sent.byteLength))
  res.end(req.method === 'HEAD' ? undefined : sent)
}
