/** Where a converter stumbles: each trap of the pages has a test of its own. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Found, Party, SourceDocument } from '../../src/document.ts'
import { readText } from './context.ts'

const reading = (name: string) => readText(readFileSync(`test/fixtures/read-${name}/input.txt`, 'utf8'))

function document(name: string): SourceDocument {
  const [first] = reading(name).documents
  if (first === undefined) throw new Error(`${name} gives no document`)
  return first
}

const names = (parties: readonly Found<Party>[], role: Party['role']) =>
  parties.filter(({ value }) => value.role === role).map(({ value }) => value.name.label)

const dates = ({ dates: all }: SourceDocument) => all.map(({ value }) => `${value.role} ${value.basis} ${value.edtf}`)

test('received before sent on one form is the hand-in, inferred and reported', () => {
  const { transmissions } = document('bare-page')
  expect(transmissions.map(({ value, certainty }) => [value.phase, value.date?.time, certainty])).toEqual([
    ['handed-in', '04:10:00', 'inferred'],
    ['sent', '05:30:00', undefined],
  ])
  expect(reading('bare-page').problems).toContainEqual(
    expect.objectContaining({ code: 'received-before-sent', line: 10 }),
  )
})

test('the form, its last addressee and the message inside have addressees of their own', () => {
  const telegram = document('bare-page')
  const [message] = telegram.encloses
  expect(names(telegram.parties, 'addressee')).toEqual(['SovAmbassador'])
  expect(names(telegram.parties, 'ultimateAddressee')).toEqual(['Mao Zedong'])
  expect(names(telegram.parties, 'sentTo')).toEqual(['Peking'])
  expect(names(telegram.parties, 'sender')).toEqual(['Vyshinsky'])
  expect(names(message?.parties ?? [], 'author')).toEqual(['Stalin'])
  expect(names(message?.parties ?? [], 'addressee')).toEqual(['Mao Zedong'])
})

test('whom the catalogue lists as authors are not the signatories', () => {
  const { parties } = document('page')
  expect(names(parties, 'cataloguedAuthor')).toContain('Kim Il Sung')
  expect(names(parties, 'signatory')).toEqual(['Kuznetsov', 'Fedorenko'])
  expect(names(parties, 'sender')).toEqual(['Kuznetsov', 'Fedorenko'])
  expect(names(parties, 'author')).toEqual([])
})

test('the number of a copy is not the number of copies', () => {
  const { journal } = document('markdown-headings')
  expect(journal?.copyNumber?.value).toBe(2)
  expect(journal?.totalCopies?.value).toBe(5)
  expect(document('bare-page').copyNumber).toBeUndefined()
})

test('an honorific proves no person', () => {
  expect(document('bare-page').distribution.map(({ value }) => [value.kind, value.label])).toEqual([
    ['person', 'Comr. Stalin'],
    ['person', 'Comr. Molotov'],
    ['person', 'Comr. Vyshinsky'],
    ['office', 'Comr. 10th department'],
    ['file-copy', 'Comr. Copy'],
  ])
})

test('numbers are strings', () => {
  const stamps = document('markdown-headings').journal?.stamps ?? []
  expect(stamps.flatMap(({ value }) => value.numbers.map((number) => number.value.value))).toEqual([
    '5925-gs',
    '01490s',
  ])
  expect(document('page').archival[0]?.value.steps).toContainEqual({ level: 'fonds', number: '059a' })
})

test('archival levels stand in the order of the scheme, whatever the order of the words', () => {
  const levels = (name: string) => document(name).archival[0]?.value.steps.map(({ level }) => level)
  expect(levels('page')).toEqual(['fonds', 'opis', 'papka', 'delo'])
  expect(levels('markdown-headings')).toEqual(['fonds', 'opis', 'papka', 'delo'])
  expect(levels('markdown-bold')).toEqual(['fonds', 'opis', 'delo'])
})

test('a cover sheet belongs to the whole journal, the day keeps title, date and author', () => {
  const entry = document('markdown-headings')
  expect(entry.type?.value).toBe('journal-entry')
  expect([entry.numbers, entry.markings, entry.stamps, entry.distribution]).toEqual([[], [], [], []])
  expect(names(entry.parties, 'author')).toEqual(['A.M. Puzanov'])
  expect(dates(entry)).toEqual([
    'catalogue page-header 1957-05-15',
    'catalogue citation 1957-05-15',
    'entry title 1957-05-15',
    'entry heading 1957-05-15',
  ])
  const { journal } = entry
  expect(journal?.type?.value).toBe('journal')
  expect(journal && dates(journal)).toEqual(['period title 1957-05-06/1957-05-29', 'document form-field 1957-05-31'])
  expect(journal?.numbers.map(({ value }) => value.value)).toEqual(['133', '353'])
  expect(names(journal?.parties ?? [], 'signatory')).toEqual(['A. Puzanov'])
  expect(document('markdown-bold').journal).toBeUndefined()
})

test('a row whose date differs from the date in its title keeps both', () => {
  const row = reading('listing').listing?.rows[1]
  expect(row && dates(row)).toEqual(['catalogue page-header 1958-03-14', 'entry title 1958-03-12'])
})

test('rows stand without summary, with a month only, without date, and with a summary in paragraphs', () => {
  const { listing } = reading('listing')
  expect([listing?.from, listing?.to, listing?.total?.value]).toEqual([1381, 1385, 2492])
  expect(listing?.rows.map(({ dates: all, summary }) => [all[0]?.value.edtf, summary !== undefined])).toEqual([
    ['1950-05-14', true],
    ['1958-03-14', true],
    ['1958-03-01', false],
    ['1958-02', true],
    [undefined, true],
  ])
  expect(listing?.rows[1]?.summary?.value).toMatch(/party\. The second paragraph/)
})

test('a Roman month and a year of two digits make the date of the signature', () => {
  expect(dates(document('page'))).toEqual(['catalogue citation 1953-03-29', 'document signature 1953-03-29'])
})

test('the title of a page that shows none stands in the citation', () => {
  expect(document('page').title).toMatchObject({ value: 'Telegram from Kuznetsov and Fedorenko in Pyongyang' })
  expect(document('page').title?.span.zone).toBe('citation')
})

test('a title broken over lines is one title, and its words are exact', () => {
  const { title } = document('markdown-bold')
  expect(title?.value).toBe('Journal of Soviet Ambassador to the DPRK A.M. Puzanov for 7 October 1957')
  expect(title?.words).toContain('**')
})

test('a title in capitals takes its spelling from the citation', () => {
  expect(document('old-page').title?.value).toBe(
    'Report, Embassy of Hungary in North Korea to the Hungarian Foreign Ministry',
  )
})

test('a code name in brackets is not a spelling', () => {
  const [message] = document('bare-page').encloses
  expect(message?.parties.find(({ value }) => value.role === 'author')?.value.name.forms).toContainEqual({
    value: 'Filippov',
    kind: 'code-name',
  })
})

test('the record number is the key, whatever the host', () => {
  expect(document('page').record?.value).toBe('112123')
  expect(document('markdown-headings').record?.value).toBe('115612')
  expect(document('markdown-headings').source).toBe(document('page').source)
  const node = readText(
    `https://wilson-center-digital-archive.dvincitest.com/node/89832\n${readFileSync('test/fixtures/read-bare-page/input.txt', 'utf8')}`,
  )
  expect(node.documents[0]?.record).toBeUndefined()
})

test('what no rule understands in a header is kept and reported', () => {
  expect(document('bare-page').unparsed.map(({ words }) => words)).toEqual(['MFA USSR', 'Tenth Department', '113'])
  expect(reading('bare-page').problems.filter(({ code }) => code === 'text-not-understood')).toHaveLength(3)
})

test('a notice about the text is recognised in every form', () => {
  expect(document('markdown-headings').notice?.value).toMatch(/^paraphrase written for the tests/)
  const page = readFileSync('test/fixtures/read-page/input.txt', 'utf8')
  const noticed = readText(
    page.replace('            Source\n', "            Notice: not the document's words.\n\n            Source\n"),
  )
  expect(noticed.documents[0]?.notice?.words).toBe("Notice: not the document's words.")
  expect(noticed.documents[0]?.archival).toHaveLength(1)
})

test('the text runs from its header to its distribution list, in zones', () => {
  const { text, zones } = document('markdown-headings')
  const own = zones?.filter(({ start, end }) => text && start >= text.start && end <= text.end)
  expect(own?.map(({ zone }) => zone)).toEqual([
    'document-header',
    'stamp',
    'document-header',
    'body',
    'signature',
    'distribution',
  ])
})

test('a date of the page that is not understood is kept and reported, never lost', () => {
  const page = [
    'https://digitalarchive.wilsoncenter.org/document/110001',
    'Title: Letter from Ivan Petrov to Zhou Enlai',
    'Date: Day of the Cosmonaut',
    'Description: Petrov thanks Zhou.',
    'I thank you for the letter that you sent me and for all that was done.',
  ].join('\n')
  const { documents, problems } = readText(page)
  expect(documents[0]?.dates).toEqual([])
  expect(documents[0]?.unparsed.map(({ words }) => words)).toEqual(['Day of the Cosmonaut'])
  expect(problems).toContainEqual(expect.objectContaining({ code: 'date-not-understood', line: 3 }))
})
