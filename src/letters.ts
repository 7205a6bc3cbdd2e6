/** Words as they are compared and put into addresses, whatever their case and marks. */

/** Letters of a text without accents and without apostrophes, in lower case; all else stays. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘ʼ`]/g, '')
    .toLowerCase()

/** The same as words of letters and digits, parted by one space: `Pál, 2. oszt.` → `pal 2 oszt`. */
export const foldWords = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
