/** The rules of running text that the settings switch off. */
import { ConfigurationError } from '../config.ts'
import { textRules } from '../text/index.ts'

/**
 * @throws ConfigurationError on a name that no rule has; it names the nearest that one has.
 */
export function rulesLeftOut(names: readonly string[]): ReadonlySet<string> {
  const known = textRules.map(({ name }) => name)
  for (const name of names)
    if (!known.includes(name))
      throw new ConfigurationError(
        `rulesOff names the rule ${JSON.stringify(name)}, and there is none; the nearest is ${nearest(name, known)}. docs/accuracy.md lists them all.`,
      )
  return new Set(names)
}

const nearest = (name: string, known: readonly string[]): string =>
  known.map((rule) => ({ rule, far: distance(name, rule) })).reduce((best, one) => (one.far < best.far ? one : best))
    .rule

/** Letters to add, take away or change to make one word the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, to] of [...other].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === to ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
