/** What readers seek: rare and frequent words, beginnings, phrases. */
export const WORDS = [
  'armistice',
  'the',
  'korea*',
  '"united nations"',
  'mao zedong',
  'aid china',
  'japan* treaty',
  'zhou',
]
