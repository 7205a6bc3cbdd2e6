/** The links of a page, so that they lead to files: a server that knows of files alone can carry the site. */
import { addressOfFile, fileOf } from './places.ts'

const LINK = /(\s(?:href|src|action|data-terms)=")([^"]*)(")/g

/** Addresses of the site that are no pages: what has an ending, dumps, and what is known to programs alone. */
const isFile = (path: string): boolean => /\.\w+$|^\/dumps\/.*[^/]$|^\/\.well-known\//.test(path)

export interface Linked {
  /** The page, its links to pages leading to their files. */
  readonly html: string
  /** Addresses of the site that it leads to, below the base and without fragments. */
  readonly addresses: readonly string[]
}

/** @param root path of the site's front page, without a slash at the end */
export function withFileLinks(html: string, root: string): Linked {
  const addresses = new Set<string>()
  const linked = html.replace(LINK, (link, before: string, written: string, after: string) => {
    const href = unescaped(written)
    if (href !== root && !href.startsWith(`${root}/`)) return link
    const [asked = '', fragment] = href.slice(root.length).split('#', 2)
    // A search needs a server: there is one page that says so.
    const address = asked.startsWith('/search?') ? '/search' : asked
    if (address.startsWith('//')) return link
    addresses.add(address)
    const path = address.split('?', 1)[0] ?? ''
    if (isFile(path)) return link
    const file = root + addressOfFile(fileOf(address, 'text/html'))
    return `${before}${escaped(fragment === undefined ? file : `${file}#${fragment}`)}${after}`
  })
  return { html: linked, addresses: [...addresses] }
}

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
