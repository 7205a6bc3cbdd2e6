/** U02: citations as they are served, read by bibutils, Pandoc and Citation.js, which tell the same of every document. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeBibtex } from '../../src/crosswalk/bibtex.ts'
import { writeCsl } from '../../src/crosswalk/csl.ts'
import { writeRis } from '../../src/crosswalk/ris.ts'
import { HARD } from '../crosswalk/hard.ts'
import { type Served, serveSample } from '../served.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
let served: Served
const texts = { bib: '', ris: '', 'csl.json': '' }
beforeAll(async () => {
  served = await serveSample()
  const list = readFileSync(join(served.release, 'current/lists/document.jsonl'), 'utf8').trim().split('\n')
  const slugs = list.map((line) => JSON.parse(line).slug as string)
  const get = async (ending: string) =>
    Promise.all(slugs.map(async (slug) => (await fetch(`${served.address}/document/${slug}.${ending}`)).text()))
  texts.bib = (await get('bib')).join('\n')
  texts.ris = (await get('ris')).join('\r\n')
  texts['csl.json'] = JSON.stringify((await get('csl.json')).flatMap((text) => JSON.parse(text)))
})
afterAll(async () => {
  await served?.stop()
  rmSync(folder, { recursive: true })
})

function run(command: string, args: readonly string[], input: string): string {
  const file = join(folder, 'input')
  writeFileSync(file, input)
  const { status, stdout, stderr, error } = spawnSync(command, [...args, file], { encoding: 'utf8', maxBuffer: 1e9 })
  if (error !== undefined)
    throw new Error(`${command} could not be run (${error.message}): Debian has it in bibutils and pandoc.`)
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
  return stdout
}

/** What every program has to tell of a document. */
interface Told {
  readonly title: string
  readonly authors: readonly string[]
  /** `1957-05-15` */
  readonly date: string
  readonly address: string
}

interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
}
interface CslItem {
  readonly title?: string
  readonly author?: readonly CslName[]
  readonly issued?: { readonly 'date-parts': readonly (readonly (number | string)[])[] }
  readonly URL?: string
  readonly [member: string]: unknown
}

/** Quotation marks are set by some, names sorted by others: neither is what is told. */
const plain = (text: string) => text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').trim()
const nameOf = ({ family, given, literal }: CslName) => plain(literal ?? [given, family].filter(Boolean).join(' '))
const wordsOf = (name: string) => name.split(' ').toSorted().join(' ')
const dateOf = (parts: readonly (number | string)[]) => parts.map((part) => String(part).padStart(2, '0')).join('-')
const toldByCsl = ({ title = '', author = [], issued, URL = '' }: CslItem): Told => ({
  title: plain(title),
  authors: author.map(nameOf).map(wordsOf).toSorted(),
  date: dateOf(issued?.['date-parts'][0] ?? []),
  address: URL,
})
const byAddress = (told: readonly Told[]) => new Map(told.map((one) => [one.address, one]))

interface Node {
  readonly name?: string
  readonly data?: string
  readonly children?: readonly Node[]
}
const all = (node: Node, name: string): Node[] =>
  (node.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
const textOf = (node: Node | undefined): string =>
  (node?.children ?? []).map((child) => child.data ?? textOf(child)).join('')
/** An initial loses its point. */
const pointed = (name: string) => name.replace(/(?<=^| )\p{Lu}(?= |$)/gu, '$&.')

/** What a MODS collection of bibutils tells. */
function toldByMods(xml: string): Told[] {
  const isAuthor = (name: Node) => all(name, 'roleTerm').some((role) => textOf(role) === 'author')
  return all(parseDocument(xml, { xmlMode: true }) as Node, 'mods').map((mods) => ({
    title: plain(textOf(all(mods, 'title')[0])),
    authors: all(mods, 'name')
      .filter(isAuthor)
      .map((name) => wordsOf(pointed(plain(all(name, 'namePart').map(textOf).join(' ')))))
      .toSorted(),
    date: textOf(all(mods, 'dateIssued')[0]),
    address: textOf(all(mods, 'url')[0]),
  }))
}

interface CiteConstructor {
  new (data: string): { readonly data: readonly CslItem[] }
}
/** Citation.js, which `npm ci --prefix test/interop` brings. */
async function citationJs(data: string): Promise<readonly CslItem[]> {
  const { resolve } = createRequire(import.meta.url)
  const { Cite } = (await import(resolve('@citation-js/core'))) as { readonly Cite: CiteConstructor }
  for (const plugin of ['bibtex', 'ris']) await import(resolve(`@citation-js/plugin-${plugin}`))
  return new Cite(data).data
}

const pandoc = (from: string, text: string) =>
  (JSON.parse(run('pandoc', ['-f', from, '-t', 'csljson'], text)) as CslItem[]).map(toldByCsl)

/** What the data say: the CSL-JSON that we write ourselves. */
const expected = () => byAddress((JSON.parse(texts['csl.json']) as CslItem[]).map(toldByCsl))

describe('the same title, authors, date and address', () => {
  test.each([
    ['Pandoc reads BibTeX', () => pandoc('bibtex', texts.bib)],
    ['Pandoc reads BibLaTeX', () => pandoc('biblatex', texts.bib)],
    ['Pandoc reads CSL-JSON', () => pandoc('csljson', texts['csl.json'])],
    ['bibutils reads BibTeX', () => toldByMods(run('bib2xml', ['-i', 'unicode'], texts.bib))],
    ['Citation.js reads CSL-JSON', async () => (await citationJs(texts['csl.json'])).map(toldByCsl)],
    ['Citation.js reads BibTeX', async () => (await citationJs(texts.bib)).map(toldByCsl)],
    ['Citation.js reads RIS', async () => (await citationJs(texts.ris)).map(toldByCsl)],
  ])('%s', async (_name, read) => {
    expect(byAddress(await read())).toEqual(expected())
  })

  test('bibutils reads RIS, with the recipient as addressee', () => {
    const xml = run('ris2xml', ['-i', 'unicode'], texts.ris)
    const told = byAddress(toldByMods(xml))
    expect(told.size).toBe(expected().size)
    // It parts the names of bodies, and takes translators for authors.
    for (const [address, { authors, ...one }] of expected())
      expect(told.get(address)).toEqual({ ...one, authors: expect.arrayContaining([...authors]) })
    expect(xml).toMatch(/<namePart type="family">Mao<\/namePart>\s*<role>\s*<roleTerm[^>]*>addressee/)
  })
})

test('what is hard to write is read as it was meant', async () => {
  const title = 'Note {A} & "B" 100% of $5_6 #7 ~ ^ é 毛泽东'
  const hard = [{ ...HARD, title }]
  // The particle is a part of its own to some.
  const wordsIn = (names: readonly string[]) => names.flatMap((name) => name.split(' ')).filter((word) => word !== 'de')
  const authors = wordsIn(HARD.authors.map(({ label }) => label)).toSorted()
  const told = [
    ...pandoc('bibtex', writeBibtex(hard)),
    ...pandoc('csljson', writeCsl(hard)),
    ...(await citationJs(writeCsl(hard))).map(toldByCsl),
  ]
  expect(told.map((one) => one.title)).toEqual([title, title, title])
  for (const one of told) expect(wordsIn(one.authors).toSorted()).toEqual(authors)
  const [ris] = await citationJs(writeRis(hard))
  expect(ris?.title).toBe(title)
})

test('a citation style of Pandoc prints archive and reference of a telegram', () => {
  const page = join(folder, 'page.md')
  const bibliography = join(folder, 'all.json')
  writeFileSync(bibliography, texts['csl.json'])
  writeFileSync(page, 'See @wcda-113379.\n')
  const { stdout, stderr, status } = spawnSync(
    'pandoc',
    ['--citeproc', '--bibliography', bibliography, '-t', 'plain', '--wrap=none', page],
    { encoding: 'utf8' },
  )
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('Stalin')
  expect(stdout).toContain('APRF: F. 45, Op. 1, D. 331, Ll. 119')
})
