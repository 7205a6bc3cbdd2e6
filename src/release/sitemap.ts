/**
 * Sitemaps (sitemaps.org, 0.9): the address of each thing's page with the time of its last change, made once with the
 * version, so that a crawler costs the server no more than a file.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Iris } from '../iris.ts'
import { compress } from './dump.ts'
import { FileWriter, toText } from './files.ts'
import { presentThings } from './history.ts'
import type { FileEntry } from './manifest.ts'

/** Folder of the sitemaps in a version. They are kept compressed only. */
export const SITEMAPS = 'sitemaps/'
/** Name of the index; those that it lists are `sitemap-1.xml` and so on. */
export const SITEMAP_INDEX = 'sitemap.xml'

/** The protocol allows so many addresses in one file. */
const MOST = 50_000
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', "'": '&apos;' }

const entry = (element: string, address: string, time: string) => {
  const location = encodeURI(address).replace(/[&']/g, (sign) => ENTITIES[sign] ?? sign)
  return `<${element}><loc>${location}</loc><lastmod>${time}</lastmod></${element}>\n`
}

/** Writes `sitemaps/` of a version whose history stands in its folder. */
export async function writeSitemaps(folder: string, iris: Iris): Promise<FileEntry[]> {
  mkdirSync(join(folder, SITEMAPS))
  const pages: SitemapPage[] = []
  for (const { iri, changed } of presentThings(folder)) {
    const address = iris.parse(toText(iri))
    if (address === undefined) continue
    let page = pages.at(-1)
    if (page === undefined || page.length === MOST) {
      page?.close()
      page = new SitemapPage(folder, `sitemap-${pages.length + 1}.xml`)
      pages.push(page)
    }
    page.add(iris.page(address.kind, address.slug), changed)
  }
  pages.at(-1)?.close()
  const index = new FileWriter(join(folder, SITEMAPS, SITEMAP_INDEX))
  index.write(`${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n`)
  for (const { name, last } of pages) index.write(entry('sitemap', `${iris.base}/${name}`, last))
  index.write('</sitemapindex>\n')
  index.close()
  const files: FileEntry[] = []
  for (const name of [SITEMAP_INDEX, ...pages.map((page) => page.name)]) {
    const path = SITEMAPS + name
    files.push(await compress(folder, { path, bytes: 0, sha256: '', mediaType: 'application/xml' }))
    rmSync(join(folder, path))
  }
  return files
}

/** One sitemap in the making. */
class SitemapPage {
  readonly name: string
  length = 0
  /** The latest change in it. */
  last = ''
  readonly #file: FileWriter

  constructor(folder: string, name: string) {
    this.name = name
    this.#file = new FileWriter(join(folder, SITEMAPS, name))
    this.#file.write(`${HEAD}<urlset xmlns="${NAMESPACE}">\n`)
  }

  add(address: string, time: string): void {
    this.#file.write(entry('url', address, time))
    this.length++
    if (time > this.last) this.last = time
  }

  close(): void {
    this.#file.write('</urlset>\n')
    this.#file.close()
  }
}
