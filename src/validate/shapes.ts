/** The shapes as files: reading them, and what of them would not be run. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { type Problem, problem, reasonOf } from '../problem.ts'
import { parseTurtleFamily } from '../rdf/parse.ts'
import { sh } from '../rdf/vocabulary/sh.ts'
import { plainTerm } from './plain.ts'

/** What SHACL Core says of shapes; any other term of SHACL would be passed over in silence by the engine. */
const CORE_TERMS: ReadonlySet<string> = new Set(
  `alternativePath and class closed datatype deactivated declare defaultValue description disjoint equals flags group
  hasValue ignoredProperties in inversePath languageIn lessThan lessThanOrEquals maxCount maxExclusive maxInclusive
  maxLength message minCount minExclusive minInclusive minLength name namespace node nodeKind not oneOrMorePath or
  order path pattern prefix property qualifiedMaxCount qualifiedMinCount qualifiedValueShape
  qualifiedValueShapesDisjoint severity shapesGraph suggestedShapesGraph targetClass targetNode targetObjectsOf
  targetSubjectsOf uniqueLang xone zeroOrMorePath zeroOrOnePath`.split(/\s+/),
)

/** Shapes that use what is not run (SPARQL constraints, SPARQL targets, rules) or does not exist (a misspelt term). */
export function checkShapes(shapes: readonly Quad[]): Problem[] {
  return shapes
    .filter(
      ({ predicate }) => predicate.value.startsWith(sh.iri) && !CORE_TERMS.has(predicate.value.slice(sh.iri.length)),
    )
    .map(({ subject, predicate }) =>
      problem('shapes-unsupported', { shape: plainTerm(subject), term: `sh:${predicate.value.slice(sh.iri.length)}` }),
    )
}

/** Reads all Turtle files of a folder as one shapes graph. What cannot be read or would not be run is a problem. */
export function loadShapes(folder: string): {
  readonly shapes: readonly Quad[]
  readonly problems: readonly Problem[]
} {
  const shapes: Quad[] = []
  const problems: Problem[] = []
  for (const path of turtleFiles(folder, problems)) {
    try {
      shapes.push(...parseTurtleFamily(readFileSync(path, 'utf8'), 'turtle'))
    } catch (error) {
      const { message, context } = error as Error & { readonly context?: { readonly line?: number } }
      problems.push(problem('shapes-unreadable', { reason: message }, { path, line: context?.line }))
    }
  }
  return { shapes, problems: [...problems, ...checkShapes(shapes)] }
}

function turtleFiles(folder: string, problems: Problem[]): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.ttl'))
    if (names.length === 0) throw new Error('there is no Turtle file in the folder')
    return names.sort().map((name) => join(folder, name))
  } catch (error) {
    problems.push(problem('shapes-unreadable', { reason: reasonOf(error) }, { path: folder }))
    return []
  }
}
