/** Text in XML 1.0. Characters that it cannot hold, not even escaped, become U+FFFD. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what XML 1.0 cannot say
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const escapeXml = (text: string, characters: RegExp): string =>
  text.replace(NOT_XML, '\ufffd').replace(characters, (character) => ENTITIES[character] ?? character)

/** The value of an attribute in double quotes. */
export const xmlAttribute = (text: string): string => escapeXml(text, /[&<>"\t\n\r]/g)

/** The text of an element. */
export const xmlText = (text: string): string => escapeXml(text, /[&<>\r]/g)
