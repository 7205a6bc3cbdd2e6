/** Which file of a static site holds what stands at an address. */

/** Media types of pages: their addresses have no ending, their files do. */
const PAGE = 'text/html'
const FEED = 'application/activity+json'

/**
 * The file of an address, as a path below the site.
 * @param address Path below the base, as it is sent, with its parameters: `/person/?page=2`.
 * @param mediaType of what stands there, without parameters
 */
export function fileOf(address: string, mediaType: string): string {
  const { pathname, searchParams } = new URL(address, 'http://site.invalid')
  const path = decodeURI(pathname).slice(1)
  const part = partOf(searchParams)
  if (mediaType === FEED && part === '') return path.includes('/') ? path : `${path}.json`
  if (mediaType !== PAGE) return path
  if (path === '' || path.endsWith('/')) return `${path}${part === '' ? 'index' : part}.html`
  if (part !== '') return `${path}/${part}.html`
  return path.endsWith('.html') ? path : `${path}.html`
}

/** What the parameters of an address choose, as a name: the second page of a list, an example. */
function partOf(parameters: URLSearchParams): string {
  const [[name, value] = ['', '']] = parameters
  return name === '' ? '' : name === 'page' ? `page-${value}` : value
}

/** The address of a file on a server that knows of files alone. */
export const addressOfFile = (file: string): string => encodeURI(`/${file}`).replace(/(^|\/)index\.html$/, '$1')
