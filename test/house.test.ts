/** The rooms of the house and who may import whom: reads the imports of every source file. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What a room may import beside itself: other rooms, and the packages that have their home there. */
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages?: readonly string[] }>> = {
  document: { rooms: ['problem'] },
  statements: { rooms: ['document'] },
  problem: { rooms: [] },
  letters: { rooms: [] },
  iris: { rooms: ['letters'] },
  config: { rooms: ['letters'] },
  publishers: { rooms: [] },
  worker: { rooms: [] },
  rdf: { rooms: [], packages: ['n3', 'jsonld', 'rdfxml-streaming-parser'] },
  authority: { rooms: ['document', 'problem', 'letters', 'iris', 'grammar'], packages: ['csv-parse'] },
  grammar: { rooms: ['document', 'letters', 'authority', 'iris'], packages: ['edtf'] },
  read: {
    rooms: ['document', 'problem', 'letters', 'iris', 'config', 'publishers', 'grammar', 'authority', 'worker'],
    packages: ['csv-parse', 'fflate', 'htmlparser2', 'unpdf'],
  },
  text: { rooms: ['document', 'statements', 'letters', 'grammar', 'authority'] },
  registry: { rooms: ['problem', 'iris'], packages: ['csv-parse'] },
  reconcile: { rooms: ['document', 'problem', 'letters', 'iris', 'grammar', 'registry'] },
  map: {
    rooms: [
      'document',
      'statements',
      'problem',
      'letters',
      'iris',
      'config',
      'publishers',
      'authority',
      'grammar',
      'reconcile',
      'rdf',
    ],
    packages: ['n3'],
  },
  validate: { rooms: ['problem', 'rdf', 'worker'], packages: ['rdf-validate-shacl', 'n3'] },
  search: { rooms: ['letters', 'worker'], packages: ['node-sqlite3-wasm'] },
  matching: { rooms: ['letters', 'iris', 'rdf', 'search'] },
  ask: { rooms: ['rdf', 'search'] },
  crosswalk: { rooms: ['iris', 'rdf', 'grammar'] },
  release: {
    rooms: ['problem', 'letters', 'iris', 'config', 'rdf', 'crosswalk', 'validate', 'registry', 'search', 'worker'],
    packages: ['n3'],
  },
  publish: {
    rooms: [
      'document',
      'problem',
      'iris',
      'config',
      'rdf',
      'authority',
      'read',
      'text',
      'registry',
      'reconcile',
      'map',
      'validate',
      'release',
      'worker',
    ],
  },
  engine: {
    rooms: ['iris', 'release', 'rdf', 'search', 'worker'],
    packages: ['oxigraph', 'n3', '@traqula/parser-sparql-1-1', '@traqula/rules-sparql-1-1'],
  },
  oai: { rooms: ['iris', 'config', 'rdf', 'crosswalk', 'release'] },
  drawing: { rooms: [], packages: ['d3-force', 'd3-geo', 'topojson-client'] },
  pages: {
    rooms: ['iris', 'config', 'rdf', 'ask', 'crosswalk', 'search', 'drawing'],
    packages: ['preact', 'preact-render-to-string'],
  },
  serve: {
    rooms: [
      'problem',
      'iris',
      'config',
      'rdf',
      'ask',
      'crosswalk',
      'drawing',
      'matching',
      'search',
      'release',
      'engine',
      'oai',
      'pages',
      'worker',
    ],
    packages: ['express'],
  },
  browser: {
    // Types alone: what a browser loads imports no room.
    rooms: ['rdf'],
    packages: [
      '@codemirror/autocomplete',
      '@codemirror/commands',
      '@codemirror/language',
      '@codemirror/state',
      '@codemirror/view',
      '@lezer/highlight',
      'codemirror-lang-sparql',
    ],
  },
  export: {
    rooms: ['iris', 'config', 'rdf', 'crosswalk', 'registry', 'release', 'engine', 'serve', 'pages'],
    packages: ['express', 'oxigraph'],
  },
  commands: {
    rooms: ['problem', 'iris', 'config', 'rdf', 'publish', 'validate', 'release', 'engine', 'serve', 'pages', 'export'],
    packages: ['commander', 'cli-progress'],
  },
  cli: { rooms: ['commands'], packages: ['commander'] },
  index: {
    rooms: [
      'document',
      'problem',
      'iris',
      'config',
      'rdf',
      'read',
      'publish',
      'validate',
      'release',
      'engine',
      'serve',
      'authority',
    ],
  },
}

const SOURCES = join(import.meta.dirname, '../src')
const files = (readdirSync(SOURCES, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file)).sort()
const roomOf = (file: string): string => (file.split('/')[0] ?? '').replace(/\.tsx?$/, '')
const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(join(SOURCES, file), 'utf8').matchAll(
      /^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
    ),
  ].map(([, a, b]) => a ?? b ?? '')
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

describe('the house', () => {
  test('every file has a room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in ROOMS))).toEqual([])
  })

  test.each(files)('%s imports only what its room may', (file) => {
    const { rooms = [], packages = [] } = ROOMS[roomOf(file)] ?? {}
    const strangers = importsOf(file).filter((specifier) => {
      if (specifier.startsWith('node:') || specifier.startsWith('@rdfjs/types')) return false
      if (!specifier.startsWith('.')) return !packages.includes(packageOf(specifier))
      const room = roomOf(relative(SOURCES, join(SOURCES, dirname(file), specifier)))
      return room !== roomOf(file) && !rooms.includes(room)
    })
    expect(strangers).toEqual([])
  })

  test('what browsers load imports types alone from other rooms', () => {
    const loading = files
      .filter((file) => roomOf(file) === 'browser')
      .filter((file) =>
        /^(?:import|export)\s(?!type\s)[^'"]*['"]\.\.\//m.test(readFileSync(join(SOURCES, file), 'utf8')),
      )
    expect(loading).toEqual([])
  })

  test('modules begin by saying what they are for', () => {
    const silent = files.filter((file) => !/^(#!.*\n)?\/\*\*/.test(readFileSync(join(SOURCES, file), 'utf8')))
    expect(silent).toEqual([])
  })

  test('a file holds one idea: none passes 300 lines', () => {
    const linesOf = (file: string) => readFileSync(join(SOURCES, file), 'utf8').split('\n').length - 1
    expect(files.filter((file) => linesOf(file) > 300)).toEqual([])
  })
})
