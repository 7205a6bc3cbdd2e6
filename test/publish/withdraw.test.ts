import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Settings } from '../../src/config.ts'
import { withdraw } from '../../src/publish/withdraw.ts'
import { publish } from '../../src/publish.ts'
import { parseRegistry } from '../../src/registry.ts'
import { openRelease } from '../../src/release/read.ts'
import { currentVersion, readManifest, versionFolder, versions } from '../../src/release/versions.ts'
import { emptyCollection } from '../collection.ts'

/** A telegram of our own making; each names a person whom no other names. */
const telegram = (number: number) => `Top Secret
Special no. ${number + 100}

Issuing No. ${number}
Received on 4:10 am, 14 May 1950
Sent on 5:30 am, 14 May 1950
CIPHERED TELEGRAM
Destination: PEKING   To Whom: SovAmbassador

Comrade Borodin${'abcdefghij'[number % 10]} asks for seed potatoes, lot ${number}.

VYSHINSKY

2 copies

Copies:
1. Comr. Stalin
2. Comr. Kagan${'abcdefghij'[number % 10]}
`

let root: string
let settings: Settings
const now = (day: number) => new Date(`2020-01-0${day}T00:00:00Z`)
const build = (day: number) => publish([join(root, 'data')], { settings, now: now(day) })
const folder = (version = currentVersion(settings.out) ?? '') => versionFolder(settings.out, version)
const dump = (version?: string) => readFileSync(join(folder(version), 'dumps/all.nq'), 'utf8')
const down = (day: number, iri: string, reason = 'The family asked for it.') =>
  withdraw(iri, reason, settings, now(day))

let first: string
let second: string
let target: string
let result: Awaited<ReturnType<typeof withdraw>>
beforeAll(async () => {
  ;({ root, settings } = emptyCollection())
  for (const number of [11, 12, 13]) writeFileSync(join(root, 'data', `${number}.txt`), telegram(number))
  await build(1)
  first = currentVersion(settings.out) ?? ''
  writeFileSync(join(root, 'data/14.txt'), telegram(14))
  await build(2)
  second = currentVersion(settings.out) ?? ''
  target = /<([^<>]*\/id\/document\/[^<>#]*)> <[^>]*title> "[^"]*12/.exec(dump())?.[1] ?? ''
  result = await down(3, target)
})
afterAll(() => rmSync(root, { recursive: true }))

/** Every file of a version as text, compressed ones too. */
const textsOf = (version: string) =>
  (readdirSync(folder(version), { recursive: true, withFileTypes: true }) as Dirent[])
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      return { name: entry.name, text: (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8') }
    })

describe('a document that is taken down', () => {
  it('is in no version any more, nor are its words or whom it alone names', () => {
    expect(target).toContain('/id/document/')
    expect(result).toMatchObject({ document: target, cleaned: expect.arrayContaining([first, second]) })
    for (const version of versions(settings.out))
      for (const { name, text } of textsOf(version)) {
        expect([name, /Borodinc|Kaganc|lot 12/.test(text)]).toEqual([name, false])
        if (!/history|changes|digests|ended|manifest|report|problems/.test(name))
          expect([name, text.includes(`<${target}`)]).toEqual([name, false])
      }
    expect(dump()).toContain('Kagand')
  })

  it('leaves the rest as a build without it would', async () => {
    const version = currentVersion(settings.out)
    expect(version).not.toBe(second)
    const { manifest } = await build(4)
    expect(manifest?.version).toBe(version)
  })

  it('answers with its tombstone, and is a deletion in the history', async () => {
    const release = await openRelease(folder())
    expect(await release.standing(target)).toEqual({
      standing: 'withdrawn',
      on: '2020-01-03',
      reason: 'The family asked for it.',
      label: expect.stringContaining('12'),
    })
    expect(await release.history.moment(target)).toMatchObject({ isDeleted: true, changed: '2020-01-03T00:00:00Z' })
    await release.close()
  })

  it('leaves older versions whole under their names: checksums and times are those of now', () => {
    for (const version of [first, second]) {
      const manifest = readManifest(folder(version))
      expect(manifest).toMatchObject({ version, takenDown: { at: '2020-01-03T00:00:00Z', documents: [target] } })
      for (const { path, sha256 } of manifest?.files ?? [])
        expect([
          path,
          createHash('sha256')
            .update(readFileSync(join(folder(version), path)))
            .digest('hex'),
        ]).toEqual([path, sha256])
    }
    expect(versions(settings.out).at(-1)).toBe(first)
  })

  it('may be taken down again, which changes nothing; its reason stays', async () => {
    const registry = readFileSync(settings.registry, 'utf8')
    expect(await down(5, target, 'Another reason.')).toMatchObject({ document: target, cleaned: [] })
    expect(readFileSync(settings.registry, 'utf8')).toBe(registry)
  })

  it('is named by its page or a part of it as well; what is no document is refused', async () => {
    const page = target.replace('/id/', '/')
    expect(await down(5, `${page}.html`)).toMatchObject({ document: target })
    expect(await down(5, `${target}#copy-1`)).toMatchObject({ document: target })
    for (const [iri, sentence] of [
      ['https://example.org/x', /no address of this collection/],
      [target.replace('/document/', '/person/'), /not a document/],
      [`${target}-x`, /--registry/],
    ] as const)
      expect(await down(5, iri)).toEqual({ refusal: expect.stringMatching(sentence) })
  })
})

describe('a takedown that was ended', () => {
  it('goes on where it was: the tombstone comes first', async () => {
    const other = emptyCollection()
    try {
      for (const number of [11, 12]) writeFileSync(join(other.root, 'data', `${number}.txt`), telegram(number))
      await publish([join(other.root, 'data')], { settings: other.settings, now: now(1) })
      const version = currentVersion(other.settings.out) ?? ''
      const iri = readManifest(versionFolder(other.settings.out, version))?.inputs[0]?.documents[0] ?? ''
      const row = parseRegistry(readFileSync(other.settings.registry, 'utf8')).registry.get(iri)
      expect(row?.status).toBe('published')
      const text = readFileSync(other.settings.registry, 'utf8')
      writeFileSync(other.settings.registry, text.replace(`${iri},published`, `${iri},taken-down`))
      const done = await withdraw(`${other.settings.base}/id/document/${iri}`, 'Again.', other.settings, now(2))
      expect(done).toMatchObject({ cleaned: [version] })
      expect(readFileSync(join(versionFolder(other.settings.out, version), 'dumps/all.nq'), 'utf8')).not.toContain(
        `/id/document/${iri}>`,
      )
    } finally {
      rmSync(other.root, { recursive: true })
    }
  })
})
