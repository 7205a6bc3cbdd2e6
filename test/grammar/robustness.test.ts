import { describe, expect, it } from 'vitest'
import { parseReferences } from '../../src/grammar/archive.ts'
import { parseCitation } from '../../src/grammar/citation.ts'
import { parseCredits } from '../../src/grammar/credit.ts'
import { findDates } from '../../src/grammar/date.ts'
import { parseDistribution } from '../../src/grammar/distribution.ts'
import { findMarkings } from '../../src/grammar/marking.ts'
import { parseName, splitNames } from '../../src/grammar/name.ts'
import { findNumbers } from '../../src/grammar/number.ts'
import { findReplies } from '../../src/grammar/reply.ts'
import { findStamps } from '../../src/grammar/stamp.ts'
import { parseHeading } from '../../src/grammar/subject.ts'
import { parseTitle } from '../../src/grammar/title.ts'
import { findTransmissions } from '../../src/grammar/transmission.ts'

const SCHEME = {
  archive: 'a',
  label: 'Archive A',
  names: ['AAA'],
  levels: [
    { level: 'fonds', tokens: ['F.', 'Fond'], prefix: 'f' },
    { level: 'file', tokens: [], prefix: 'd' },
  ],
  folioTokens: ['L.'],
}

const GRAMMARS: Readonly<Record<string, (text: string) => unknown>> = {
  dates: findDates,
  name: parseName,
  names: splitNames,
  references: (text) => parseReferences(text, [SCHEME]),
  citation: parseCitation,
  credits: parseCredits,
  title: parseTitle,
  numbers: (text) => findNumbers(text, { alone: true }),
  markings: findMarkings,
  distribution: parseDistribution,
  transmissions: findTransmissions,
  stamps: findStamps,
  heading: parseHeading,
  replies: findReplies,
}

const UNITS = [
  'a',
  ' ',
  '\n',
  '1',
  '[',
  ']',
  '(',
  '"',
  'A. ',
  'May ',
  '1.2.',
  'No. 1 ',
  'AAA, F. 1; ',
  'X, ',
  'X and ',
  'sent ',
  'Secret ',
  'copies ',
  '," ',
  'by ',
  'in reply to your ',
  '[stamp',
  '\ud800',
  'I',
]
const GARBAGE = [
  '',
  '\0',
  '\ud83d',
  '[[[]]](()',
  '"",,""',
  '2 3 4 5',
  '....',
  '\u00a0\t\r\n',
  '$^{\\circ}$',
  '一二三年月日',
]

describe.each(Object.entries(GRAMMARS))('%s', (_, grammar) => {
  it('takes any text', () => {
    for (const text of GARBAGE) expect(() => grammar(text)).not.toThrow()
  })
  it('gives the same for the same text', () => {
    const text = 'Ciphered Telegram No. 8600, X to Y, 14 May 1950. AAA, F. 12, 5, L. 3.'
    expect(grammar(text)).toEqual(grammar(text))
  })
  it('takes time in proportion to the length', { timeout: 60_000 }, () => {
    for (const unit of UNITS) {
      const timeOf = (length: number) => {
        const text = unit.repeat(Math.ceil(length / unit.length))
        const start = performance.now()
        grammar(text)
        return performance.now() - start
      }
      timeOf(500)
      // Sixteen times the length: a square would take 256 times the time.
      expect(timeOf(32_000), JSON.stringify(unit)).toBeLessThan(timeOf(2_000) * 60 + 300)
    }
  })
})
