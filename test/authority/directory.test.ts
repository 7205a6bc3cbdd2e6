import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Authority } from '../../src/authority/authority.ts'
import { createDirectory } from '../../src/authority/directory.ts'
import { loadAuthority } from '../../src/authority/load.ts'
import type { Name, NamedKind, NameForm, Party, PartyRole, SourceDocument } from '../../src/document.ts'

let authority: Authority
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'directory-'))
  writeFileSync(
    join(folder, 'persons.csv'),
    [
      'id,label,forms,codeNames,misreadings',
      'rudolf-elphberg,Rudolf Elphberg,Elphberg,Rassendyll | Falk,',
      'kim-ruri,Kim Ruri,,,Kim Ruii',
      'otto-falk,Otto Falk,,,',
      '',
    ].join('\n'),
  )
  writeFileSync(
    join(folder, 'positions.csv'),
    'id,label,forms\nambassador-strelsau,Ambassador to Ruritania,RurAmbassador in Strelsau\n',
  )
  authority = loadAuthority(folder).authority
})
afterAll(() => rmSync(folder, { recursive: true }))

const named = (label: string, kind: NamedKind = 'person', forms: NameForm[] = []): Name => ({ kind, label, forms })
const party = (name: Name, role: PartyRole = 'author'): { value: Party } => ({ value: { role, name } })
const page = (...parties: { value: Party }[]): SourceDocument =>
  ({
    parties,
    distribution: [],
    credits: [],
    donors: [],
    numbers: [],
    stamps: [],
    related: [],
    encloses: [],
  }) as unknown as SourceDocument
const directory = (labels: string[], text?: string) =>
  createDirectory([page(...labels.map((label) => party(named(label))))], authority, text)
const slug = (label: string, labels: string[], text?: string) => directory(labels, text).entity(named(label)).slug

describe('createDirectory', () => {
  it('takes a surname for the one full name on the page', () => {
    expect(slug('Tarlenheim', ['Fritz von Tarlenheim', 'Tarlenheim'])).toBe('fritz-von-tarlenheim')
    expect(slug('Kim', ['Kim Ruri'])).toBe('kim-ruri')
  })

  it('mints the surname where no full name stands beside it, or two do', () => {
    expect(slug('Cde. TARLENHEIM', ['Tarlenheim'])).toBe('tarlenheim')
    expect(directory([]).entity(named('Cde. TARLENHEIM'))).toMatchObject({ label: 'Tarlenheim', curated: false })
    expect(slug('Tarlenheim', ['Fritz von Tarlenheim', 'Helga Tarlenheim'])).toBe('tarlenheim')
    expect(directory(['Fritz Tarlenheim', 'Helga Tarlenheim']).resolve('Tarlenheim')).toBeUndefined()
  })

  it('takes initials for the names that begin with them', () => {
    const labels = ['A.M. Zapt', 'A. ZAPT', 'A. M. ZAPT', 'Zapt A.M.']
    expect(new Set(labels.map((label) => slug(label, labels)))).toEqual(new Set(['a-m-zapt']))
    expect(slug('V.V. Zapt', ['Viktor V. Zapt'])).toBe('viktor-v-zapt')
    expect(slug('B. Zapt', ['Viktor V. Zapt'])).toBe('b-zapt')
  })

  it('does not carry a full name from one page to another', () => {
    expect(slug('Fritz Tarlenheim', ['Fritz Tarlenheim'])).toBe('fritz-tarlenheim')
    expect(slug('Tarlenheim', ['Sapt'])).toBe('tarlenheim')
  })

  it('asks the authority files first: forms, misreadings, code names', () => {
    expect(slug('ELPHBERG', [])).toBe('rudolf-elphberg')
    expect(slug('Kim Ruii', [])).toBe('kim-ruri')
    expect(slug('Rassendyll', [])).toBe('rudolf-elphberg')
  })

  it('takes a code name that is also a surname only with its bracket', () => {
    expect(slug('Falk', [])).toBe('falk')
    const falk = named('Falk', 'person', [{ value: 'Elphberg', kind: 'established' }])
    expect(directory([]).entity(falk).slug).toBe('rudolf-elphberg')
  })

  it('sees the curated names of running text, and a namesake in it', () => {
    expect(directory([], 'I called on Kim Ruri. Kim agreed.').resolve('Kim')?.slug).toBe('kim-ruri')
    expect(directory([], 'I called on Kim Ruri and Kim Bora. Kim agreed.').resolve('Kim')).toBeUndefined()
    expect(directory([], 'Nobody called.').resolve('Kim')).toBeUndefined()
  })

  it.each([
    ['Ruri', 'Kim Ruri'],
    ['Rudolf', 'Rudolf Elphberg'],
    ['Kin', 'Kim Ruri'],
    ['Rassen', 'Rassen Dyll'],
  ])('leads %s to nobody beside %s: it is not the family name', (label, beside) => {
    expect(directory([beside], `It was ${beside}.`).resolve(label)).toBeUndefined()
  })

  it('takes a form for named only where it stands as words of its own', () => {
    expect(directory([], 'I called on Kim Rurina. Kim agreed.').resolve('Kim')).toBeUndefined()
  })

  it('gives the forms of the page, surnames of one person among them', () => {
    const { forms } = directory(['Fritz Tarlenheim'], 'Kim Ruri')
    const found = Object.fromEntries(forms.map(({ form, entity }) => [form, entity.slug]))
    expect(found).toMatchObject({ Tarlenheim: 'fritz-tarlenheim', Kim: 'kim-ruri', Elphberg: 'rudolf-elphberg' })
    expect(forms.map(({ form }) => form.length)).toEqual(forms.map(({ form }) => form.length).sort((a, b) => b - a))
  })

  it('reads a post together with the place that the document goes to', () => {
    const post = named('RurAmbassador', 'position')
    const sent = page(party(named('Strelsau', 'place'), 'sentTo'), party(post, 'addressee'))
    expect(createDirectory([sent], authority).entity(post).slug).toBe('ambassador-strelsau')
    expect(createDirectory([page(party(post))], authority).entity(post).slug).toBe('rurambassador')
  })

  it('mints a loosely named group as an actor and no more', () => {
    expect(directory([]).entity(named('the mountain comrades', 'group'))).toMatchObject({ kind: 'body', loose: true })
  })
})
