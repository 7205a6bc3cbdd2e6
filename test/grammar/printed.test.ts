/** The grammars of printed editions: headings, date lines, receipts, file numbers, numbers of messages. */
import { describe, expect, it } from 'vitest'
import { dateValue } from '../../src/grammar/calendar.ts'
import { parseDateLine, parseReceipt } from '../../src/grammar/dateline.ts'
import { parseFileNumber } from '../../src/grammar/file-number.ts'
import { parseHeading } from '../../src/grammar/heading.ts'
import { findMessageNumber } from '../../src/grammar/message-number.ts'

describe('headings', () => {
  const said = (heading: string): string => {
    const { type, parties } = parseHeading(heading)
    const names = parties.map(
      ({ value: { role, name } }) => `${role} ${[name.label, name.role].filter(Boolean).join(', ')}`,
    )
    return [type?.value ?? '–', ...names].join(' | ')
  }
  it.each([
    [
      'The Ambassador in China (Gauss) to the Secretary of State',
      '– | sender Gauss, Ambassador in China | addressee Secretary of State',
    ],
    ['Editorial Note', 'editorial-note'],
    [
      'Memorandum of Conversation, by the Under Secretary of State (Grew)',
      'memorandum-of-conversation | author Grew, Under Secretary of State',
    ],
    [
      'Memorandum by the Adviser on Political Relations (Hornbeck) to the Secretary of State',
      'memorandum | author Hornbeck, Adviser on Political Relations | sender Hornbeck, Adviser on Political Relations | addressee Secretary of State',
    ],
    [
      'The Ambassador to China (Stuart) to President Truman and the Acting Secretary of State',
      '– | sender Stuart, Ambassador to China | addressee Truman, President | addressee Acting Secretary of State',
    ],
    [
      'Memorandum by Dr. Arthur N. Young, American Adviser to the Chinese Ministry of Finance',
      'memorandum | author Arthur N. Young, American Adviser to the Chinese Ministry of Finance',
    ],
    [
      'Memorandum by Mr. Alger Hiss, Assistant to the Adviser on Political Relations (Hornbeck), to the Under Secretary of State (Welles)',
      'memorandum | author Alger Hiss, Assistant to the Adviser on Political Relations (Hornbeck) | sender Alger Hiss, Assistant to the Adviser on Political Relations (Hornbeck) | addressee Welles, Under Secretary of State',
    ],
    [
      'Memorandum of Conversation, by the Director of the Office of Philippine and Southeast Asian Affairs (Lacy)',
      'memorandum-of-conversation | author Lacy, Director of the Office of Philippine and Southeast Asian Affairs',
    ],
    [
      'The Secretary of State to the Second Secretary of Embassy in China (Bacon), at Nanking',
      '– | sender Secretary of State | addressee Bacon, Second Secretary of Embassy in China | sentTo Nanking',
    ],
    [
      'Mr. Walter S. Robertson and Colonel Henry A. Byroade to General Marshall',
      '– | sender Walter S. Robertson | sender Henry A. Byroade | addressee Marshall',
    ],
    [
      'Lieutenant General Alvan C. Gillem, Jr., to General Chou En-lai',
      '– | sender Alvan C. Gillem | addressee Chou En-lai',
    ],
    [
      'Minutes of Meeting Held at the Office of the Aide to Generalissimo Chiang, February 26, 1946',
      'conversation-record',
    ],
    [
      'Report to the President by the Survey Mission to the Philippines',
      'report | author Survey Mission to the Philippines | addressee President',
    ],
    [
      'Memorandum Prepared in the Division of Far Eastern Affairs',
      'memorandum | author Division of Far Eastern Affairs',
    ],
    ['The British Embassy to the Department of State', '– | sender British Embassy | addressee Department of State'],
  ])('%s', (heading, expected) => expect(said(heading)).toBe(expected))
})

describe('date lines', () => {
  const said = (line: string): string => {
    const found = parseDateLine(line, { year: 1945 })
    if (found === undefined) return '–'
    const { place, date } = found
    return [place?.value ?? '–', date.value.edtf, line.slice(date.start, date.end), date.certainty].join(' | ')
  }
  it.each([
    ['Chungking, December 7, 1943—4 p.m.', 'Chungking | 1943-12-07T16:00:00 | December 7, 1943—4 p.m. | stated'],
    ['[Washington,] January 31, 1945.', 'Washington | 1945-01-31 | January 31, 1945 | stated'],
    ['Moscow, July 9 [8], 1945.', 'Moscow | 1945-07-08 | July 9 [8], 1945 | inferred'],
    ['Nanking, March 4 [2?], 1947—noon.', 'Nanking | 1947-03-02T12:00:00 | March 4 [2?], 1947—noon | uncertain'],
    [
      'Chungking, January 3, 1945 [1946]—4 p.m.',
      'Chungking | 1946-01-03T16:00:00 | January 3, 1945 [1946]—4 p.m. | inferred',
    ],
    [
      'Nanking, June [August] 19, 1949—5 p. m.',
      'Nanking | 1949-08-19T17:00:00 | June [August] 19, 1949—5 p. m. | inferred',
    ],
    [
      'Chungking, October 29, 1949—10 p. m. [a. m.?]',
      'Chungking | 1949-10-29T10:00:00 | October 29, 1949—10 p. m. [a. m.?] | uncertain',
    ],
    ['Chungking [February 18, 1945.]', 'Chungking | 1945-02-18 | February 18, 1945 | inferred'],
    ['[Chungking,] 26 [25?] February 1946.', 'Chungking | 1946-02-25 | 26 [25?] February 1946 | uncertain'],
    ['Tokyo, February 27, 1941—midnight.', 'Tokyo | 1941-02-27 | February 27, 1941—midnight | stated'],
    ['Shanghai, November 20—10 a.m.', 'Shanghai | 1945-11-20T10:00:00 | November 20—10 a.m. | inferred'],
    ['April 15-16, 1941', '– | 1941-04-15/1941-04-16 | April 15-16, 1941 | stated'],
    [
      'Fort George G. Meade, Maryland, 29 September 1947.',
      'Fort George G. Meade, Maryland | 1947-09-29 | 29 September 1947 | stated',
    ],
    ['Washington [undated].', 'Washington | XXXX | undated | inferred'],
    ['NSC 37/3', '–'],
  ])('%s', (line, expected) => expect(said(line)).toBe(expected))
})

describe('receipts', () => {
  const sent = dateValue('1945-12-30')
  it.each([
    ['[Received 6:20 p.m.]', '1945-12-30T18:20:00'],
    ['[Received January 3—9:20 a. m.]', '1946-01-03T09:20:00'],
    ['Received December 31.', '1945-12-31'],
    ['[Received December 311:40 a.m.]', '1945-12-31T01:40:00'],
    ['[Received midnight.]', undefined],
  ])('%s', (line, expected) => expect(parseReceipt(line, sent)?.date?.edtf).toBe(expected))
  it('are said of nothing else', () => expect(parseReceipt('Tokyo, May 1, 1941.', sent)).toBeUndefined())
})

describe('file numbers', () => {
  const said = (line: string): string => {
    const { reference, date, kind } = parseFileNumber(line) ?? {}
    const steps = reference?.value.steps.map(({ level, number }) => `${level} ${number}`) ?? []
    return [reference?.value.archive, ...steps, date?.value.edtf, kind?.value].filter(Boolean).join(' | ')
  }
  it.each([
    ['893.00/15405: Telegram', 'nara-state | file 893.00 | item 15405 | telegram'],
    ['893.00/8–244: Airgram', 'nara-state | file 893.00 | item 8–244 | 1944-08-02 | airgram'],
    ['893.00/8–2344', 'nara-state | file 893.00 | item 8–2344 | 1944-08-23'],
    [
      '740.0011 European War 1939/13517: Telegram',
      'nara-state | file 740.0011 European War 1939 | item 13517 | telegram',
    ],
    ['123 Kirk, Alan G.: Telegram', 'nara-state | file 123 Kirk, Alan G. | telegram'],
    ['893.00[/7–2145]: Telegram', 'nara-state | file 893.00 | item 7–2145 | 1945-07-21 | telegram'],
    [
      'Marshall Mission Files, Lot 54–D270: Telegram',
      'nara-state | series Marshall Mission Files | lot 54–D270 | telegram',
    ],
    [
      'Nanking Embassy Files, Lot F–73, 800 Formosa',
      'nara-state | series Nanking Embassy Files | lot F–73 | file 800 Formosa',
    ],
    ['Defense Files: Telegram', 'defense-files | telegram'],
    ['Executive Secretariat Files: NSC 77', 'executive-secretariat-files | call-number NSC 77'],
  ])('%s', (line, expected) => expect(said(line)).toBe(expected))
})

describe('numbers of messages', () => {
  it.each([
    ['2606. The Embassy reports.', undefined, '2606'],
    ['Secto 10. For Webb.', undefined, 'Secto 10'],
    ['A–123. Following is a summary.', undefined, 'A–123'],
    ['[Cantel] 62. In an interview', undefined, 'Cantel 62'],
    ['[251.] Dear Mr. President:', undefined, '251'],
    ['1205 bis. From Smyth.', undefined, '1205 bis'],
    ['148. 1. The first point.', '2. The second.', '148'],
    ['1. The first point.', '2. The second.', undefined],
    ['Five points follow.', undefined, undefined],
  ])('%s', (first, next, expected) => expect(findMessageNumber(first, next)?.value).toBe(expected))
})
