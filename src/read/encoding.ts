/** Bytes to text in a named encoding, as the Encoding Standard has it. */

/** What Windows 1252 has at 0x80 to 0x9F. Some versions of Node give the control characters of Latin 1 there. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * @param label name of the encoding
 * @returns undefined for an unknown encoding and, where `fatal`, for bytes that are not in it
 */
export function decodeAs(bytes: Uint8Array, label: string, fatal = false): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal })
    const text = decoder.decode(bytes)
    if (decoder.encoding !== 'windows-1252') return text
    return text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter)
  } catch {
    return undefined
  }
}
