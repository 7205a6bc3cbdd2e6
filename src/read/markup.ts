/** XML and XHTML as a plain tree of elements and strings. It alone imports `htmlparser2`. */
import { Parser } from 'htmlparser2'
import { oneLine } from '../letters.ts'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Markup[]
}

export type Markup = Element | string

/** The tree under a root without name. Elements that are not closed end with their parent; nothing is thrown. */
export function parseMarkup(text: string): Element {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Open = { name, attributes, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      onclosetag() {
        if (open.length > 1) open.pop()
      },
      ontext(words) {
        const children = open.at(-1)?.children
        const last = children?.at(-1)
        // An entity comes as a piece of its own.
        if (typeof last === 'string') children?.splice(-1, 1, last + words)
        else children?.push(words)
      },
    },
    { xmlMode: true },
  )
  parser.end(text)
  return root
}

interface Open extends Element {
  readonly children: Markup[]
}

export const isElement = (node: Markup | undefined): node is Element => node !== undefined && typeof node !== 'string'

/** The elements among the children of an element. */
export const elementsOf = (element: Element): Element[] => element.children.filter(isElement)

/** All elements of a name below an element, in order, without the prefix of a namespace. */
export function descendants(element: Element, name: string): Element[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name.replace(/^.*:/, '') === name ? [child] : []),
    ...descendants(child, name),
  ])
}

/** All words of an element, white space folded. */
export const wordsOfElement = (element: Element): string => oneLine(rawWords(element))

/** All words of a node as they stand. */
export const rawWords = (node: Markup): string =>
  typeof node === 'string' ? node : node.children.map(rawWords).join('')
