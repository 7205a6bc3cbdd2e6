import { describe, expect, it } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import { parseReferences } from '../../src/grammar/archive.ts'

const { schemes } = loadAuthority('data/authorities').authority

const path = (text: string) =>
  parseReferences(text, schemes).map(({ value }) =>
    [
      value.archive,
      ...value.steps.map(({ level, number }) => `${level} ${number}`),
      value.folios === undefined ? '' : `= ${value.folios}`,
      value.printed ? 'printed' : '',
    ]
      .filter(Boolean)
      .join(' / '),
  )

describe('each scheme of the authority file', () => {
  it.each([
    ['AVPRF F. 0102, Op. 13, Delo 5, Listy 257-307.', 'avprf / fonds 0102 / opis 13 / delo 5 / = 257-307'],
    [
      'AVPRF, f. 0100, op. 42, por. 19, pap. 288, ll. 81-85',
      'avprf / fonds 0100 / opis 42 / papka 288 / dossier 19 / = 81-85',
    ],
    ['AVPRF, f. 0100, op. 42, d. 9, ll. 5, 7-9', 'avprf / fonds 0100 / opis 42 / delo 9 / = 5, 7-9'],
    ['APRF: F. 39, Op. 1, D. 31, Ll. 54-58.', 'aprf / fonds 39 / opis 1 / delo 31 / = 54-58'],
    [
      'Archive of the President, Russian Federation (APRF), fond (f.) 45, opis (op.) 1, delo (d.) 329, list (l.) 9',
      'aprf / fonds 45 / opis 1 / delo 329 / = 9',
    ],
    ['RGASPI F.17 Op.162 D. 17, L. 151.', 'rgaspi / fonds 17 / opis 162 / delo 17 / = 151'],
    ['RGANI, f. 5, op. 49, d. 131, ll. 193-194.', 'rgani / fonds 5 / opis 49 / delo 131 / = 193-194'],
    [
      'MOL, XIX-J-1-k Korea, 9. doboz, 18/g, 00303/1954.',
      'mol / fonds XIX-J-1-k Korea / box 9 / dossier 18/g / file 00303/1954',
    ],
    [
      'AMAE, Folder 784/1978, Issue 220: A Title, January 7, 1978 – September 23, 1978.',
      'amae / folder 784/1978 / issue 220',
    ],
    [
      'Archive of the Romanian Ministry of Foreign Affairs (AMAE), Year: 1954; Issues 20 221 10; Country: DPRK',
      'amae / issue 20 221 10',
    ],
    [
      'Archive of the Romanian Ministry of Foreign Affairs, Matter 210, 1973, North Korea, Secret, MFA, Folder no. 1495. A Title',
      'amae / series 210 / folder 1495',
    ],
    ['CDA, f. 146 B, op. 2, ae. 15.', 'cda / fonds 146 B / opis 2 / file 15'],
    ['PRC FMA 118-01767-02, 32-33.', 'prc-fma / file 118-01767-02 / = 32-33'],
    [
      'Szyfrogramy from Waszyngton 1962, 6/77 w-86 t- 1312, Polish Foreign Ministry Archive (AMSZ), Warsaw.',
      'amsz / record-group 6/77 / series Szyfrogramy from Waszyngton 1962 / box 86 / folder 1312',
    ],
    ['AMSZ, z. 6, w. 86, t. 1312', 'amsz / record-group 6 / box 86 / folder 1312'],
    ['BArch, B 136/59748, 403-410.', 'barch / file B 136/59748 / = 403-410'],
    ['Nehru Memorial Museum and Library, File No. JNSG, vol. 21-1.', 'nmml / file JNSG / volume 21-1'],
    ['Diplomatic Archives of the Ministry of Foreign Affairs of Japan, File A’0392 (Microfilm).', 'jda / file A’0392'],
    ['NAI DFA ES Box 22 File 250', 'nai / division DFA ES / box 22 / file 250'],
    ['NAI DFA/5/305/14/57', 'nai / file DFA/5/305/14/57'],
    [
      'ASVe, Senato, Deliberazioni, Costantinopoli, Filza 2, fol 148r-149v, 160r-v, 163 r-v',
      'asve / fonds Senato / series Deliberazioni / dossier Costantinopoli / file 2 / = 148r-149v, 160r-v, 163 r-v',
    ],
  ])('%s', (text, expected) => expect(path(text)).toEqual([expected]))
})

describe('call numbers that tell their archive', () => {
  it.each([
    ['893.00/15405', 'nara-state / file 893.00 / item 15405'],
    ['893.00/8–244: Airgram', 'nara-state / file 893.00 / item 8–244'],
    ['123 Kirk, Alan G.: Telegram', 'nara-state / file 123 Kirk, Alan G.'],
    ['PREM19/2868 f269', 'tna / file PREM19/2868 / = 269'],
    ['TNA, PREM 19/2868', 'tna / file PREM 19/2868'],
    ['CIA-RDP82-00457R004600450010-5', 'crest / file CIA-RDP82-00457R004600450010-5'],
    ['S-0899-0012-05-00001', 'un-archives / file S-0899-0012-05-00001'],
    ['E 2001 (E) 1/335', 'swiss-federal-archives / file E 2001 (E) 1/335'],
  ])('%s', (text, expected) => expect(path(text)).toEqual([expected]))
  it.each(['Defense Files: Telegram', 'Given with 123 others'])('%s is none', (text) => expect(path(text)).toEqual([]))
})

describe('printed editions', () => {
  it.each([
    ['Jianguo yilai wengao, vol. 1 (Beijing: Zhongyang wenxian chubanshe, 2005), 30-37.', ['volume 1 / = 30-37']],
    [
      'Milovan Djilas. Wartime. Translated by Michael B. Petrovich. (New York: Harcourt, 1977), 385-387.',
      ['= 385-387'],
    ],
    [
      'Zhou Enlai nianpu (Beijing: Wenxian, 1997), 219-20; translation from Zhang and Chen, eds., Foreign Policy (Chicago: Imprint, 1996), 113.',
      ['= 219-20', '= 113'],
    ],
    [
      'Reprinted in Andrei Ledovskii, Otnosheniia, Vol. 5, Book 2 (Moscow: Pamiatniki, 2005), pp. 11-14.',
      ['volume 5 / = 11-14'],
    ],
  ])('%s', (text, expected) => {
    const found = parseReferences(text, schemes)
    expect(found.every(({ value }) => value.printed)).toBe(true)
    expect(path(text).map((words) => words.replace(/^[^/]* \/ | \/ printed$/gu, ''))).toEqual(expected)
  })
  it('names of translators alone are no reference', () => {
    expect(
      path('Obtained by Béla Révész; translated and edited by Barnabás Vajd, Laura Deal, and Karl P. Benziger.'),
    ).toEqual([])
    expect(path('AVPRF, f. 1, op. 2, d. 3, l. 4; translation from Russian by David Wolff')).toEqual([
      'avprf / fonds 1 / opis 2 / delo 3 / = 4',
    ])
  })
})
