/** The digital archives whose pages we know, as data: a new archive is a row. */

/** Addresses of pages about one thing; the group `slug` is its name as the address has it. */
export interface SubjectPath {
  readonly kind: 'person' | 'place' | 'topic' | 'collection'
  readonly path: RegExp
}

export interface Publisher {
  /** Key of the publisher; it begins the slugs of its records. */
  readonly key: string
  readonly label: string
  /** Title of its collection, where that is not its own name. */
  readonly collection?: string
  /** Hosts on which its pages are seen. Of several hosts the record number is the key, never the host. */
  readonly hosts: readonly string[]
  /** How citations name the repository. */
  readonly names: readonly string[]
  /** Address of a record; `{record}` stands for its number as addresses have it. */
  readonly canonical: string
  /** Finds the record number in an address of the publisher. A node number (`/node/89832`) is no record number. */
  readonly record: RegExp
  /** What stands in an address for the hyphen between the parts of a record number: `1945v07-d12` is `1945v07/d12`. */
  readonly joint?: string
  /** Pages of the publisher that are about one thing. */
  readonly subjects?: readonly SubjectPath[]
}

export const publishers: readonly Publisher[] = [
  {
    key: 'wcda',
    label: 'Wilson Center Digital Archive',
    hosts: [
      'digitalarchive.wilsoncenter.org',
      'wilson-center.drivingcreative.com',
      'wilson-center-digital-archive.dvincitest.com',
    ],
    names: ['Wilson Center Digital Archive', 'History and Public Policy Program Digital Archive'],
    canonical: 'https://digitalarchive.wilsoncenter.org/document/{record}',
    record: /\/document\/(\d+)(?=$|[/?#.)>\]\s])/d,
    subjects: [
      { kind: 'person', path: /\/people\/(?<slug>[^/?#]+)/d },
      { kind: 'place', path: /\/places?\/(?<slug>[^/?#]+)/d },
      { kind: 'topic', path: /\/(?:topics?|theme)\/(?:\d+\/)?(?<slug>[^/?#]+)/d },
      { kind: 'collection', path: /\/collections?\/(?:\d+\/)?(?<slug>[^/?#]+)/d },
    ],
  },
  {
    key: 'frus',
    label: 'Office of the Historian, United States Department of State',
    collection: 'Foreign Relations of the United States',
    hosts: ['history.state.gov'],
    names: ['Office of the Historian'],
    canonical: 'https://history.state.gov/historicaldocuments/frus{record}',
    record: /\/historicaldocuments\/frus([\w-]+\/d\d+)(?=$|[?#.)>\]\s])/d,
    joint: '/',
  },
]

/** The publisher of an address, or undefined for an unknown host or what is no address. */
export function publisherOfAddress(address: string): Publisher | undefined {
  if (!URL.canParse(address)) return undefined
  const { hostname } = new URL(address)
  return publishers.find(({ hosts }) => hosts.includes(hostname.toLowerCase()))
}

/** The publisher that the words name. */
export function publisherNamed(words: string): Publisher | undefined {
  return publishers.find(({ names, hosts }) => [...names, ...hosts].some((name) => words.includes(name)))
}

/** The address of a record at its publisher, or undefined for an unknown publisher. */
export function canonicalAddress(key: string, record: string): string | undefined {
  const publisher = publishers.find((row) => row.key === key)
  const written = publisher?.joint === undefined ? record : record.replace(/-(?=[a-z]+\d+$)/, publisher.joint)
  return publisher?.canonical.replace('{record}', written)
}
