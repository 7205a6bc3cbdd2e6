/** From records to quads. The door of the map; pure: it reads no file, knows no clock, and says each thing in one graph. */
import type { Quad } from 'n3'
import { createDirectory } from '../authority/directory.ts'
import { type Problem, problem } from '../problem.ts'
import type { DocumentGroup } from '../reconcile/index.ts'
import { preferredDate } from '../reconcile/preferred-date.ts'
import { conflictingDates } from './dates.ts'
import { mapStated } from './document.ts'
import { type Mark, marksOf } from './duplicates.ts'
import { mapSources } from './edition.ts'
import { mapEntities } from './entities.ts'
import { distinctQuads, namedNode } from './quads.ts'
import { classesOfOthers } from './relations.ts'
import { rulesIn } from './rules.ts'
import type { MapContext, Scope } from './scope.ts'
import { mapStatements, type Told } from './statements.ts'
import { type UnplacedName, unplacedNames } from './unplaced.ts'

export { mapAuthority } from './authority.ts'
export { derive } from './derived.ts'
export {
  type Duplicate,
  type Mark,
  mapDuplicates,
  pairKey,
  possibleDuplicates,
  reasonOf,
} from './duplicates.ts'

import { oneLine } from '../letters.ts'

export { mapListing } from './listing.ts'
export { reachedFrom } from './reached.ts'
export { mapRules, type RuleDescription } from './rules.ts'
export { type ReportedEvent, reportedEvents } from './same-events.ts'
export type { MapContext } from './scope.ts'
export type { UnplacedKind, UnplacedName } from './unplaced.ts'

export interface MappedDocument {
  readonly iri: string
  readonly slug: string
  /** The document's own graph, and the graphs of its source texts. */
  readonly stated: Quad[]
  readonly extracted: Quad[]
  /** What it gives to the graphs `derived` and `rules`, which all documents share: see `derive`. */
  readonly shared: Quad[]
  /** Classes of the documents that it leads to, as their own graphs state them: for its validation alone. */
  readonly assumed: Quad[]
  readonly problems: Problem[]
  /** Names in no curated file. */
  readonly unplaced: UnplacedName[]
  /** What tells it from other documents. */
  readonly marks: readonly Mark[]
}

/** The quads of one document, each once. */
export function mapDocument(group: DocumentGroup, context: MapContext): MappedDocument {
  const { iri, slug } = group
  const scope = createScope(group, context)
  const told = group.members.map((member): Told => {
    return { member, statements: context.extract(member.source, member.document, scope.names) }
  })
  const stated = distinctQuads([...mapStated(scope, group.entries), ...mapSources(scope)])
  const extracted = distinctQuads(mapStatements(scope, told))
  const shared = distinctQuads([...mapEntities(scope, told), ...rulesIn([...stated, ...extracted], context.iris)])
  const assumed = distinctQuads(classesOfOthers(scope, group.entries))
  return {
    iri,
    slug,
    stated,
    extracted,
    shared,
    assumed,
    problems: problemsOf(scope),
    unplaced: unplacedNames(scope, told),
    marks: marksOf(scope),
  }
}

function createScope({ iri, slug, members, primary }: DocumentGroup, context: MapContext): Scope {
  const text =
    primary.document.text && primary.source.text.slice(primary.document.text.start, primary.document.text.end)
  return {
    iri: namedNode(iri),
    stated: namedNode(context.iris.graph(`document/${slug}`)),
    extracted: namedNode(context.iris.graph(`extracted/${slug}`)),
    members,
    names: createDirectory(
      members.map(({ document }) => document),
      context.authority,
      text,
      preferredDate(members.flatMap(({ document }) => document.dates.map(({ value }) => value))),
    ),
    context,
    part: (fragment) => namedNode(context.iris.part(iri, fragment)),
  }
}

function problemsOf(scope: Scope): Problem[] {
  const where = { path: scope.members[0]?.source.path, document: scope.iri.value }
  const words = new Set(conflictingDates(scope).map((date) => `${oneLine(date.words)} (${date.of})`))
  return [
    ...(words.size > 0 ? [problem('date-conflict', { dates: [...words].join('; ') }, where)] : []),
    ...unplaced(scope).map((name) => problem('name-unplaced', { name }, where)),
  ]
}

/** Persons among the parties whom no authority file knows, by the labels that they were given. */
function unplaced({ members, names }: Scope): string[] {
  const parties = members.flatMap(({ document }) => document.parties.map(({ value }) => names.entity(value.name)))
  return [...new Set(parties.flatMap(({ kind, curated, label }) => (kind === 'person' && !curated ? [label] : [])))]
}
