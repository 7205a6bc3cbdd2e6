/** Call numbers by which an archive is known without its name: `PREM19/2868`, `893.00/15405`, `CIA-RDP82-00457R…`. */
import type { ArchiveScheme } from '../authority/authority.ts'
import { literally } from '../letters.ts'
import { oncePer } from './once-per.ts'

/** Signs of the authority file: digits, so many digits, a run without spaces, words up to a colon or semicolon. */
const SIGNS: readonly (readonly [RegExp, (signs: string) => string])[] = [
  [/^#{2,}/u, (signs) => String.raw`\d{${signs.length}}`],
  [/^#/u, () => String.raw`\d{1,6}`],
  [/^\*/u, () => String.raw`[^\s,;:()]{1,40}`],
  [/^…/u, () => String.raw`[^;:\n]{1,60}`],
  [/^ /u, () => String.raw`\s{0,3}`],
  [/^[^\p{L}\d]/u, literally],
  [/^./u, (sign) => sign],
]

function patternOf(written: string): string {
  let [rest, pattern] = [written, '']
  while (rest !== '') {
    const [found, toPattern] = SIGNS.map(([sign, make]) => [sign.exec(rest)?.[0], make] as const).find(
      ([signs]) => signs !== undefined,
    ) ?? [rest, (all: string) => all]
    pattern += toPattern(found ?? rest)
    rest = rest.slice((found ?? rest).length)
  }
  return pattern
}

/** The call numbers of an archive as one pattern, or undefined where it has none. */
export const callNumberPattern = oncePer((scheme: ArchiveScheme): RegExp | undefined =>
  scheme.callNumbers === undefined || scheme.callNumbers.length === 0
    ? undefined
    : new RegExp(String.raw`(?<![\p{L}\d.])(?:${scheme.callNumbers.map(patternOf).join('|')})(?![\p{L}\d])`, 'gu'),
)
