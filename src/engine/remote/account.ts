/** Requests in the name of an account: HTTP Basic and Digest (RFC 7617, RFC 7616), as the store asks for them. */
import { createHash, randomBytes } from 'node:crypto'

export interface Account {
  readonly user: string
  readonly password: string
}

export interface Sending {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
}

/** Sends requests that do no more when they come twice; gives credentials where they are asked for. */
export type Sender = (address: string, sending: Sending) => Promise<Response>

export function createSender(account?: Account): Sender {
  /** What an address last asked for, so that the next request brings it along. */
  const challenges = new Map<string, Challenge>()
  const send = async (address: string, sending: Sending, authorization?: string) => {
    const request = {
      ...sending,
      headers: { ...sending.headers, ...(authorization !== undefined && { authorization }) },
      redirect: 'error',
    } as const
    try {
      return await fetch(address, request)
    } catch (error) {
      // The store may close a connection that was kept open at the moment when it is used again.
      if (!CLOSED.has(codeOf(error)) || sending.signal?.aborted) throw error
      return fetch(address, request)
    }
  }
  return async (address, sending) => {
    if (account === undefined) return send(address, sending)
    const { method } = sending
    const path = new URL(address).pathname + new URL(address).search
    const known = challenges.get(address)
    const first = await send(address, sending, known && authorizationFor(known, account, method, path))
    const challenge = first.status === 401 ? challengeIn(first.headers.get('www-authenticate')) : undefined
    if (challenge === undefined) return first
    await first.body?.cancel()
    challenges.set(address, challenge)
    return send(address, sending, authorizationFor(challenge, account, method, path))
  }
}

const CLOSED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])
const codeOf = (error: unknown): string => String((error as { readonly cause?: { code?: unknown } }).cause?.code)

interface Challenge {
  readonly scheme: 'basic' | 'digest'
  readonly parameters: Readonly<Record<string, string>>
  /** How often the nonce was used. */
  uses: number
}

function challengeIn(header: string | null): Challenge | undefined {
  const [, scheme = '', rest = ''] = /^\s*(basic|digest)\b(.*)$/is.exec(header ?? '') ?? []
  if (scheme === '') return undefined
  const parameters = [...rest.matchAll(/(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)].map(
    ([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? ''] as const,
  )
  return { scheme: scheme.toLowerCase() as Challenge['scheme'], parameters: Object.fromEntries(parameters), uses: 0 }
}

function authorizationFor(challenge: Challenge, { user, password }: Account, method: string, path: string): string {
  if (challenge.scheme === 'basic') return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const { realm = '', nonce = '', qop, opaque, algorithm = 'MD5' } = challenge.parameters
  const hash = (text: string) =>
    createHash(algorithm === 'SHA-256' ? 'sha256' : 'md5')
      .update(text)
      .digest('hex')
  const count = (++challenge.uses).toString(16).padStart(8, '0')
  const cnonce = randomBytes(8).toString('hex')
  const secret = hash(`${user}:${realm}:${password}`)
  const asked = hash(`${method}:${path}`)
  const response =
    qop === undefined
      ? hash(`${secret}:${nonce}:${asked}`)
      : hash(`${secret}:${nonce}:${count}:${cnonce}:auth:${asked}`)
  const fields = [
    ...Object.entries({ username: user, realm, nonce, uri: path, response }).map(([name, v]) => `${name}="${v}"`),
    ...(qop === undefined ? [] : ['qop=auth', `nc=${count}`, `cnonce="${cnonce}"`]),
    ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
    `algorithm=${algorithm}`,
  ]
  return `Digest ${fields.join(', ')}`
}
