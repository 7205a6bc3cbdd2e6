/** Problems in the order in which they are worth mending, the equal ones together. */

import { literally } from '../letters.ts'
import { type Problem, type ProblemCode, problemTable, type Severity } from '../problem.ts'

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** Problems of one sentence, with the same facts in it. */
export interface Variant {
  /** What fills the sentence's gaps, in order; empty where it has none. */
  readonly facts: readonly string[]
  readonly message: string
  readonly problems: readonly Problem[]
  /** Documents concerned, or inputs where no document is known. */
  readonly documents: number
}

/** Problems with one mend. */
export interface ProblemGroup {
  readonly code: ProblemCode
  readonly severity: Severity
  /** The sentence, its facts left out: `The date “…” was not understood. …` */
  readonly heading: string
  /** The most frequent first. */
  readonly variants: readonly Variant[]
  readonly documents: number
  readonly count: number
}

/**
 * Errors before warnings before notes; of these, what concerns more documents first. The order of the problems that
 * are given does not matter.
 */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = groupedBy(problems, (problem) => `${problem.code}\n${headingOf(problem)}`)
  return [...groups.values()]
    .flatMap((members): ProblemGroup[] => {
      const [first] = members
      if (first === undefined) return []
      const { code, severity } = first
      const variants = [...groupedBy(members, ({ message }) => message)].map(
        ([message, same]): Variant => ({
          facts: factsOf(code, message),
          message,
          problems: same.toSorted(byPlace),
          documents: concerned(same),
        }),
      )
      return [
        {
          ...{ code, severity, heading: headingOf(first) },
          variants: variants.sort(
            (a, b) =>
              b.documents - a.documents || b.problems.length - a.problems.length || (a.message < b.message ? -1 : 1),
          ),
          documents: concerned(members),
          count: members.length,
        },
      ]
    })
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.documents - a.documents ||
        b.count - a.count ||
        (a.heading < b.heading ? -1 : 1),
    )
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

const concerned = (problems: readonly Problem[]): number =>
  new Set(problems.map(({ document, path }) => document ?? path)).size

function byPlace(a: Problem, b: Problem): number {
  const key = ({ path = '', document = '' }: Problem) => `${path}\n${document}`
  return key(a) === key(b) ? (a.line ?? 0) - (b.line ?? 0) : key(a) < key(b) ? -1 : 1
}

/** What a shape says is its own heading; other problems share the sentence of their code. */
function headingOf({ code, message }: Problem): string {
  const sentence = problemTable.get(code)?.sentence ?? message
  return sentence === '{message}' ? message : sentence.replaceAll(/\{\w+\}/g, '…')
}

/** The facts of a message, found again by the sentence of its code. */
function factsOf(code: ProblemCode, message: string): string[] {
  const sentence = problemTable.get(code)?.sentence ?? '{message}'
  if (sentence === '{message}') return []
  const parts = sentence.split(/\{\w+\}/).map(literally)
  const [, ...facts] = new RegExp(`^${parts.join('([\\s\\S]*?)')}$`).exec(message) ?? []
  return facts
}
