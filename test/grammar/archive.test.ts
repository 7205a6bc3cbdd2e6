import { describe, expect, it } from 'vitest'
import type { ArchiveScheme } from '../../src/authority/authority.ts'
import { parseReferences } from '../../src/grammar/archive.ts'

type Level = readonly [level: string, prefix: string, ...tokens: string[]]

const scheme = (
  archive: string,
  names: readonly string[],
  levels: readonly Level[],
  folioTokens: readonly string[],
): ArchiveScheme => ({
  archive,
  label: names[0] ?? archive,
  names,
  levels: levels.map(([level, prefix, ...tokens]) => ({ level, prefix, tokens })),
  folioTokens,
})

const FOND: Level = ['fonds', 'f', 'F.', 'Fond']
const OPIS: Level = ['opis', 'op', 'Op.', 'Opis']
const DELO: Level = ['delo', 'd', 'D.', 'Delo', 'Por.']
const LISTY = ['L.', 'Ll.', 'List', 'Listy']
const SCHEMES = [
  scheme('avprf', ['AVPRF', 'AVP RF'], [FOND, OPIS, ['papka', 'p', 'P.', 'Pap.', 'Papka'], DELO], LISTY),
  scheme('aprf', ['APRF'], [FOND, OPIS, DELO], LISTY),
  scheme('rgaspi', ['RGASPI'], [FOND, OPIS, DELO], LISTY),
  scheme('rgani', ['RGANI'], [FOND, OPIS, DELO], LISTY),
  scheme(
    'mol',
    ['MOL'],
    [
      ['fonds', 'f'],
      ['box', 'b', 'doboz'],
      ['dossier', 't'],
      ['file', 'i'],
    ],
    [],
  ),
  scheme('cda', ['CDA'], [FOND, OPIS, ['file', 'ae', 'a.e.', 'ae.']], ['l.']),
]

const path = (text: string) =>
  parseReferences(text, SCHEMES).map(({ value }) =>
    [value.archive, ...value.steps.map(({ level, number }) => `${level} ${number}`), value.folios ?? '-'].join(' / '),
  )

describe('archives with a scheme', () => {
  it.each([
    [
      'AVPRF, Fond 059a, Opis 5a, Delo 5, Papka 11, Listy 120-122.',
      'avprf / fonds 059a / opis 5a / papka 11 / delo 5 / 120-122',
    ],
    [
      'AVPRF F. 0102, Op. 13, P. 72, Delo 5, Listy 44-113.',
      'avprf / fonds 0102 / opis 13 / papka 72 / delo 5 / 44-113',
    ],
    ['AVPRF F. 0102, Op. 13, Delo 5, Listy 257-307.', 'avprf / fonds 0102 / opis 13 / delo 5 / 257-307'],
    [
      'AVPRF: fond 0100, opis 40, delo 7, papka 248, listy 39-44.',
      'avprf / fonds 0100 / opis 40 / papka 248 / delo 7 / 39-44',
    ],
    [
      'AVPRF, f. 0100, op. 42, por. 19, pap. 288, ll. 81-85',
      'avprf / fonds 0100 / opis 42 / papka 288 / delo 19 / 81-85',
    ],
    ['APRF, fond 45, opis 1, delo 335, list 3.', 'aprf / fonds 45 / opis 1 / delo 335 / 3'],
    [
      'Archive of the President, Russian Federation (APRF), fond (f.)\n45, opis (op.) 1, delo (d.) 329, listy (ll.) 9-17.',
      'aprf / fonds 45 / opis 1 / delo 329 / 9-17',
    ],
    ['RGASPI F.17 Op.162 D. 17, L. 151.', 'rgaspi / fonds 17 / opis 162 / delo 17 / 151'],
    ['RGASPI, f. 17. op. 162, d. 18, l. 141-142.', 'rgaspi / fonds 17 / opis 162 / delo 18 / 141-142'],
    ['RGANI, f. 5, op. 49, d. 131, ll. 193-194.', 'rgani / fonds 5 / opis 49 / delo 131 / 193-194'],
    [
      'MOL, XIX-J-1-j Korea, 4. doboz, 5/a, 004076/ 1955.',
      'mol / fonds XIX-J-1-j Korea / box 4 / dossier 5/a / file 004076/1955 / -',
    ],
    ['CDA, f. 146 B, op. 2, ae. 15.', 'cda / fonds 146 B / opis 2 / file 15 / -'],
  ])('%s', (text, expected) => expect(path(text)).toEqual([expected]))

  it('reads several in one line, each where it stands', () => {
    const text =
      'APRF, f. 45, op. 1, d. 342, l. 78; AVPRF, Fond 059a, Opis 5a, Delo 5, Papka 11, List 80; and RGASPI, f. 558, op. 11, d. 342, ll. 0078.'
    expect(path(text)).toEqual([
      'aprf / fonds 45 / opis 1 / delo 342 / 78',
      'avprf / fonds 059a / opis 5a / papka 11 / delo 5 / 80',
      'rgaspi / fonds 558 / opis 11 / delo 342 / 0078',
    ])
    expect(parseReferences(text, SCHEMES).map(({ start, end }) => text.slice(start, end))).toEqual([
      'APRF, f. 45, op. 1, d. 342, l. 78',
      'AVPRF, Fond 059a, Opis 5a, Delo 5, Papka 11, List 80',
      'RGASPI, f. 558, op. 11, d. 342, ll. 0078',
    ])
  })
})

describe('archives without a scheme', () => {
  it.each([
    ['PRC FMA 118-01767-02, 32-33.', 'prc-fma / call-number 118-01767-02, 32-33 / -'],
    ['BArch, B 136/59748, 403-410.', 'barch / call-number B 136/59748, 403-410 / -'],
    [
      'Nehru Memorial Museum and Library, File No. JNSG, vol. 21-1.',
      'nehru-memorial-museum-and-library / call-number File No. JNSG, vol. 21-1 / -',
    ],
  ])('%s', (text, expected) => expect(path(text)).toEqual([expected]))
  it.each(['', 'Given by the family of the author.', '; , .'])('%j is none', (text) => expect(path(text)).toEqual([]))
})

describe('printed editions', () => {
  it('keeps book, volume and pages', () => {
    const [found] = parseReferences(
      'Jianguo yilai Liu Shaoqi wengao, vol. 1 (Beijing: Zhongyang wenxian chubanshe, 2005), 30-37.',
      SCHEMES,
    )
    expect(found?.value).toMatchObject({ printed: true, folios: '30-37', steps: [{ level: 'volume', number: '1' }] })
    expect(found?.value.archiveLabel).toBe('Jianguo yilai Liu Shaoqi wengao, vol. 1')
  })
  it('stands beside the archive it was printed from', () => {
    const found = parseReferences(
      'APRF: F. 39, Op. 1, D. 31, Ll. 54-58. Reprinted in Sovetsko-Kitaiskie Otnosheniia, Vol. 5 (Moscow: Pamiatniki, 2005), pp. 11-14.',
      SCHEMES,
    )
    expect(found.map(({ value }) => [value.printed, value.folios])).toEqual([
      [false, '54-58'],
      [true, '11-14'],
    ])
  })
})
