/** Dates in Chinese and Japanese: numerals and eras, and the rhyme words by which telegrams name the day of the month. */
import { isoDate } from './calendar.ts'
import type { DateForm, DateHint } from './date-forms.ts'
import { inLower } from './lowered.ts'
import { CHINESE_DIGITS } from './months.ts'

/** The rhyme words of each day, 1 to 31, simplified and traditional. */
const DAY_WORDS: readonly string[] = [
  '东東先董送屋',
  '冬萧蕭肿腫宋沃',
  '江肴讲講绛絳觉覺',
  '支豪纸紙置寘质質',
  '微歌尾未物',
  '鱼魚麻语語御月',
  '虞阳陽麌遇曷',
  '齐齊庚荠薺霁霽黠',
  '佳青蟹泰屑',
  '灰蒸贿賄卦药藥',
  '真尤轸軫队隊陌',
  '文侵吻震锡錫',
  '元覃阮问問职職',
  '寒盐鹽旱愿願缉緝',
  '删刪咸潸翰合',
  '铣銑谏諫叶葉',
  '篠霰洽',
  '巧啸嘯',
  '皓效',
  '哿号號',
  '马馬箇',
  '养養祃禡',
  '梗漾',
  '迥敬',
  '有径徑',
  '寝寢宥',
  '感沁',
  '俭儉勘',
  '豏艳豔',
  '陷卅',
  '世引',
]
const DAY_BY_WORD = new Map(DAY_WORDS.flatMap((words, index) => [...words].map((word) => [word, index + 1] as const)))

/** The year before the first of an era. */
const ERAS: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  民国: 1911,
  民國: 1911,
}

const HAN = `[${Object.keys(CHINESE_DIGITS).join('')}十\\d]`
const YEAR = `(?:(?<year>(?:${HAN}){4})|(?<era>${Object.keys(ERAS).join('|')})(?<count>(?:${HAN}){1,3}))年`
/** What a rhyme word may stand behind: elsewhere `文电`, `有日` are other words. */
const BEFORE_WORD = String.raw`(?:(?<=[于於你您我来來复復])|(?<!\p{Script=Han}))`

export const CHINESE_FORMS: readonly DateForm[] = [
  {
    pattern: inLower(`${YEAR}(?:(?<month>${HAN}{1,2})月(?:(?<day>${HAN}{1,3})[日号號])?)?`),
    read: (g) => {
      const count = chineseNumber(g.count)
      const year = chineseNumber(g.year) ?? (count === undefined ? undefined : (ERAS[g.era ?? ''] ?? 0) + count)
      return year === undefined ? undefined : isoDate(year, chineseNumber(g.month), chineseNumber(g.day))
    },
  },
  {
    pattern: inLower(
      `${BEFORE_WORD}(?:(?<month>${HAN}{1,2})月)?(?<word>[${DAY_WORDS.join('')}])(?:日|[电電](?:(?=悉|收悉|敬悉)|(?!\\p{Script=Han})))`,
      'u',
    ),
    read: (g, hint) => dayOfMonth(DAY_BY_WORD.get(g.word ?? ''), hint, chineseNumber(g.month)),
  },
]

/** The day of the month that the reader of the text knows; undefined where it is not known. */
export function dayOfMonth(day: number | undefined, hint: DateHint, month?: number): string | undefined {
  const [year, near] = [hint.year ?? numberIn(hint.near?.slice(0, 4)), month ?? numberIn(hint.near?.slice(5, 7))]
  return year === undefined || near === undefined || day === undefined ? undefined : isoDate(year, near, day)
}

const numberIn = (digits: string | undefined) => (digits ? Number(digits) : undefined)

/** Digits one after the other (`一九四九`) or with ten as a word (`二十三`). */
function chineseNumber(words: string | undefined): number | undefined {
  if (words === undefined) return undefined
  const digit = (sign: string) => CHINESE_DIGITS[sign] ?? Number(sign)
  const [tens, units, ...rest] = words.split('十')
  if (rest.length > 0) return undefined
  const plain = (signs: string) => Number([...signs].map(digit).join(''))
  return units === undefined
    ? plain(words)
    : (tens === '' ? 1 : plain(tens ?? '')) * 10 + (units === '' ? 0 : plain(units))
}
