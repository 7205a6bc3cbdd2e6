/** A reference in which every field is hard to write. */
import { genreOf } from '../../src/crosswalk/genres.ts'
import type { Agent } from '../../src/crosswalk/record.ts'
import type { Reference } from '../../src/crosswalk/reference.ts'

const BASE = 'http://example.org'

export const agent = (label: string, kind: Agent['kind'] = 'person'): Agent => ({
  iri: `${BASE}/x`,
  label,
  kind,
  roles: [],
})

export const HARD: Reference = {
  key: 'hard-1',
  genre: genreOf({ isCorrespondence: true }),
  kind: 'Telegram',
  title: 'Note {A} & "B" 100% of $5_6 #7 ~ ^ \\ é 毛泽东\nER  - second line } {',
  authors: [agent('Charles de Gaulle'), agent('Ministry of Finance, Trade and Industry', 'body'), agent('Kim Il Sung')],
  recipients: [agent('Nikolai V. Roshchin')],
  translators: [],
  editors: [],
  date: { from: { year: 1957, month: 5 }, isUncertain: true, isBetween: false },
  locations: ['AVPRF, F. 0102, Op. 13\nP. 72'],
  reprints: ['A Book (Moscow, 2005)'],
  archive: 'Archive of Foreign Policy',
  languages: [{ label: 'Russian', tag: 'ru' }],
  keywords: ['Korea (North)--Foreign relations'],
  address: `${BASE}/id/document/телеграмма-1`,
}
