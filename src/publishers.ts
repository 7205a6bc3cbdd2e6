/** The digital archives whose pages we know, as data: a new archive is a row. */

export interface Publisher {
  /** Key of the publisher; it begins the slugs of its records. */
  readonly key: string
  readonly label: string
  /** Hosts on which its pages are seen. Of several hosts the record number is the key, never the host. */
  readonly hosts: readonly string[]
  /** How citations name the repository. */
  readonly names: readonly string[]
  /** Address of a record; `{record}` stands for its number. */
  readonly canonical: string
  /** Finds the record number in an address of the publisher. A node number (`/node/89832`) is no record number. */
  readonly record: RegExp
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
  return publishers.find((publisher) => publisher.key === key)?.canonical.replace('{record}', record)
}
