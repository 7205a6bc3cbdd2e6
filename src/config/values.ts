/** Kinds of values of settings: each reads a value as it stands in the file (JSON) or as text, or throws what it has to be. */
import { isIP } from 'node:net'

export const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.trim() === '') throw new Error('has to be a text')
  return value.trim()
}
/** A list of names, or one text with commas between them. */
export const names = (value: unknown): readonly string[] => {
  const list: unknown[] =
    typeof value === 'string'
      ? value.split(',').filter((part) => part.trim() !== '')
      : Array.isArray(value)
        ? value
        : [undefined]
  if (!list.every((part) => typeof part === 'string' && part.trim() !== ''))
    throw new Error('has to be a list of names')
  return [...new Set((list as string[]).map((part) => part.trim()))].sort()
}
export const integer =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: unknown): number => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most)
      throw new Error(`has to be a whole number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ''}`)
    return number
  }
export const boolean = (value: unknown): boolean => {
  if (value === true || value === 'true' || value === 'yes' || value === '') return true
  if (value === false || value === 'false' || value === 'no') return false
  throw new Error('has to be yes or no')
}
export const oneOf =
  <T extends string>(...values: readonly T[]) =>
  (value: unknown): T => {
    const found = values.find((v) => v === value)
    if (found === undefined) throw new Error(`has to be one of ${values.join(', ')}`)
    return found
  }
const DURATIONS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
export const duration = (value: unknown): number => {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)$/.exec(String(value).trim()) ?? []
  if (number === undefined || unit === undefined || Number(number) <= 0)
    throw new Error('has to be a duration such as 30s, 500ms or 2m')
  return Number(number) * (DURATIONS[unit] ?? 1)
}
const SIZES: Readonly<Record<string, number>> = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9 }
export const size = (value: unknown): number => {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB)$/i.exec(String(value).trim()) ?? []
  if (number === undefined || unit === undefined || Number(number) <= 0)
    throw new Error('has to be a size such as 64MB or 500KB')
  return Number(number) * (SIZES[unit.toUpperCase()] ?? 1)
}
/** An absolute http(s) IRI without query and fragment. */
export const httpIri = (value: unknown): string => {
  const iri = text(value)
  const url = URL.canParse(iri) ? new URL(iri) : undefined
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== '' ||
    /[\s<>"{}|\\^`]/.test(iri)
  )
    throw new Error('has to be an http or https address without query and fragment, such as https://data.example.org')
  return iri.replace(/\/+$/, '')
}
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What is wrong with a part of an object, and under which keys it stands. */
export class PartError extends Error {
  readonly keys: readonly string[]
  readonly value: unknown

  constructor(keys: readonly string[], cause: unknown, value: unknown) {
    super((cause as Error).message)
    this.keys = keys
    this.value = value
  }
}

/** Reads the part under a key; what is wrong with it is said of that key. */
export const at =
  <T>(key: string, parse: (value: unknown) => T) =>
  (value: unknown): T => {
    try {
      return parse(value)
    } catch (error) {
      throw error instanceof PartError
        ? new PartError([key, ...error.keys], error, error.value)
        : new PartError([key], error, value)
    }
  }

type Fields<T> = { readonly [K in keyof Required<T>]: (value: unknown) => NonNullable<T[K]> }
/** Reads an object of known keys; unknown keys are errors. */
export const object =
  <T extends object>(fields: Fields<T>) =>
  (value: unknown): T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('has to be an object')
    const known = fields as Readonly<Record<string, (value: unknown) => unknown>>
    return Object.fromEntries(
      Object.entries(value).map(([key, v]) => {
        const parse = known[key]
        if (parse === undefined)
          throw new Error(`has the unknown key ${key}; known are ${Object.keys(known).join(', ')}`)
        return [key, at(key, parse)(v)]
      }),
    ) as T
  }
export const iri = (value: unknown): string => {
  const candidate = text(value)
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(candidate)) throw new Error('has to be an absolute IRI')
  return candidate
}
export const email = (value: unknown): string => {
  const address = text(value)
  if (!EMAIL.test(address)) throw new Error('has to be an e-mail address')
  return address
}
/** A list of texts of a kind, or one of them. */
export const listOf =
  <T>(parse: (value: unknown) => T) =>
  (value: unknown): readonly T[] =>
    (Array.isArray(value) ? value : [value]).map((part) => parse(part))
const textLike =
  (pattern: RegExp, what: string) =>
  (value: unknown): string => {
    const given = text(value)
    if (!pattern.test(given)) throw new Error(`has to be ${what}`)
    return given
  }
export const day = textLike(/^\d{4}-\d\d-\d\d$/, 'a day such as 2024-05-31')
export const period = textLike(
  /^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/,
  'a year, month or day, or two with a slash between, such as 1945/1997',
)
export const languageTag = textLike(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en')
const NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal'])
/** Addresses, networks such as `10.0.0.0/8`, and the names that Express has for some. */
export const proxies = (value: unknown): readonly string[] => {
  const list = names(value)
  const isProxy = (name: string) => {
    const [address = '', bits, ...rest] = name.split('/')
    const most = [undefined, 32, 128][[0, 4, 6].indexOf(isIP(address))]
    return (
      most !== undefined && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
    )
  }
  if (!list.every((name) => NETWORKS.has(name) || isProxy(name)))
    throw new Error('has to be a list of addresses or networks, such as loopback or 10.0.0.0/8')
  return list
}
