/**
 * The two pieces of work that concern one input or one document alone, and can be done in any thread: reading a file,
 * and mapping and validating a document. Values in, plain values out.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import type { Authority } from '../authority/authority.ts'
import { loadAuthority } from '../authority/load.ts'
import { packageRoot, type Settings } from '../config.ts'
import { createIris, type Iris, sha256 } from '../iris.ts'
import {
  type MapContext,
  type MappedDocument,
  type Mark,
  mapAuthority,
  mapDocument,
  mapListing,
  mapRules,
  pairKey,
  type UnplacedName,
} from '../map/index.ts'
import { type Problem, problem } from '../problem.ts'
import { IDENTIFYING } from '../rdf/labels.ts'
import { inGraph, parseTurtleFamily } from '../rdf/parse.ts'
import { type Account, accountOf, bothAccounts, nothingRead } from '../read/account.ts'
import { read } from '../read/index.ts'
import {
  assemble,
  assembleListing,
  cardsOf,
  type DocumentGroup,
  type GroupPlan,
  type ListingPlan,
  type ReadingCards,
} from '../reconcile/index.ts'
import { publishedLines } from '../release/write.ts'
import { extract, textRules } from '../text/index.ts'
import { createValidator, loadShapes, type ShapeResult, startValidator, type Validator } from '../validate/index.ts'
import { type InputFile, readBytes } from './inputs.ts'
import { placeOf } from './place.ts'
import { rulesLeftOut } from './rules.ts'
import { searchableText } from './searchable-text.ts'
import { type Place, Spool } from './spool.ts'

/** What is remembered of an input to the end of the run. */
export interface InputAccount {
  readonly path: string
  /** Of the file's bytes; absent where they could not be read. */
  readonly sha256?: string
  /** What was read, in numbers. */
  readonly account: Account
  readonly problems: readonly Problem[]
}

/** One input as it was read. */
export interface ReadInput extends InputAccount {
  /** What was read of it; the readings themselves are in the spool. */
  readonly readings: readonly ReadingCards<Place>[]
}

/** One document as it would be published. */
export interface MadeDocument {
  readonly iri: string
  readonly slug: string
  readonly title?: string
  /** Statements of its own graphs, as lines of N-Quads. */
  readonly lines: readonly string[]
  /** What it gives to graphs that all documents share. */
  readonly shared: readonly string[]
  /** The words by which it is found beside its statements. */
  readonly text?: string
  readonly conforms: boolean
  readonly problems: readonly Problem[]
  readonly results: readonly ShapeResult[]
  /** Names in no curated file. */
  readonly unplaced: readonly UnplacedName[]
  /** What tells it from other documents. */
  readonly marks: readonly Mark[]
}

/** One listing page as it would be published. */
export interface MadeListing {
  readonly lines: readonly string[]
  readonly problems: readonly Problem[]
}

export interface Workshop {
  readonly iris: Iris
  readonly authority: Authority
  /** Pairs of documents of which a curator has said whether they are one. */
  readonly decided: ReadonlySet<string>
  /** What the authority files say. */
  readonly curated: readonly Quad[]
  /** What else no document says: the rules and the vocabularies. */
  readonly common: readonly Quad[]
  /** Problems of the authority files and the shapes. */
  readonly problems: readonly Problem[]
  read(file: InputFile): Promise<ReadInput>
  make(plan: GroupPlan<Place>): Promise<MadeDocument>
  list(plan: ListingPlan<Place>): MadeListing
  close(): Promise<void>
}

/**
 * Everything that the work needs beside its input: the same in each thread.
 * @param folder where the readings rest between the two pieces of work
 * @param validation in this thread, or beside it, so that the next document is mapped meanwhile
 */
export function createWorkshop(settings: Settings, folder: string, validation: 'here' | 'beside' = 'here'): Workshop {
  const beside = validation === 'beside' ? startValidator(settings.shapes) : undefined
  const iris = createIris(settings.base)
  const { authority, problems: ofAuthority } = loadAuthority(settings.authorities)
  const { shapes, problems: ofShapes } = loadShapes(settings.shapes)
  const without = rulesLeftOut(settings.rulesOff)
  const context: MapContext = {
    iris,
    settings,
    authority,
    extract: (source, document, names) => extract(source, document, names, { without }),
  }
  const rules = textRules
    .filter(({ name }) => !without.has(name))
    .map(({ name, describes, measured }) => ({ name, description: describes, ...(measured && { measured }) }))
  const curated = mapAuthority(context)
  const common = [...mapRules(rules, iris), ...inGraph(ontology(), iris.graph('vocabulary'))]
  const known = identifying([...curated, ...common])
  const validator = beside ?? createValidator(shapes)
  const spool = new Spool(folder)
  return {
    iris,
    authority,
    decided: decidedPairs(authority, iris),
    curated,
    common,
    problems: [...ofAuthority, ...ofShapes],
    read: (file) => readInput(file, settings, authority, spool),
    make: (plan) => makeDocument(plan, context, validator, known, spool),
    list: (plan) => {
      const page = assembleListing(plan, spool.get)
      try {
        return { lines: publishedLines(mapListing(page, context)), problems: [] }
      } catch (error) {
        return { lines: [], problems: [fault(error, page.source.path)] }
      }
    },
    close: async () => {
      spool.close()
      await beside?.stop()
    },
  }
}

function decidedPairs({ files }: Authority, iris: Iris): ReadonlySet<string> {
  const decided = files.duplicates.filter(({ status }) => status !== 'candidate')
  const iri = (slug: string) => iris.thing('document', slug)
  return new Set(decided.map(({ document, duplicateOf }) => pairKey(iri(document), iri(duplicateOf))))
}

/** The ontology and its concept schemes, as the package has them. */
function ontology(): Quad[] {
  const folder = join(packageRoot, 'ontology')
  const files = readdirSync(folder).filter((name) => name.endsWith('.ttl'))
  return files.sort().flatMap((name) => parseTurtleFamily(readFileSync(join(folder, name), 'utf8'), 'turtle'))
}

async function readInput(file: InputFile, settings: Settings, authority: Authority, spool: Spool): Promise<ReadInput> {
  const { path } = file
  const input = readBytes(file, settings.maxInputSize)
  if ('code' in input) return { path, readings: [], account: nothingRead, problems: [input] }
  const readings: ReadingCards<Place>[] = []
  const problems: Problem[] = []
  let account = nothingRead
  const { maxInputSize, records } = settings
  for await (const reading of read(input, { maxInputSize, records, authority })) {
    readings.push(cardsOf(reading, spool.add(reading)))
    account = bothAccounts(account, accountOf(reading))
    problems.push(...reading.problems)
  }
  // A copy: what was cut out of the text would hold all of it in memory.
  return structuredClone({ path, sha256: sha256(input.bytes), readings, account, problems })
}

const fault = (error: unknown, path: string | undefined, document?: string) =>
  problem('internal-fault', { reason: (error as Error).message }, { path, document })

async function makeDocument(
  plan: GroupPlan<Place>,
  context: MapContext,
  validator: Validator,
  known: ReadonlyMap<string, readonly Quad[]>,
  spool: Spool,
): Promise<MadeDocument> {
  const { iri, slug } = plan
  const group: DocumentGroup = assemble(plan, spool.get)
  try {
    const mapped = mapDocument(group, context)
    const own = [...mapped.stated, ...mapped.extracted]
    const lines = publishedLines(own)
    const shared = publishedLines(mapped.shared)
    const { conforms, results } = await validator.validate(own, lookedUp(mapped, own, known))
    const place = placeOf(own, group, context.iris)
    const found = results
      .filter(({ shape }) => !TOLD_BEFORE.has(shape))
      .map(({ severity, message, focusNode }) =>
        problem(SHAPE_CODES[severity], { message }, { ...place(focusNode), document: iri }),
      )
    const { unplaced, marks } = mapped
    const title = group.primary.document.title?.value
    const text = searchableText(group, context.settings)
    const named = {
      iri,
      slug,
      ...(title !== undefined && { title }),
      marks,
      ...(text !== undefined && { text }),
    }
    return { ...named, lines, shared, conforms, problems: [...mapped.problems, ...found], results, unplaced }
  } catch (error) {
    const problems = [fault(error, plan.members[0]?.path, iri)]
    return { iri, slug, lines: [], shared: [], conforms: false, problems, results: [], unplaced: [], marks: [] }
  }
}

/** What reader and map have said already, with the values: `received-before-sent`, `date-conflict`. */
const TOLD_BEFORE: ReadonlySet<string> = new Set(
  ['InferredHandIn', 'Document-date-conflict'].map((name) => `https://w3id.org/diplomacy/shapes#${name}`),
)
const SHAPE_CODES = { error: 'shape-violation', warning: 'shape-warning', info: 'shape-info' } as const

/** Type and label of what a document points to: by the curated files, by what it shares, and of other documents. */
function lookedUp(
  { shared, assumed }: MappedDocument,
  own: readonly Quad[],
  known: ReadonlyMap<string, readonly Quad[]>,
): Quad[] {
  const here = identifying(shared)
  const targets = new Set(own.flatMap(({ object }) => (object.termType === 'NamedNode' ? [object.value] : [])))
  return [...targets].flatMap((target) => [...(known.get(target) ?? []), ...(here.get(target) ?? [])]).concat(assumed)
}

function identifying(quads: readonly Quad[]): Map<string, Quad[]> {
  const found = new Map<string, Quad[]>()
  for (const quad of quads)
    if (IDENTIFYING.has(quad.predicate.value))
      found.set(quad.subject.value, [...(found.get(quad.subject.value) ?? []), quad])
  return found
}
