/**
 * The settings: one table of key, default, parser and help. Sole reader of the environment and of
 * `dragoman.config.json`. Later wins: default, file, environment (`DRAGOMAN_*`), flags.
 */
import { existsSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { dataset, publisher } from './config/dataset.ts'
import { ConfigurationError, findFile, readSettings } from './config/file.ts'
import { records } from './config/records.ts'
import type { EditionSettings, PublishText, Settings, SourceSettings, WithdrawalLimit } from './config/settings.ts'
import {
  at,
  boolean,
  duration,
  httpIri,
  integer,
  iri,
  names,
  object,
  oneOf,
  PartError,
  proxies,
  size,
  text,
} from './config/values.ts'

export { CONFIG_FILE, ConfigurationError } from './config/file.ts'
export { RECORD_FIELDS, type RecordField, type RecordsSettings } from './config/records.ts'
export type {
  DatasetSettings,
  Publisher,
  PublishText,
  Settings,
  SourceSettings,
  WithdrawalLimit,
} from './config/settings.ts'

interface Setting<T> {
  readonly default: T
  /** Throws a sentence without the setting's name. */
  readonly parse: (value: unknown) => T
  readonly help: string
  /** Paths are relative to the file that names them. */
  readonly path?: true
  /** Not to be had as flag or variable: objects. */
  readonly fileOnly?: true
  /** Not to be had as flag or in the file, where others would read it. */
  readonly secret?: true
}

/** Addresses, commas between. */
const addresses = (value: unknown): string =>
  text(value)
    .split(/\s*,\s*/)
    .map(httpIri)
    .join(',')
const engine = (value: unknown): string => (value === 'embedded' ? value : addresses(value))
const withdrawalLimit = (value: unknown): WithdrawalLimit => {
  const [, count, share] = /^(\d+)(?:\s*,\s*(\d+(?:\.\d+)?)\s*%)?$/.exec(String(value).trim()) ?? []
  if (count === undefined) throw new Error('has to be a number of documents, or a number and a share such as 10,5%')
  return { count: Number(count), share: Number(share ?? 0) / 100 }
}
const sizeOrNone = (value: unknown): number => (String(value).trim() === '0' ? 0 : size(value))
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
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, at(key, sourceSettings)(v)]))
}
const edition = (value: unknown): EditionSettings => {
  const read = object<EditionSettings>({ notice: text, publisher })(value)
  if (read.notice === undefined || read.publisher === undefined) throw new Error('needs both notice and publisher')
  return read
}

/** The folder that the package was installed in, or the clone. */
export const packageRoot = resolve(import.meta.dirname, '..')

const CPUS = availableParallelism()
/** Of the machine's memory, what the data may take where nothing is said. */
const MEMORY_SHARE = 0.6

/** Every setting, in the order in which the documentation lists them. */
export const SETTINGS: { readonly [K in keyof Required<Settings>]: Setting<Settings[K]> } = {
  base: { default: 'http://localhost:3000', parse: httpIri, help: 'base IRI of everything that is minted' },
  port: { default: 3000, parse: integer(0, 65535), help: 'port to serve on (0: any free one)' },
  host: { default: 'localhost', parse: text, help: 'host name or address to serve on' },
  out: { default: 'release', parse: text, path: true, help: 'folder of the release' },
  jobs: { default: Math.max(1, CPUS - 1), parse: integer(1, 256), help: 'threads that convert' },
  engine: {
    default: 'embedded',
    parse: engine,
    help: 'embedded, or the address of a SPARQL 1.1 endpoint; two, a comma between, change versions without a pause',
  },
  engineUpdate: {
    default: '',
    parse: addresses,
    help: 'where updates of that store go, in the same order (default: as its kind has it)',
  },
  engineUser: { default: '', parse: text, secret: true, help: 'user of that store' },
  enginePassword: { default: '', parse: text, secret: true, help: 'password of that user' },
  queryTimeout: { default: 30_000, parse: duration, help: 'time that one query may take' },
  queryRows: { default: 1_000_000, parse: integer(1), help: 'rows that one query may give' },
  queryBytes: { default: 100_000_000, parse: size, help: 'size that one result may have' },
  queryWorkers: { default: CPUS, parse: integer(1, 64), help: 'queries that run at the same time' },
  queryQueue: { default: 64, parse: integer(0), help: 'queries that may wait for their turn' },
  queryMemory: {
    default: Math.floor(totalmem() * MEMORY_SHARE),
    parse: size,
    help: 'memory that the copies of the data may take together',
  },
  queryRate: {
    default: 1200,
    parse: integer(0),
    help: 'queries that one client may send in a minute (0: any number)',
  },
  crawlRate: {
    default: 0,
    parse: integer(0),
    help: 'pages and data that one client may ask for in a minute (0: any number)',
  },
  trustProxy: {
    default: [],
    parse: proxies,
    help: 'proxies that are believed, commas between: loopback, addresses, networks ([deployment](deploy.md#a-proxy-in-front))',
  },
  queryCache: { default: 64e6, parse: sizeOrNone, help: 'size of the answers that are kept in memory (0: none)' },
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
  rulesOff: {
    default: [],
    parse: names,
    help: 'rules of running text that are switched off, by name, commas between',
  },
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
  publishAuthorities: {
    default: 'own',
    parse: oneOf('own', 'used', 'all'),
    help: 'how much of the authority files is published: used (what the documents lead to), all, or own (all of the collection’s own files; of those of the package what is used)',
  },
  shapes: { default: join(packageRoot, 'shapes'), parse: text, path: true, help: 'folder of the SHACL shapes' },
  registry: {
    default: 'registry.csv',
    parse: text,
    path: true,
    help: 'file of the identifiers that cannot be computed again',
  },
  queries: {
    default: 'queries',
    parse: text,
    path: true,
    help: 'folder of example queries of the collection, shown before those that can be asked of any',
  },
  noindex: { default: false, parse: boolean, help: 'asks robots not to index the pages' },
  dataset: {
    default: {},
    parse: dataset,
    fileOnly: true,
    help: 'what the collection says of itself: title, publisher, license and so on ([below](#what-the-collection-says-of-itself))',
  },
  sources: { default: {}, parse: sources, fileOnly: true, help: 'rights and publication settings for each source' },
  records: {
    default: {},
    parse: records,
    fileOnly: true,
    help: 'what the columns of catalogues that other systems exported mean ([records](records.md))',
  },
  edition: {
    default: undefined as never,
    parse: edition,
    fileOnly: true,
    help: 'notice and publisher of texts made for this collection',
  },
}

export type SettingName = keyof Settings

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
  for (const name of ['out', 'registry', 'queries'] as const)
    values[name] = resolve(name === 'out' ? cwd : beforeFile, SETTINGS[name].default)
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
      const part = error instanceof PartError ? error : undefined
      throw new ConfigurationError(
        `${[name, ...(part?.keys ?? [])].join('.')} in ${where} ${(error as Error).message}; it is ${JSON.stringify(part === undefined ? value : part.value)}.`,
      )
    }
  }
  if (file !== undefined)
    for (const [name, value] of Object.entries(readSettings(file)))
      if (name !== '$schema') {
        if (SETTINGS[name as SettingName]?.secret)
          throw new ConfigurationError(`${name} in ${file} could be read by others. Give it as ${variableName(name)}.`)
        set(name, value, file, dirname(file))
      }
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
