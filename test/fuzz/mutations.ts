/** What happens to files between one disk and another, and what nobody would do to them: one row each. */
import type { Random } from './random.ts'

export type Mutation = (bytes: Buffer, random: Random, others: () => Buffer) => Buffer

/** Beyond this an input takes longer by right. */
const LONGEST = 100_000

/** Characters that readers stumble over: marks of the forms, controls, halves of pairs, letters of every kind. */
const ODD = [
  ...[
    '\0',
    '\ufeff',
    '\ufffd',
    '\u2028',
    '\u00a0',
    '\u200f',
    '\u0301',
    '\r',
    '\f',
    '\t',
    '🗄',
    '한',
    'Щ',
    'ǅ',
    'İ',
    'ß',
    'ﬁ',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '"',
    '“',
    '”',
    '«',
    '*',
    '**',
    '# ',
    '|',
    '<',
    '>',
    '&',
    '&#0;',
    '</p>',
    '<!--',
    ']]>',
    '{',
    '}',
  ],
  ...[
    '\\',
    '%',
    '::',
    ' - ',
    '----',
    '...',
    '[...]',
    ', ',
    '; ',
    'No. ',
    '№',
    'Fond ',
    'Delo ',
    'I',
    'XXXX',
    '99.99.9999',
  ],
]

const lines = (change: (lines: string[], random: Random) => readonly string[]): Mutation => {
  return (bytes, random) => Buffer.from(change(bytes.toString('latin1').split('\n'), random).join('\n'), 'latin1')
}
const spot = (bytes: Buffer, random: Random): number => random.under(bytes.length + 1)
/** A stretch, short as a rule. */
const stretch = (bytes: Buffer, random: Random): readonly [number, number] => {
  const start = spot(bytes, random)
  return [start, Math.min(bytes.length, start + random.under(random.pick([4, 60, 2000, bytes.length + 1])))]
}
const splice = (bytes: Buffer, start: number, end: number, middle: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, start), middle, bytes.subarray(end)])
const times = (bytes: Uint8Array, count: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.min(count, Math.floor(LONGEST / Math.max(1, bytes.length))) }, () => bytes))

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'flip bytes': (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let n = random.under(random.pick([2, 10, 200])); n >= 0 && copy.length > 0; n--)
      copy[random.under(copy.length)] = random.under(256)
    return copy
  },
  'flip bits': (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let n = random.under(20); n >= 0 && copy.length > 0; n--) {
      const at = random.under(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << random.under(8))
    }
    return copy
  },
  'drop lines': lines((all, random) => {
    const share = random.pick([2, 5, 20])
    return all.filter(() => random.under(share) > 0)
  }),
  'double lines': lines((all, random) => all.flatMap((line) => (random.under(6) === 0 ? [line, line] : [line]))),
  'shuffle lines': lines((all, random) => random.shuffled(all)),
  'move a block of lines': lines((all, random) => {
    const from = random.under(all.length)
    const block = all.splice(from, random.under(40))
    all.splice(random.under(all.length + 1), 0, ...block)
    return all
  }),
  'join lines': (bytes, random) =>
    Buffer.from(
      bytes.toString('latin1').replaceAll('\n', () => (random.under(3) === 0 ? '\n' : ' ')),
      'latin1',
    ),
  'one line': (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', ' '), 'latin1'),
  'break words': (bytes, random) =>
    Buffer.from(
      bytes.toString('latin1').replaceAll(' ', () => (random.under(8) === 0 ? '\n' : ' ')),
      'latin1',
    ),
  'cut the end': (bytes, random) => bytes.subarray(0, spot(bytes, random)),
  'cut the beginning': (bytes, random) => bytes.subarray(spot(bytes, random)),
  'cut out': (bytes, random) => splice(bytes, ...stretch(bytes, random), Buffer.alloc(0)),
  'repeat a stretch': (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    return splice(bytes, end, end, times(bytes.subarray(start, end), random.pick([2, 50, 3000])))
  },
  'a very long line': (bytes, random) => {
    const at = spot(bytes, random)
    return splice(
      bytes,
      at,
      at,
      times(Buffer.from(random.pick(ODD.concat('a', 'A', '1', ' '))), 1000 * random.pick([1, 20, 200])),
    )
  },
  'odd characters': (bytes, random) => {
    let copy = bytes
    for (let n = random.under(12); n >= 0; n--) {
      const at = spot(copy, random)
      copy = splice(copy, at, at + random.under(2), Buffer.from(random.pick(ODD)))
    }
    return copy
  },
  'broken UTF-8': (bytes, random) => {
    const at = spot(bytes, random)
    const middle = random.pick(['c3', 'e28fff', 'f0a08080c0', 'eda0bd', 'fffe', 'c080', 'f8888080'])
    return splice(bytes, at, at, Buffer.from(middle, 'hex'))
  },
  'read as Latin 1': (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  'as UTF-16': (bytes) => Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le'),
  'other line ends': (bytes, random) =>
    Buffer.from(bytes.toString('latin1').replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\f'])), 'latin1'),
  'no case': (bytes, random) => {
    const text = bytes.toString('utf8')
    return Buffer.from(random.under(2) === 0 ? text.toUpperCase() : text.toLowerCase())
  },
  'other digits': (bytes, random) =>
    Buffer.from(
      bytes.toString('latin1').replace(/\d/g, (digit) => (random.under(4) === 0 ? String(random.under(10)) : digit)),
      'latin1',
    ),
  'swap two stretches': (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    const rest = splice(bytes, start, end, Buffer.alloc(0))
    const at = spot(rest, random)
    return splice(rest, at, at, bytes.subarray(start, end))
  },
  'half of another file': (bytes, random, others) => {
    const other = others()
    const [a, b] = [spot(bytes, random), spot(other, random)]
    return Buffer.concat([bytes.subarray(0, a), other.subarray(b)]).subarray(0, LONGEST)
  },
  'two files in one': (bytes, _, others) => Buffer.concat([bytes, Buffer.from('\n'), others()]).subarray(0, LONGEST),
}
