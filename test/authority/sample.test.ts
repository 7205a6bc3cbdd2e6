import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import { dateValue } from '../../src/grammar/calendar.ts'
import { slugify } from '../../src/iris.ts'

const { authority, problems } = loadAuthority(join(import.meta.dirname, '../../data/authorities'))

describe('the authority files of the sample collection', () => {
  it('have no row that cannot be used', () => {
    expect(problems.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([])
  })

  it.each([
    ['Kim II Sung', 'person', 'kim-il-sung'],
    ['Puzanov, A.M.', 'person', 'aleksandr-m-puzanov'],
    ['Choe Yong Gon', 'person', 'choe-yong-geon'],
    ['SOVIET AMBASSADOR IN THE DPRK', 'position', 'soviet-ambassador-dprk'],
    ['MFA USSR', 'body', 'ussr-mfa'],
    ['AVP RF', 'body', 'avprf'],
    ['PEKING', 'place', 'beijing'],
    ['North Korea', 'state', 'democratic-peoples-republic-of-korea'],
  ])('find %s', (label, kind, slug) => {
    expect(authority.find(label)).toMatchObject({ kind, slug })
  })

  it.each([
    ['China', 'state', '1944-07-01', 'republic-of-china'],
    ['Chinese', 'state', '1949-09', 'republic-of-china'],
    ['China', 'state', '1949-10-01', 'peoples-republic-of-china'],
    ['China', 'state', '1949', 'peoples-republic-of-china'],
    ['Chinese Government', 'body', '1946', 'roc-government'],
    ['Chinese Foreign Ministry', 'body', '1955', 'prc-mfa'],
    ['Chinese Foreign Minister', 'position', '1944', undefined],
    ['Soviet Ambassador in China', 'position', '1946', undefined],
    ['Japan', 'state', '1944', 'japan'],
  ] as const)('take %s (%s) of %s for %s', (label, kind, when, slug) => {
    expect(authority.find(label, kind, dateValue(when))?.slug).toBe(slug)
  })

  it('know the person behind a code name', () => {
    expect(authority.codeName('Filippov')?.slug).toBe('joseph-stalin')
    expect(authority.codeName('Feng Xi')?.slug).toBe('joseph-stalin')
  })

  it('do not take a common surname for one man: Fedorenko of 1957 is not N.T. Fedorenko by rule', () => {
    for (const surname of ['Fedorenko', 'Kuznetsov', 'Kim', 'Zhou', 'Semenov'])
      expect(authority.find(surname), surname).toBeUndefined()
  })

  it('give persons ids that are the slugs of their labels', () => {
    const { persons } = authority.files
    expect(persons.filter(({ id, label }) => id !== slugify(label))).toEqual([])
  })

  it('link only to what exists', () => {
    const { persons, bodies, places, positions, subjects, events, links } = authority.files
    const known = new Set([
      ...persons.map(({ id }) => `person/${id}`),
      ...bodies.map(({ id, kind }) => `${kind === 'state' ? 'state' : 'body'}/${id}`),
      ...places.map(({ id }) => `place/${id}`),
      ...positions.map(({ id }) => `position/${id}`),
      ...subjects.map(({ id }) => `subject/${id}`),
      ...events.map(({ id }) => `event/${id}`),
    ])
    expect(links.map(({ subject }) => subject).filter((subject) => !known.has(subject))).toEqual([])
  })
})
