import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import { dateValue } from '../../src/grammar/calendar.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authority-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`)
const codes = () => loadAuthority(folder).problems.map(({ code, line }) => [code, line])

describe('loadAuthority', () => {
  it('knows nothing of an empty or missing folder, without complaint', () => {
    for (const place of [folder, join(folder, 'missing')]) {
      const { authority, problems } = loadAuthority(place)
      expect(problems).toEqual([])
      expect(authority.find('Anna Brandt')).toBeUndefined()
      expect(authority.forms).toEqual([])
    }
  })

  it('finds a person by every form, case, marks and apostrophes folded, but not by a surname that no form gives', () => {
    write('persons', 'id,label,forms,codeNames', "petr-o-dyakov,Pëtr O. D'yakov,P.O. D’yakov | Dyakow | 石,Sever")
    const { authority, problems } = loadAuthority(folder)
    expect(problems).toEqual([])
    for (const form of ["PETR O. D'YAKOV", 'Dyakov, Petr O.', 'P. O. Dyakov', 'Cde. Dyakow', '石'])
      expect(authority.find(form)?.slug, form).toBe('petr-o-dyakov')
    expect(authority.find('Dyakov')).toBeUndefined()
    expect(authority.find('Sever')).toBeUndefined()
    expect(authority.codeName('SEVER')?.slug).toBe('petr-o-dyakov')
    expect(authority.find('Dyakow')?.forms).toContainEqual({ value: 'Dyakow', kind: 'variant' })
    expect(authority.find('Dyakow')?.forms).toContainEqual({ value: '石', kind: 'original-script' })
  })

  it('tells kinds apart, and takes an adjective for a state only where a state is asked for', () => {
    write(
      'bodies',
      'id,kind,label,forms,adjectives,governs',
      'ruritania,state,Kingdom of Ruritania,Ruritania,Ruritanian,ruritania',
    )
    write('places', 'id,label', 'ruritania,Ruritania', 'strelsau,Strelsau')
    const { authority } = loadAuthority(folder)
    expect(authority.find('Ruritania')?.kind).toBe('state')
    expect(authority.find('Ruritania', 'place')?.kind).toBe('place')
    expect(authority.find('Strelsau', 'unknown')?.kind).toBe('place')
    expect(authority.find('Strelsau', 'person')).toBeUndefined()
    expect(authority.find('Ruritanian', 'state')?.slug).toBe('ruritania')
    expect(authority.find('Ruritanian')).toBeUndefined()
  })

  describe('names in time', () => {
    beforeEach(() => {
      write(
        'bodies',
        'id,kind,label,forms,adjectives,represents,from,to',
        'kingdom,state,Kingdom of Ruritania,Ruritania,Ruritanian,,1801,1931-04-30',
        'republic,state,Republic of Ruritania,Ruritania | RR,Ruritanian,,1931-05-01,',
        'court,body,Court of Ruritania,Ruritanian government,,kingdom,,',
        'council,body,Council of Ruritania,Ruritanian government | State Council,,republic,,',
      )
      write('positions', 'id,label,forms,represents', 'envoy,Envoy of Ruritania,,republic')
    })
    const day = (edtf: string) => dateValue(edtf)
    it.each([
      ['Ruritania', 'state', '1920-01-05', 'kingdom'],
      ['Ruritania', 'state', '1931-04-30', 'kingdom'],
      ['Ruritania', undefined, '1931-05-01', 'republic'],
      ['Ruritania', 'state', '1931', 'republic'],
      ['Ruritania', 'state', undefined, 'republic'],
      ['Ruritania', 'state', '1789-07-14', undefined],
      ['Ruritanian', 'state', '1920', 'kingdom'],
      ['Ruritanian', 'state', '1950', 'republic'],
      ['RR', 'state', '1920', 'republic'],
      ['Kingdom of Ruritania', 'state', '1950', 'kingdom'],
      ['Ruritanian government', 'body', '1920', 'court'],
      ['Ruritanian government', 'body', '1940', 'council'],
      ['State Council', 'body', '1920', undefined],
      ['Envoy of Ruritania', 'position', '1920', undefined],
      ['Envoy of Ruritania', 'position', '1940', 'envoy'],
      ['Envoy of Ruritania', 'position', undefined, 'envoy'],
    ] as const)('%s (%s) in a document of %s: %s', (label, kind, when, slug) => {
      const { authority, problems } = loadAuthority(folder)
      expect(problems).toEqual([])
      expect(authority.find(label, kind, when && day(when))?.slug).toBe(slug)
    })
  })

  it('reports a name that two rows have at one time, and a date that is none', () => {
    write(
      'bodies',
      'id,kind,label,forms,from,to',
      'a,state,A,Land,1900,1930',
      'b,state,B,Land,1930-06-01,',
      'c,state,C,,soon,',
    )
    expect(codes().map(([code]) => code)).toEqual(['authority-row', 'authority-form-shared'])
    expect(loadAuthority(folder).authority.find('Land', 'state', dateValue('1910'))).toBeUndefined()
  })

  it('lists every form once, longest first', () => {
    write('places', 'id,label,forms', 'a,Aa,Aaaa | Aaa', 'b,Bbb,Aa')
    expect(loadAuthority(folder).authority.forms.map(({ form }) => form)).toEqual(['Aaaa', 'Aaa', 'Bbb'])
  })

  it('reads the scheme of an archive', () => {
    write('archives', 'archive,label,names,levels,folioTokens', 'ast,Strelsau,AST,"fonds:f=F.,Fond;file:=",L. | Ll.')
    const { schemes } = loadAuthority(folder).authority
    expect(schemes).toEqual([
      {
        archive: 'ast',
        label: 'Strelsau',
        names: ['AST'],
        levels: [
          { level: 'fonds', prefix: 'f', tokens: ['F.', 'Fond'] },
          { level: 'file', prefix: '', tokens: [] },
        ],
        folioTokens: ['L.', 'Ll.'],
      },
    ])
    expect(loadAuthority(folder).authority.find('AST')).toMatchObject({ kind: 'body', slug: 'ast' })
  })

  it('leaves out a row that it cannot use and names its line', () => {
    write('persons', 'id,label,born,colour', 'a,Anna,1901,', 'b,,,', 'c,Carl,spring,', 'A b,Dora,,', 'a,Eve,,')
    const { authority } = loadAuthority(folder)
    expect(authority.files.persons.map(({ label }) => label)).toEqual(['Anna'])
    expect(codes()).toEqual([
      ['authority-column', 1],
      ['authority-row', 3],
      ['authority-row', 4],
      ['authority-row', 5],
      ['authority-row', 6],
    ])
  })

  it('reports a row with too many cells and reads the others', () => {
    write('places', 'id,label', 'a,Aa', 'b,Bb,Bbb', 'c,Cc')
    expect(loadAuthority(folder).authority.files.places.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(codes()).toEqual([['authority-row', 3]])
  })

  it('reports a form that two share, and finds neither by it', () => {
    write('persons', 'id,label,forms', 'anna-rot,Anna Rot,A. Rot', 'alma-rot,Alma Rot,A. Rot')
    expect(codes()).toEqual([['authority-form-shared', undefined]])
    expect(loadAuthority(folder).authority.find('A. Rot')).toBeUndefined()
    expect(loadAuthority(folder).authority.find('Alma Rot')?.slug).toBe('alma-rot')
  })

  it('reports an id that no row has', () => {
    write('bodies', 'id,kind,label,parent', 'a,body,Aa,b')
    expect(codes()).toEqual([['authority-reference', 2]])
  })

  it('takes a link for accepted only with day and reviewer', () => {
    write(
      'links',
      'subject,relation,target,status,source,date,reviewer',
      'person/a,sameAs,http://example.org/1,accepted,a list,,',
      'person/a,sameAs,http://example.org/2,accepted,a list,2020-02-01,R. Eader',
      'person/a,seeAlso,http://example.org/3,candidate,a list,,',
    )
    expect(codes()).toEqual([['authority-row', 2]])
    expect(loadAuthority(folder).authority.files.links.map(({ status }) => status)).toEqual(['accepted', 'candidate'])
  })
})
