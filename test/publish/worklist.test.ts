/** The worklist of names: what is in it, in which order, and that a curator can move it into the authority files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Authority } from '../../src/authority/authority.ts'
import { loadAuthority } from '../../src/authority/load.ts'
import { createNearness } from '../../src/authority/near.ts'
import type { Name } from '../../src/document.ts'
import { mapDocument, type UnplacedName } from '../../src/map/index.ts'
import { Worklist } from '../../src/publish/worklist.ts'
import { emptyRegistry } from '../../src/registry.ts'
import type { Statements } from '../../src/statements.ts'
import { reconciled } from '../map/in-memory.ts'
import { contextOf, documentOf, place, sourceOf } from '../map/record.ts'

let folder: string
let authority: Authority
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'worklist-'))
  const file = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  file('persons.csv', 'id,label,forms', 'zhou-enlai,Zhou Enlai,', 'otto-falk,Otto Falk,O. Falk', 'anna-falk,Anna Falk,')
  file('bodies.csv', 'id,kind,label,forms', 'ruritania,state,Ruritania,', 'mfa,body,Ministry of Trade of Ruritania,')
  file('positions.csv', 'id,label,forms', 'consul,Consul in Strelsau,')
  authority = loadAuthority(folder).authority
})
afterAll(() => rmSync(folder, { recursive: true }))

const one = (kind: UnplacedName['kind'], label: string, more: Partial<UnplacedName> = {}): UnplacedName => {
  const id = label.toLowerCase().replaceAll(' ', '-')
  return { kind, id, label, forms: [], occurrences: 1, path: 'a.txt', line: 3, ...more }
}
const rowsOf = (list: Worklist): Record<string, string>[] =>
  parse([...list.format(createNearness(authority))].join(''), { columns: true })

describe('the worklist', () => {
  it('has the name of most documents first, then of most occurrences, then in the order of the alphabet', () => {
    const list = new Worklist(mkdtempSync(join(folder, 'list-')))
    list.add('d:1', [
      one('person', 'Bruno Adler'),
      one('place', 'Zenda', { occurrences: 7 }),
      one('person', 'Ada Blum'),
    ])
    list.add('d:2', [one('person', 'Bruno Adler', { occurrences: 2, line: 9 })])
    expect(list.size).toBe(3)
    expect(
      rowsOf(list).map(({ label, documents, occurrences, document, file, line }) => {
        return [label, documents, occurrences, document, file, line]
      }),
    ).toEqual([
      ['Bruno Adler', '2', '3', 'd:1', 'a.txt', '3'],
      ['Zenda', '1', '7', 'd:1', 'a.txt', '3'],
      ['Ada Blum', '1', '1', 'd:1', 'a.txt', '3'],
    ])
  })

  it('gives the forms that an entry needs: not the same in capitals, and no bare surname', () => {
    const list = new Worklist(mkdtempSync(join(folder, 'list-')))
    list.add('d:1', [one('person', 'Bruno Adler', { forms: ['Adler', 'BRUNO ADLER', 'B. Adler'] })])
    list.add('d:2', [one('person', 'Bruno Adler', { label: 'Bruno ADLER', forms: ['Adler, Bruno'] })])
    expect(rowsOf(list).map(({ forms }) => forms)).toEqual(['Adler, Bruno | B. Adler'])
  })

  it('can be read as an authority file, so far as its columns are the same', () => {
    const list = new Worklist(mkdtempSync(join(folder, 'list-')))
    list.add('d:1', [one('person', 'Bruno Adler', { forms: ['B. Adler'] })])
    const moved = mkdtempSync(join(tmpdir(), 'worklist-'))
    const [row] = rowsOf(list)
    writeFileSync(join(moved, 'persons.csv'), `id,label,forms\n${row?.['id']},${row?.['label']},${row?.['forms']}\n`)
    const { authority: curated, problems } = loadAuthority(moved)
    rmSync(moved, { recursive: true })
    expect(problems).toEqual([])
    expect(curated.find('B. Adler', 'person')?.slug).toBe('bruno-adler')
  })
})

describe('near entries', () => {
  const near = (kind: string, label: string) => createNearness(authority)({ kind, label, forms: [] })
  it('are persons of one family name, and names that sound alike', () => {
    expect(near('person', 'Falk')).toEqual(['person/anna-falk', 'person/otto-falk'])
    expect(near('person', 'Oto Falk')).toEqual(['person/otto-falk'])
    expect(near('person', 'Chou En-lai')).toEqual(['person/zhou-enlai'])
    expect(near('person', 'Zhou Xi')).toEqual([])
    expect(near('person', 'Ludwig Sommer')).toEqual([])
  })
  it('are bodies, positions and places of the same words in another order', () => {
    expect(near('body', 'Ruritania Ministry for Trade')).toEqual(['body/mfa'])
    expect(near('unknown', 'Rurytania')).toEqual(['state/ruritania'])
    expect(near('position', 'Consul at Strelsau')).toEqual(['position/consul'])
    expect(near('position', 'Ruritania')).toEqual([])
  })
})

describe('the names of a document that no file places', () => {
  const text = 'From Otto Falk and Rolf Berg, Minister of Fish\nArchive of Zenda, Box 3\nBerg met Falk.'
  const person = (label: string, role?: string): Name => ({
    kind: 'person',
    label,
    forms: [],
    ...(role !== undefined && { role }),
  })
  const party = (name: Name) => ({ value: { role: 'sender', name }, words: name.label, zone: 'document-header' })

  it('are its parties, positions, archives, headings and mentions, with the line of the first', () => {
    const statements = {
      mentions: [{ value: { name: person('Berg') }, words: 'Berg', nth: 1, zone: 'body', rule: 'name' }],
      events: [],
      acts: [],
    } as unknown as Statements
    const context = contextOf({ statements }, authority)
    const given = {
      text: { start: 0, end: text.length, zone: 'body' },
      parties: [party(person('Otto Falk')), party(person('Rolf Berg', 'Minister of Fish'))],
      archival: [
        {
          value: { archive: 'zenda', archiveLabel: 'Archive of Zenda', steps: [], printed: false },
          words: 'Archive of Zenda',
          zone: 'citation',
        },
      ],
      subjects: [{ value: { label: 'Fish--Zenda', components: ['Fish', 'Zenda'] }, words: 'Fish', zone: 'catalogue' }],
    }
    const document = documentOf('edition', place(text, given) as never)
    const reading = { form: 'page', source: sourceOf(text), documents: [document], problems: [] }
    const [group] = reconciled([reading], { iris: context.iris, registry: emptyRegistry }).groups
    if (group === undefined) throw new Error('no group')
    const { unplaced } = mapDocument(group, context)
    expect(unplaced.map(({ kind, id, forms, occurrences, line }) => [kind, id, forms, occurrences, line])).toEqual([
      ['person', 'rolf-berg', ['Berg'], 2, 1],
      ['position', 'minister-of-fish', [], 1, 1],
      ['archive', 'zenda', [], 1, 2],
      ['subject', 'fish--zenda', ['Fish', 'Zenda'], 1, 1],
    ])
  })
})
