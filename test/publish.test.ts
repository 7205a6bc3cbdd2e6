import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonize } from 'rdf-canonize'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Settings } from '../src/config.ts'
import { convert, type PublishOptions, publish } from '../src/publish.ts'
import { parse } from '../src/rdf/parse.ts'
import { parseRegistry } from '../src/registry.ts'
import { currentFolder, openRelease } from '../src/release/read.ts'
import { emptyCollection } from './collection.ts'

/** A telegram of our own making, in the form that ciphered telegrams have. */
const telegram = (number: number, addressee = 'SovAmbassador') => `Top Secret
Special no. ${number + 100}

Issuing No. ${number}
Received on 4:10 am, 14 May 1950
Sent on 5:30 am, 14 May 1950
CIPHERED TELEGRAM
Destination: PEKING   To Whom: ${addressee}

The harvest report number ${number} has arrived.

VYSHINSKY

2 copies

Copies:
1. Comr. Stalin
2. Comr. Molotov
`

/** A shape that takes offence at every document that has the number 13. */
const SHAPE = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dip: <https://w3id.org/diplomacy/ontology#> .
<urn:shape> a sh:NodeShape ; sh:targetClass dip:ReferenceNumber ; sh:property <urn:property> .
<urn:property> sh:path dip:numberValue ; sh:not <urn:thirteen> ; sh:message "Thirteen is no number."@en .
<urn:thirteen> a sh:NodeShape ; sh:hasValue "13" .
`

let root: string
let settings: Settings
const input = (name: string) => join(root, 'data', name)
const put = (name: string, text: string) => writeFileSync(input(name), text)
const build = (options: Partial<PublishOptions> & { inputs?: string[] } = {}) => {
  const { inputs = [join(root, 'data')], ...rest } = options
  return publish(inputs, { settings, now: new Date('2020-01-02T03:04:05.678Z'), ...rest })
}
const codes = (problems: readonly { code: string }[]) => [...new Set(problems.map(({ code }) => code))].sort()
const published = () => {
  const folder = currentFolder(settings.out) ?? ''
  const list = readFileSync(join(folder, 'lists/document.jsonl'), 'utf8').trim()
  return list === '' ? [] : list.split('\n').map((line) => JSON.parse(line).slug as string)
}
const registry = () => parseRegistry(readFileSync(settings.registry, 'utf8')).registry

beforeEach(() => {
  ;({ root, settings } = emptyCollection())
  writeFileSync(join(root, 'shapes/shape.ttl'), SHAPE)
  for (const number of [11, 12, 14]) put(`${number}.txt`, telegram(number))
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a build', () => {
  it('publishes the documents of its inputs, with the report, and remembers them', async () => {
    const { conforms, manifest, problems, report } = await build()
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(conforms).toBe(true)
    expect(manifest).toMatchObject({ published: '2020-01-02T03:04:05Z', conforms: true, counts: { documents: 3 } })
    expect(manifest?.inputs.map(({ outcome, documents }) => [outcome, documents.length])).toEqual(
      Array(3).fill(['published', 1]),
    )
    expect(readFileSync(report, 'utf8')).toContain('3 documents published from 3 inputs')
    expect([...registry().values()].map(({ status, first, version }) => [status, first, version])).toEqual(
      Array(3).fill(['published', '2020-01-02', manifest?.version]),
    )
    expect(readdirSync(settings.out).sort()).toEqual(['current', 'fingerprint', 'versions'])
  })

  it('publishes authority files of its own whole, and of those of the package what the documents lead to', async () => {
    const files: Readonly<Record<string, string>> = {
      persons:
        'id,label,forms,codeNames,misreadings,born,died,note\nandrey-vyshinsky,Andrey Vyshinsky,Vyshinsky,,,,,\nrolf-berg,Rolf Berg,,,,,,\n',
      positions: 'id,label,forms,body,represents,accreditedTo\nminister,Minister,,,,\nother,Other,,,,\n',
      holdings: 'person,position,status,from,to,source\nandrey-vyshinsky,minister,in-office,,,A list\n',
      events: 'id,label,kind,date,members\n',
    }
    for (const [name, rows] of Object.entries(files)) writeFileSync(join(root, `authorities/${name}.csv`), rows)
    const things = async (publishAuthorities: Settings['publishAuthorities']) => {
      settings = { ...settings, publishAuthorities }
      const { manifest } = await build()
      const release = await openRelease(currentFolder(settings.out) ?? '')
      const page = { offset: 0, limit: 99 }
      const [persons, positions] = await Promise.all([release.list('person', page), release.list('position', page)])
      await release.close()
      const slugs = [...persons.rows, ...positions.rows].map(({ slug }) => slug)
      const curated = ['andrey-vyshinsky', 'rolf-berg', 'minister', 'other'].filter((slug) => slugs.includes(slug))
      return { curated, documents: manifest?.counts.documents }
    }
    const all = { curated: ['andrey-vyshinsky', 'rolf-berg', 'minister', 'other'], documents: 3 }
    expect(await things('own')).toEqual(all)
    expect(await things('used')).toEqual({ curated: ['andrey-vyshinsky', 'minister'], documents: 3 })
    expect(await things('all')).toEqual(all)
  })

  it('does nothing where nothing has changed, and the work where an input or a curated file has', async () => {
    const first = await build()
    const again = await build({ now: new Date('2021-01-01T00:00:00Z') })
    expect(again).toMatchObject({ conforms: true, unchanged: true, manifest: first.manifest })
    writeFileSync(join(root, 'authorities/persons.csv'), 'id,label,forms,codeNames,misreadings,born,died,note\n')
    expect((await build()).unchanged).toBeUndefined()
    put('11.txt', telegram(15))
    const changed = await build()
    expect(changed.unchanged).toBeUndefined()
    expect(changed.manifest?.version).not.toBe(first.manifest?.version)
    rmSync(join(changed.report, '../../dumps/all.nt'))
    expect((await build()).unchanged).toBeUndefined()
  })

  it('gives the same bytes whatever the order of inputs and the number of threads', async () => {
    const one = await build()
    const inputs = [14, 11, 12].map((number) => input(`${number}.txt`))
    const other = { ...settings, out: join(root, 'other'), registry: join(root, 'other.csv'), jobs: 3 }
    const two = await build({ inputs, settings: other, threadsFrom: 1 })
    expect(two.manifest?.version).toBe(one.manifest?.version)
    expect(two.manifest?.files).toEqual(one.manifest?.files)
  })

  it('reports what it cannot take by name and goes on', async () => {
    put('empty.txt', '')
    put('shopping.txt', 'milk\nbread\n')
    mkdirSync(input('deeper/still'), { recursive: true })
    put('deeper/still/15.txt', telegram(15))
    put('README.md', 'not an input')
    put('.hidden', 'not an input')
    const { conforms, problems, manifest } = await build({ inputs: [join(root, 'data'), input('missing.txt')] })
    expect(conforms).toBe(false)
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(codes(errors)).toEqual(['input-empty', 'input-unreadable', 'input-unrecognised'])
    expect(errors.every(({ path }) => path !== undefined)).toBe(true)
    expect(manifest?.counts.documents).toBe(4)
    const outcomes = manifest?.inputs.map(({ path, outcome }) => [path.split('/').at(-1), outcome])
    expect(outcomes).toContainEqual(['shopping.txt', 'rejected'])
    expect(outcomes).toHaveLength(6)
  })

  it('refuses an input over maxInputSize with a sentence, and takes the others', async () => {
    put('large.txt', telegram(15).repeat(50))
    settings = { ...settings, maxInputSize: 2000 }
    const { problems, manifest } = await build()
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^The file has [\d.]+ KB, more than maxInputSize \(2 KB\)\. Split it or raise maxInputSize\.$/,
      ),
    ])
    expect(errors[0]?.path).toMatch(/large\.txt$/)
    expect(manifest?.counts.documents).toBe(3)
  })

  it('does not publish a document that violates a shape, and says where', async () => {
    put('13.txt', telegram(13))
    const { conforms, problems, manifest, report } = await build()
    expect([conforms, manifest?.counts.documents]).toEqual([false, 3])
    const [violation] = problems.filter(({ code }) => code === 'shape-violation')
    expect(violation).toMatchObject({
      message: 'Thirteen is no number.',
      path: expect.stringMatching(/13\.txt$/),
      line: 4,
    })
    expect(codes(problems)).toContain('document-rejected')
    expect(readFileSync(report, 'utf8')).toContain('Thirteen is no number.')
    const shacl = await parse(readFileSync(report.replace('.html', '.ttl'), 'utf8'), 'turtle')
    expect(shacl.some(({ object }) => object.value === 'http://www.w3.org/ns/shacl#Violation')).toBe(true)
    expect(readFileSync(report.replace('report.html', 'problems.csv'), 'utf8')).toMatch(
      /error,shape-violation,.*13\.txt,4,/,
    )
  })

  it('publishes nothing with strict then', async () => {
    const before = await build()
    put('13.txt', telegram(13))
    const { manifest, conforms, report } = await build({ strict: true })
    expect([manifest, conforms]).toEqual([undefined, false])
    expect(readFileSync(report, 'utf8')).toContain('Nothing was published.')
    expect(currentFolder(settings.out)).toContain(before.manifest?.version)
  })
})

describe('a build over an earlier one', () => {
  it('keeps the last good version of a document that does not conform now, and says so', async () => {
    const first = await build()
    put('12.txt', telegram(12, 'Roshchin').replace('Special no. 112', 'Special no. 13'))
    const { problems, manifest } = await build()
    const [stale] = manifest?.stale ?? []
    expect(manifest?.version).toBe(first.manifest?.version)
    expect(stale).toEqual({ document: expect.stringContaining('/id/document/'), version: first.manifest?.version })
    expect(codes(problems)).toContain('document-stale')
    const release = await openRelease(currentFolder(settings.out) ?? '')
    expect(await release.standing(stale?.document ?? '')).toEqual({
      standing: 'stale',
      version: first.manifest?.version,
    })
    await release.close()

    put('15.txt', telegram(15))
    const again = await build()
    expect(again.manifest).toMatchObject({ stale: [stale], counts: { documents: 4 } })

    put('12.txt', telegram(12))
    expect((await build()).manifest).toMatchObject({ stale: [], counts: { documents: 4 }, conforms: true })
  })

  it('withdraws a document whose input is gone, with a tombstone, and gives it its address again', async () => {
    await build()
    const before = published()
    unlinkSync(input('12.txt'))
    const { conforms } = await build({ now: new Date('2021-06-07T00:00:00Z') })
    const [slug = ''] = before.filter((known) => !published().includes(known))
    expect([conforms, published().length]).toEqual([true, 2])
    expect(registry().get(slug)).toMatchObject({ status: 'withdrawn', ended: '2021-06-07' })
    const release = await openRelease(currentFolder(settings.out) ?? '')
    const iri = release.iris.thing('document', slug)
    expect(await release.standing(iri)).toMatchObject({ standing: 'withdrawn', on: '2021-06-07' })
    expect(await release.describe(iri)).toBeUndefined()
    await release.close()

    put('again.txt', telegram(12))
    await build()
    expect(published()).toEqual(before)
    expect(registry().get(slug)).toMatchObject({ status: 'published', first: '2020-01-02' })
  })

  it('withdraws no more than it may, unless it is told to', async () => {
    settings = { ...settings, maxWithdrawn: { count: 1, share: 0.05 } }
    const { manifest } = await build()
    for (const number of [11, 12]) unlinkSync(input(`${number}.txt`))
    const refused = await build()
    expect(refused.manifest).toBeUndefined()
    expect(refused.problems.at(-1)).toMatchObject({ code: 'too-many-withdrawals', severity: 'error' })
    expect(currentFolder(settings.out)).toContain(manifest?.version)
    expect(registry().size).toBe(3)
    await build({ allowWithdrawals: true })
    expect(published()).toHaveLength(1)
  })

  it('withdraws nothing that it did not look for', async () => {
    await build()
    const { manifest, problems } = await build({ inputs: [input('11.txt')] })
    expect(manifest?.counts.documents).toBe(3)
    expect(manifest?.stale).toHaveLength(2)
    expect(codes(problems)).toContain('document-stale')
    renameSync(join(root, 'data'), join(root, 'moved'))
    expect((await build()).manifest?.counts.documents).toBe(3)
    renameSync(join(root, 'moved'), join(root, 'data'))
    expect((await build()).manifest).toMatchObject({ stale: [], counts: { documents: 3 } })
  })

  it('keeps what a file gave that cannot be read now', async () => {
    const first = await build()
    put('12.txt', '')
    const { manifest, conforms } = await build()
    expect(manifest).toMatchObject({ version: first.manifest?.version, stale: [{ version: first.manifest?.version }] })
    expect(conforms).toBe(false)
    unlinkSync(input('12.txt'))
    expect((await build()).manifest?.counts.documents).toBe(2)
  })

  it('begins anew for another base', async () => {
    await build()
    const { manifest } = await build({
      inputs: [input('11.txt')],
      settings: { ...settings, base: 'http://example.com' },
    })
    expect(manifest?.counts.documents).toBe(1)
  })
})

describe('a fault of the disk', () => {
  it('leaves the published version, and no remains', async () => {
    const { manifest } = await build()
    put('15.txt', telegram(15))
    mkdirSync(join(root, 'elsewhere'))
    settings = { ...settings, registry: join(root, 'elsewhere/registry.csv') }
    // A folder in the place of the registry's draft cannot be written over: the last write before the switch fails.
    mkdirSync(`${settings.registry}.next`)
    await expect(build()).rejects.toThrow(/EISDIR/)
    expect(currentFolder(settings.out)).toContain(manifest?.version)
    expect(readdirSync(settings.out).sort()).toEqual(['current', 'fingerprint', 'versions'])
  })
})

describe('convert', () => {
  it('gives the quads of a release, without one', async () => {
    const { manifest } = await build()
    const { quads, problems } = await convert([join(root, 'data')], { settings })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const documents = quads.filter(({ graph }) => graph.value.includes('/graph/document/'))
    const all = await parse(readFileSync(join(currentFolder(settings.out) ?? '', 'dumps/all.nq'), 'utf8'), 'nquads')
    const same = all.filter(({ graph }) => graph.value.includes('/graph/document/'))
    expect(await canonize(documents, { algorithm: 'RDFC-1.0' })).toBe(await canonize(same, { algorithm: 'RDFC-1.0' }))
    expect(manifest?.version).toBeDefined()
  })
})
