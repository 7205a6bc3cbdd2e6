/** The books of a run: which documents were made and how, what they share, and what became of each input. */
import type { Quad } from '@rdfjs/types'
import type { Iris } from '../iris.ts'
import {
  type Duplicate,
  derive,
  type Mark,
  mapDuplicates,
  possibleDuplicates,
  type ReportedEvent,
  reasonOf,
  reportedEvents,
} from '../map/index.ts'
import { type Problem, problem } from '../problem.ts'
import { partsOf, readLine } from '../rdf/canonical.ts'
import { quadLine } from '../rdf/nquads.ts'
import { runs } from '../rdf/serialise.ts'
import type { GroupPlan } from '../reconcile/index.ts'
import { toBytes, toText } from '../release/files.ts'
import type { InputEntry } from '../release/manifest.ts'
import { LineSorter } from '../release/sort.ts'
import type { ShapeResult } from '../validate/index.ts'
import { Tray } from './tray.ts'
import { Worklist } from './worklist.ts'
import type { InputAccount, MadeDocument } from './workshop.ts'

/** In the name of a node that reports an event; only these are compared over documents. */
const EVENT = '#event-'

/** Sentences that are held once; there are far fewer that more than one document has. */
const SENTENCES = 5000

export class Ledger {
  /** Slugs of the documents that conform, and of those that do not. */
  readonly good = new Set<string>()
  readonly bad = new Set<string>()
  readonly problems: Problem[] = []
  readonly results: Tray<ShapeResult>
  readonly worklist: Worklist
  /** Titles by slug. */
  readonly titles = new Map<string, string>()
  readonly #shared: LineSorter
  readonly #events: ReportedEvent[] = []
  readonly #sentences = new Map<string, string>()
  readonly #marks: LineSorter
  #duplicates: readonly Duplicate[] = []

  /** @param folder for what does not fit into memory, whose owner removes it */
  constructor(folder: string) {
    this.#shared = new LineSorter(folder, 'shared.run')
    this.#marks = new LineSorter(folder, 'marks.run')
    this.results = new Tray(folder, 'results.jsonl')
    this.worklist = new Worklist(folder)
  }

  add({ iri, slug, title, conforms, problems, results, shared, lines, unplaced, marks }: MadeDocument): void {
    if (title !== undefined) this.titles.set(slug, title)
    this.worklist.add(iri, unplaced)
    this.problems.push(...problems.map((found) => this.#sharing(found, iri)))
    for (const result of results) this.results.add(result)
    if (conforms) this.good.add(slug)
    else this.bad.add(slug)
    if (!conforms) return
    for (const mark of marks) this.#marks.add(toBytes(JSON.stringify(mark)))
    for (const line of shared) this.#shared.add(toBytes(line))
    const events = lines.filter((line) => line.slice(0, line.indexOf('>')).includes(EVENT))
    this.#events.push(...reportedEvents(events.map(readLine)))
  }

  /** A sentence that many documents have, held once for all. */
  #once(text: string): string {
    const known = this.#sentences.get(text)
    if (known !== undefined) return known
    if (this.#sentences.size < SENTENCES) this.#sentences.set(text, text)
    return text
  }

  /** The same problem, its words held once for all that have them. */
  #sharing(found: Problem, iri: string): Problem {
    const { message, path, document } = found
    return {
      ...found,
      message: this.#once(message),
      ...(path !== undefined && { path: this.#once(path) }),
      ...(document !== undefined && { document: document === iri ? iri : document }),
    }
  }

  /** What an earlier version derived about a document that stays. */
  addDerived(quads: readonly Quad[]): void {
    for (const quad of quads) this.#shared.add(toBytes(quadLine(quad)))
  }

  /** The graphs that follow from all documents together. Once: what was collected is gone then. */
  *derived(iris: Iris): Generator<Quad> {
    yield* mapDuplicates(this.#duplicates, iris)
    yield* derive(aboutEach(this.#shared.sorted()), this.#events, iris)
  }

  /**
   * Finds records that may be of one document, when all are made.
   * @param decided pairs of which a curator has said whether they are one
   */
  findDuplicates(decided: ReadonlySet<string>): void {
    this.#duplicates = possibleDuplicates(readMarks(this.#marks.sorted()), decided)
    for (const duplicate of this.#duplicates) {
      const { one, other: document } = duplicate
      this.problems.push(problem('possible-duplicate', { other: one, reason: reasonOf(duplicate) }, { document }))
    }
  }
}

/** The statements of sorted lines, each once, subject by subject. */
function* aboutEach(lines: Iterable<string>) {
  for (const about of runs(lines, (line) => partsOf(line).subject))
    yield [...new Set(about)].map((line) => readLine(toText(line)))
}

function* readMarks(lines: Iterable<string>): Generator<Mark> {
  for (const line of lines) yield JSON.parse(toText(line)) as Mark
}

/** Whether an input was read without error. */
export const wasRead = ({ problems }: InputAccount): boolean => !problems.some(({ severity }) => severity === 'error')

/** The entries of the manifest for the inputs of this run. */
export function inputEntries(
  inputs: readonly InputAccount[],
  groups: readonly GroupPlan<unknown>[],
  published: ReadonlySet<string>,
  before: readonly InputEntry[],
  problems: readonly Problem[],
): InputEntry[] {
  const given = new Map<string, Set<string>>()
  for (const { slug, members } of groups)
    for (const { path } of members) given.set(path, (given.get(path) ?? new Set()).add(slug))
  const counts = new Map<string, number>()
  for (const { path } of problems) if (path !== undefined) counts.set(path, (counts.get(path) ?? 0) + 1)
  const stayed = new Map(before.map(({ path, documents }) => [path, documents]))

  return inputs.map((input): InputEntry => {
    const { path, sha256 } = input
    const gave = [...(given.get(path) ?? [])]
    // An input that could not be read keeps the documents that it gave before.
    const documents = (wasRead(input) ? gave : [...gave, ...(stayed.get(path) ?? [])]).filter((s) => published.has(s))
    const whole = wasRead(input) && gave.every((slug) => published.has(slug))
    return {
      path,
      ...(sha256 !== undefined && { sha256 }),
      outcome: whole ? 'published' : gave.some((slug) => published.has(slug)) ? 'partly' : 'rejected',
      documents: [...new Set(documents)].sort(),
      problems: counts.get(path) ?? 0,
    }
  })
}
