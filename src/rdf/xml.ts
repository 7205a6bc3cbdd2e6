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

/** The namespace of `xsi:schemaLocation`. */
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/** Finished markup; a string beside it is text. */
export interface Markup {
  readonly markup: string
}

export type Content = string | Markup | undefined | readonly Content[]
export type Attributes = Readonly<Record<string, string | undefined>>

export const markup = (text: string): Markup => ({ markup: text })

/** An element. Attributes and contents that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlAttribute(value)}"`],
  )
  const inner = contentOf(content)
  return markup(`<${name}${written.join('')}${inner === '' ? '/>' : `>${inner}</${name}>`}`)
}

const contentOf = (content: Content): string => {
  if (content === undefined) return ''
  if (typeof content === 'string') return xmlText(content)
  return 'markup' in content ? content.markup : content.map(contentOf).join('')
}
