/**
 * The settings: one table of key, default, parser and help. Sole reader of the environment and of
 * `dragoman.config.json`. Later wins: default, file, environment (`DRAGOMAN_*`), flags.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'

export type PublishText = 'none' | 'excerpts' | 'full'

export interface Publisher {
  readonly iri?: string
  readonly name?: string
}

/** What the collection as a whole is; nothing of it is ever invented. */
export interface DatasetSettings {
  readonly title?: string
  readonly description?: string
  readonly publisher?: Publisher
  readonly creator?: Publisher
  /** IRI of the licence of the metadata. */
  readonly license?: string
  readonly adminEmail?: string
}

/** Settings of one publisher whose pages are read, by its key (`wcda`). */
export interface SourceSettings {
  readonly rightsStatement?: string
  readonly dataProvider?: string
  readonly license?: string
  readonly publishText?: PublishText
  readonly publishSummary?: boolean
}

/** An edition made for this collection, not by the archive: its publisher, and the notice that every page of it carries. */
export interface EditionSettings {
  readonly notice: string
  readonly publisher: Publisher
}

/** How many documents a build may withdraw: the greater of a number and a share of those published. */
export interface WithdrawalLimit {
  readonly count: number
  readonly share: number
}

export interface Settings {
  readonly base: string
  readonly port: number
  readonly host: string
  readonly out: string
  readonly jobs: number
  /** `embedded`, or the address of a SPARQL 1.1 endpoint. */
  readonly engine: string
  /** Milliseconds. */
  readonly queryTimeout: number
  /** Rows of one SPARQL result. */
  readonly queryRows: number
  /** Bytes of one SPARQL result. */
  readonly queryBytes: number
  /** Queries that run at the same time; each has its own copy of the data. */
  readonly queryWorkers: number
  /** Queries that may wait for a worker. */
  readonly queryQueue: number
  /** Queries that one client may send in a minute; 0 for any number. */
  readonly queryRate: number
  /** Bytes. */
  readonly maxInputSize: number
  readonly keepVersions: number
  readonly maxWithdrawn: WithdrawalLimit
  readonly publishText: PublishText
  readonly publishSummary: boolean
  readonly vocabularyRegistered: boolean
  /** Folder of the authority files. */
  readonly authorities: string
  /** Folder of the SHACL shapes. */
  readonly shapes: string
  /** Plain file of the identifiers that cannot be computed again. */
  readonly registry: string
  /** Folder of the example queries. */
  readonly queries: string
  /** Asks robots not to index the pages. */
  readonly noindex: boolean
  readonly dataset: DatasetSettings
  readonly sources: Readonly<Record<string, SourceSettings>>
  readonly edition?: EditionSettings
}

/** Wrong usage or configuration: one sentence that names the setting, where it stands, and the mend. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

interface Setting<T> {
  readonly default: T
  /** Reads a value as it stands in the file (JSON) or as text; throws a sentence without the setting's name. */
  readonly parse: (value: unknown) => T
  readonly help: string
  /** Paths are relative to the file that names them. */
  readonly path?: true
  /** Not to be had as flag or variable: objects. */
  readonly fileOnly?: true
}

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.trim() === '') throw new Error('has to be a text')
  return value.trim()
}
const integer =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: unknown): number => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most)
      throw new Error(`has to be a whole number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ''}`)
    return number
  }
const boolean = (value: unknown): boolean => {
  if (value === true || value === 'true' || value === 'yes' || value === '') return true
  if (value === false || value === 'false' || value === 'no') return false
  throw new Error('has to be yes or no')
}
const oneOf =
  <T extends string>(...values: readonly T[]) =>
  (value: unknown): T => {
    const found = values.find((v) => v === value)
    if (found === undefined) throw new Error(`has to be one of ${values.join(', ')}`)
    return found
  }
const DURATIONS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
const duration = (value: unknown): number => {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)$/.exec(String(value).trim()) ?? []
  if (number === undefined || unit === undefined || Number(number) <= 0)
    throw new Error('has to be a duration such as 30s, 500ms or 2m')
  return Number(number) * (DURATIONS[unit] ?? 1)
}
const SIZES: Readonly<Record<string, number>> = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9 }
const size = (value: unknown): number => {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB)$/i.exec(String(value).trim()) ?? []
  if (number === undefined || unit === undefined || Number(number) <= 0)
    throw new Error('has to be a size such as 64MB or 500KB')
  return Number(number) * (SIZES[unit.toUpperCase()] ?? 1)
}
/** An absolute http(s) IRI without query and fragment. */
const httpIri = (value: unknown): string => {
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
const engine = (value: unknown): string => (value === 'embedded' ? value : httpIri(value))
const withdrawalLimit = (value: unknown): WithdrawalLimit => {
  const [, count, share] = /^(\d+)(?:\s*,\s*(\d+(?:\.\d+)?)\s*%)?$/.exec(String(value).trim()) ?? []
  if (count === undefined) throw new Error('has to be a number of documents, or a number and a share such as 10,5%')
  return { count: Number(count), share: Number(share ?? 0) / 100 }
}
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

type Fields<T> = { readonly [K in keyof Required<T>]: (value: unknown) => NonNullable<T[K]> }
/** Reads an object of known keys; unknown keys are errors. */
const object =
  <T extends object>(fields: Fields<T>) =>
  (value: unknown): T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('has to be an object')
    const known = fields as Readonly<Record<string, (value: unknown) => unknown>>
    return Object.fromEntries(
      Object.entries(value).map(([key, v]) => {
        const parse = known[key]
        if (parse === undefined)
          throw new Error(`has the unknown key ${key}; known are ${Object.keys(known).join(', ')}`)
        try {
          return [key, parse(v)]
        } catch (error) {
          throw new Error(`: ${key} ${(error as Error).message}`)
        }
      }),
    ) as T
  }
const iri = (value: unknown): string => {
  const candidate = text(value)
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(candidate)) throw new Error('has to be an absolute IRI')
  return candidate
}
const email = (value: unknown): string => {
  const address = text(value)
  if (!EMAIL.test(address)) throw new Error('has to be an e-mail address')
  return address
}
const publisher = object<Publisher>({ iri, name: text })
const publishText = oneOf('none', 'excerpts', 'full')
const sourceSettings = object<SourceSettings>({
  rightsStatement: text,
  dataProvider: text,
  license: iri,
  publishText,
  publishSummary: boolean,
})
const sources = (value: unknown): Readonly<Record<string, SourceSettings>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('has to be an object with one key for each source')
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, sourceSettings(v)]))
}
const edition = (value: unknown): EditionSettings => {
  const read = object<EditionSettings>({ notice: text, publisher })(value)
  if (read.notice === undefined || read.publisher === undefined) throw new Error('needs both notice and publisher')
  return read
}

/** The folder that the package was installed in, or the clone. */
export const packageRoot = resolve(import.meta.dirname, '..')

const CPUS = availableParallelism()

/** Every setting, in the order in which the documentation lists them. */
export const SETTINGS: { readonly [K in keyof Required<Settings>]: Setting<Settings[K]> } = {
  base: { default: 'http://localhost:3000', parse: httpIri, help: 'base IRI of everything that is minted' },
  port: { default: 3000, parse: integer(0, 65535), help: 'port to serve on (0: any free one)' },
  host: { default: 'localhost', parse: text, help: 'host name or address to serve on' },
  out: { default: 'release', parse: text, path: true, help: 'folder of the release' },
  jobs: { default: Math.max(1, CPUS - 1), parse: integer(1, 256), help: 'threads that convert' },
  engine: { default: 'embedded', parse: engine, help: 'embedded, or the address of a SPARQL 1.1 endpoint' },
  queryTimeout: { default: 30_000, parse: duration, help: 'time that one query may take' },
  queryRows: { default: 1_000_000, parse: integer(1), help: 'rows that one query may give' },
  queryBytes: { default: 100_000_000, parse: size, help: 'size that one result may have' },
  queryWorkers: { default: CPUS, parse: integer(1, 64), help: 'queries that run at the same time' },
  queryQueue: { default: 64, parse: integer(0), help: 'queries that may wait for their turn' },
  queryRate: {
    default: 1200,
    parse: integer(0),
    help: 'queries that one client may send in a minute (0: any number)',
  },
  maxInputSize: { default: 64e6, parse: size, help: 'size that one input may have' },
  keepVersions: { default: 5, parse: integer(1), help: 'versions of the release that are kept' },
  maxWithdrawn: {
    default: { count: 10, share: 0.05 },
    parse: withdrawalLimit,
    help: 'documents that one build may withdraw (10,5%: whichever is more)',
  },
  publishText: {
    default: 'excerpts',
    parse: publishText,
    help: 'how much of the texts is published: none, excerpts or full',
  },
  publishSummary: { default: true, parse: boolean, help: "whether the publishers' summaries are published" },
  vocabularyRegistered: {
    default: false,
    parse: boolean,
    help: 'whether the namespaces of the ontology are registered',
  },
  authorities: {
    default: join(packageRoot, 'data/authorities'),
    parse: text,
    path: true,
    help: 'folder of the authority files',
  },
  shapes: { default: join(packageRoot, 'shapes'), parse: text, path: true, help: 'folder of the SHACL shapes' },
  registry: {
    default: 'registry.csv',
    parse: text,
    path: true,
    help: 'file of the identifiers that cannot be computed again',
  },
  queries: {
    default: join(packageRoot, 'data/queries'),
    parse: text,
    path: true,
    help: 'folder of the example queries',
  },
  noindex: { default: false, parse: boolean, help: 'asks robots not to index the pages' },
  dataset: {
    default: {},
    parse: object<DatasetSettings>({
      title: text,
      description: text,
      publisher,
      creator: publisher,
      license: iri,
      adminEmail: email,
    }),
    fileOnly: true,
    help: 'title, description, publisher, creator, license and adminEmail of the collection',
  },
  sources: { default: {}, parse: sources, fileOnly: true, help: 'rights and publication settings for each source' },
  edition: {
    default: undefined as never,
    parse: edition,
    fileOnly: true,
    help: 'notice and publisher of texts made for this collection',
  },
}

export type SettingName = keyof Settings
export const CONFIG_FILE = 'dragoman.config.json'

/** `queryTimeout` → `query-timeout`. */
export const flagName = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
/** `queryTimeout` → `DRAGOMAN_QUERY_TIMEOUT`. */
export const variableName = (name: string): string => `DRAGOMAN_${flagName(name).replaceAll('-', '_').toUpperCase()}`

export interface LoadOptions {
  /** The configuration file, or undefined to look beside the data. */
  readonly file?: string | undefined
  /** Inputs or release, beside or in which the file is looked for. */
  readonly beside?: readonly string[]
  /** Flags as text, by setting. */
  readonly flags?: Readonly<Record<string, string | undefined>>
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
}

/** Where the configuration stands: the folder of the first input that has one, its parent's, or the working folder's. */
function findFile(beside: readonly string[], cwd: string): string | undefined {
  const folders = beside.flatMap((path) => {
    const full = resolve(cwd, path)
    return existsSync(full) && statSync(full).isDirectory() ? [full, dirname(full)] : [dirname(full)]
  })
  return [...folders, cwd].map((folder) => join(folder, CONFIG_FILE)).find((file) => existsSync(file))
}

function readFile(file: string): Record<string, unknown> {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigurationError(
      `The configuration file ${file} could not be read (${(error as NodeJS.ErrnoException).code}).`,
    )
  }
  try {
    const value: unknown = JSON.parse(content)
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Error('it has to hold one JSON object')
    return value as Record<string, unknown>
  } catch (error) {
    throw new ConfigurationError(`The configuration file ${file} is not valid JSON: ${(error as Error).message}`)
  }
}

/**
 * The settings of a run, and the file they came from.
 * @throws ConfigurationError on an unknown key or a value that a setting cannot take.
 */
export function loadSettings(options: LoadOptions = {}): { readonly settings: Settings; readonly file?: string } {
  const { beside = [], flags = {}, environment = process.env, cwd = process.cwd() } = options
  const file = options.file === undefined ? findFile(beside, cwd) : resolve(cwd, options.file)
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, s]) => [name, s.default]),
  )
  const beforeFile = file === undefined ? cwd : dirname(file)
  for (const name of ['out', 'registry'] as const)
    values[name] = resolve(name === 'registry' ? beforeFile : cwd, SETTINGS[name].default)
  const local = join(beforeFile, 'authorities')
  if (file !== undefined && existsSync(local)) values['authorities'] = local

  const set = (name: string, value: unknown, where: string, folder: string) => {
    const setting = SETTINGS[name as SettingName] as Setting<unknown> | undefined
    if (setting === undefined)
      throw new ConfigurationError(
        `${where} has the unknown setting ${name}. Known are ${Object.keys(SETTINGS).join(', ')}.`,
      )
    try {
      const parsed = setting.parse(value)
      values[name] =
        setting.path && typeof parsed === 'string' && !isAbsolute(parsed) ? resolve(folder, parsed) : parsed
    } catch (error) {
      throw new ConfigurationError(`${name} in ${where} ${(error as Error).message}; it is ${JSON.stringify(value)}.`)
    }
  }
  if (file !== undefined)
    for (const [name, value] of Object.entries(readFile(file)))
      if (name !== '$schema') set(name, value, file, dirname(file))
  const names = new Map(Object.keys(SETTINGS).map((name) => [variableName(name), name]))
  for (const [variable, value] of Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!variable.startsWith('DRAGOMAN_') || value === undefined) continue
    const name = names.get(variable)
    if (name === undefined || SETTINGS[name as SettingName].fileOnly)
      throw new ConfigurationError(`The environment has the unknown variable ${variable}.`)
    set(name, value, `the variable ${variable}`, cwd)
  }
  for (const [name, value] of Object.entries(flags))
    if (value !== undefined) set(name, value, `the flag --${flagName(name)}`, cwd)
  if (values['edition'] === undefined) delete values['edition']
  return { settings: values as unknown as Settings, ...(file !== undefined && { file }) }
}

/** The settings of one source, with the collection's where it has none of its own. */
export function sourceSettingsOf(
  settings: Settings,
  source: string,
): SourceSettings & { readonly publishText: PublishText; readonly publishSummary: boolean } {
  return { publishText: settings.publishText, publishSummary: settings.publishSummary, ...settings.sources[source] }
}

/**
 * The time of a build: now, or `SOURCE_DATE_EPOCH` (seconds since 1970) where reproducible builds set it.
 * @throws ConfigurationError where that is not a number of seconds
 */
export function buildTime(environment: Readonly<Record<string, string | undefined>> = process.env): Date {
  const epoch = environment['SOURCE_DATE_EPOCH']
  if (epoch === undefined) return new Date()
  if (!/^\d{1,11}$/.test(epoch))
    throw new ConfigurationError(`SOURCE_DATE_EPOCH has to be a number of seconds; it is ${JSON.stringify(epoch)}.`)
  return new Date(Number(epoch) * 1000)
}
