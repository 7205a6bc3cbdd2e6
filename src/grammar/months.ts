/** Names of the months in the languages of the pages and of their originals, as data for the date grammar. */

/** Row n: the names of month n + 1. Abbreviations are written without their full stop. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  ['January', 'Jan', 'января', 'январь', 'Januar', 'janvier', 'gennaio', 'januari', 'stycznia', 'január'],
  ['February', 'Feb', 'Febr', 'февраля', 'февраль', 'Februar', 'février', 'febbraio', 'februari', 'lutego', 'február'],
  ['March', 'Mar', 'марта', 'март', 'März', 'mars', 'marzo', 'maart', 'marca', 'március'],
  ['April', 'Apr', 'апреля', 'апрель', 'avril', 'aprile', 'kwietnia', 'április'],
  ['May', 'мая', 'май', 'Mai', 'maggio', 'mei', 'maja', 'május'],
  ['June', 'Jun', 'июня', 'июнь', 'Juni', 'juin', 'giugno', 'czerwca', 'június'],
  ['July', 'Jul', 'июля', 'июль', 'Juli', 'juillet', 'luglio', 'lipca', 'július'],
  ['August', 'Aug', 'августа', 'август', 'août', 'agosto', 'augustus', 'sierpnia', 'augusztus'],
  ['September', 'Sept', 'Sep', 'сентября', 'сентябрь', 'septembre', 'settembre', 'września', 'szeptember'],
  ['October', 'Oct', 'октября', 'октябрь', 'Oktober', 'octobre', 'ottobre', 'października', 'október'],
  ['November', 'Nov', 'ноября', 'ноябрь', 'novembre', 'listopada'],
  ['December', 'Dec', 'декабря', 'декабрь', 'Dezember', 'décembre', 'dicembre', 'grudnia'],
]

/** The number of a month, 1 to 12, by each of its names in lower case. */
export const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name) => [name.toLowerCase(), index + 1] as const)),
)

/** Roman numerals of the months, as Russian offices write them: `29.III.53`. */
export const ROMAN_MONTHS: readonly string[] = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
]

/** Seasons as EDTF numbers them. */
export const SEASON_NAMES: readonly (readonly [string, number])[] = [
  ['Spring', 21],
  ['Summer', 22],
  ['Autumn', 23],
  ['Fall', 23],
  ['Winter', 24],
]

/** Digits and tens of Chinese numerals in dates. */
export const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  元: 1,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
