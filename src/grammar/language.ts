/** Names of languages and their codes. */

export interface LanguageCode {
  /** ISO 639-2/B, as the language vocabulary of id.loc.gov has it: `rus`, `chi`. */
  readonly iso: string
  /** BCP 47: `ru`. */
  readonly tag: string
}

const CODES = `
  Albanian alb sq|Arabic ara ar|Armenian arm hy|Azerbaijani aze az|Belarusian bel be|Bengali ben bn|Bosnian bos bs|Bulgarian bul bg
  Burmese bur my|Catalan cat ca|Chinese chi zh|Croatian hrv hr|Czech cze cs|Danish dan da|Dutch dut nl|English eng en|Estonian est et
  Finnish fin fi|French fre fr|Georgian geo ka|German ger de|Greek gre el|Hebrew heb he|Hindi hin hi|Hungarian hun hu|Indonesian ind id
  Italian ita it|Japanese jpn ja|Kazakh kaz kk|Khmer khm km|Korean kor ko|Kyrgyz kir ky|Lao lao lo|Latin lat la|Latvian lav lv
  Lithuanian lit lt|Macedonian mac mk|Malay may ms|Mongolian mon mn|Nepali nep ne|Norwegian nor no|Pashto pus ps|Persian per fa|Farsi per fa
  Polish pol pl|Portuguese por pt|Punjabi pan pa|Romanian rum ro|Russian rus ru|Serbian srp sr|Serbo-Croatian hbs sh|Slovak slo sk
  Slovenian slv sl|Spanish spa es|Swahili swa sw|Swedish swe sv|Tajik tgk tg|Tamil tam ta|Thai tha th|Tibetan tib bo|Turkish tur tr
  Ukrainian ukr uk|Urdu urd ur|Uyghur uig ug|Uzbek uzb uz|Vietnamese vie vi|Mandarin chi zh|Dari per fa|Yiddish yid yi`

const ROWS = CODES.trim()
  .split(/\||\n\s*/u)
  .map((row) => row.trim().split(' ') as [name: string, iso: string, tag: string])

const byName = new Map(ROWS.map(([name, iso, tag]) => [name.toLowerCase(), { iso, tag }] as const))
/** Of several names of one language the first. */
const names = new Map(ROWS.map(([name, iso]) => [iso, name] as const).reverse())

/** The English name of a language by its ISO 639-2/B code. */
export const languageName = (iso: string): string | undefined => names.get(iso)

/** The codes of a language by its English name, in any case; undefined for a name that is not known. */
export const languageCode = (name: string): LanguageCode | undefined => byName.get(name.trim().toLowerCase())

const byTag = new Map([...byName.values()].map((code) => [code.tag, code] as const))

/** The codes of a language by its BCP 47 tag, subtags aside (`en-GB` is English). */
export const languageOfTag = (tag: string): LanguageCode | undefined =>
  byTag.get(tag.split('-')[0]?.toLowerCase() ?? '')
