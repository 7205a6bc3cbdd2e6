/** The language of a text on a page, by its script: the editions are English, their originals sometimes not. */

const SCRIPTS: readonly { readonly tag: string; readonly letters: RegExp }[] = [
  { tag: 'ja', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { tag: 'ko', letters: /\p{Script=Hangul}/gu },
  { tag: 'zh', letters: /\p{Script=Han}/gu },
  { tag: 'ru', letters: /\p{Script=Cyrillic}/gu },
]

/** A BCP 47 tag: that of the script that has at least a third of the letters, else English. */
export function languageOf(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return SCRIPTS.find((script) => count(script.letters) * 3 > letters)?.tag ?? 'en'
}
