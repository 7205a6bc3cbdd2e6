/** Words that formats and clients trip over: escapes, line ends, signs outside the BMP, from right to left, no words. */
export const STRINGS = [
  'é 𝒳',
  '"\\\'',
  'a\nb\r\nc\rd\te',
  'שלום ‏עולם',
  '',
  ' ',
  ',;\t',
  '<&>]]>',
  '\u007f\u0085\u2028\ufffd',
  '=1+1',
]
