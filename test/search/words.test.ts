import { describe, expect, test } from 'vitest'
import { readAsked, wordsOf } from '../../src/search/words.ts'

describe('the words of a text', () => {
  test.each([
    ['Pál, 2. osztály', 'pal 2 osztaly'],
    ["No. 5925-gs of Kim Il-sung's staff", 'no 5925 gs of kim il sungs staff'],
    ['Сталин, ёлка, Йосиф', 'сталин елка иосиф'],
    ['İstanbul — Ｔｏｋｙｏ', 'istanbul tokyo'],
    // Runs without spaces: each letter begins a word.
    ['毛泽东', '毛泽 泽东 东'],
    ['致毛 to 周', '致毛 毛 to 周'],
    ['毛泽东1949年', '毛泽 泽东 东 1949 年'],
    ['タス通信', 'タス ス通 通信 信'],
    ['𠮷野', '𠮷野 野'],
    ['¶ …', ''],
  ])('%s', (text, words) => expect(wordsOf(text)).toBe(words))

  test('a syllable of Korean begins the words that begin with it', () => {
    expect(wordsOf('김일성').startsWith(wordsOf('김일'))).toBe(true)
  })
})

describe('what is asked', () => {
  const asked = (text: string) => {
    const read = readAsked(text)
    return 'fault' in read
      ? read.fault
      : read.terms.map(({ words, isPrefix }) => words.join(' ') + (isPrefix ? '*' : ''))
  }
  test.each([
    ['Stalin Mao', ['stalin', 'mao']],
    ['kor* "Minister of  Defense"', ['kor*', 'minister of defense']],
    ['"Minister of Def"*', ['minister of def*']],
    ['Il-sung', ['il sung']],
    ['F. 0102, Op. 13', ['f', '0102', 'op', '13']],
    ['毛泽东', ['毛泽 泽东']],
    ['毛', ['毛*']],
    ['"致毛 to 周"', ['致毛 毛 to 周*']],
    ['国人人', ['国人 人人']],
    ['AND OR NOT NEAR(a)', ['and', 'or', 'not', 'near a']],
    ['a"b c"d', ['a', 'b c', 'd']],
    ['foo*bar', ['foo bar']],
    ['title:x ^y {z} -w', ['title x', 'y', 'z', 'w']],
  ])('%s', (text, terms) => expect(asked(text)).toEqual(terms))

  test.each([
    ['', 'There is no word in "".'],
    ['* … "" ', 'There is no word in "* … \\"\\" ".'],
    ['"open', 'A quotation mark in “"open” has no fellow.'],
    ['k*', 'k* begins too many words. Write at least 2 letters before the star.'],
    ['word '.repeat(33), 'More than 32 words are sought. Ask for fewer.'],
    ['x'.repeat(1001), 'More than 1000 characters are sought. Ask for fewer words.'],
  ])('%j cannot be sought', (text, fault) => expect(asked(text)).toBe(fault))
})
