/** A feed in Atom (RFC 4287). */
import { element } from '../rdf/xml.ts'

/** Times are ISO 8601, addresses absolute. */
export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly published: string
  readonly updated: string
  readonly summary?: string
}

export interface Feed {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly updated: string
  /** Where the feed stands, and the page of which it is the feed. */
  readonly address: string
  readonly page: string
  readonly entries: readonly FeedEntry[]
}

export const ATOM = 'application/atom+xml'

export function writeAtom({ id, title, author, updated, address, page, entries }: Feed): string {
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom' },
    element('id', {}, id),
    element('title', {}, title),
    element('updated', {}, updated),
    element('author', {}, element('name', {}, author)),
    element('link', { rel: 'self', type: ATOM, href: address }),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    entries.map((entry) =>
      element(
        'entry',
        {},
        element('id', {}, entry.id),
        element('title', {}, entry.title),
        element('published', {}, entry.published),
        element('updated', {}, entry.updated),
        element('link', { rel: 'alternate', type: 'text/html', href: entry.address }),
        entry.summary === undefined ? undefined : element('summary', {}, entry.summary),
      ),
    ),
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.markup}\n`
}
