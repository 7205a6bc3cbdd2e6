/** A static site in its parts: which file an address has, where links lead, and what is left alone. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exportSite } from '../../src/export/index.ts'
import { withFileLinks } from '../../src/export/links.ts'
import { addressOfFile, fileOf } from '../../src/export/places.ts'
import { ruleFiles } from '../../src/export/rules.ts'

const HTML = 'text/html'

describe('the file of an address', () => {
  test.each([
    ['/', HTML, 'index.html', '/'],
    ['/person/', HTML, 'person/index.html', '/person/'],
    ['/person/?page=2', HTML, 'person/page-2.html', '/person/page-2.html'],
    ['/person/mao', HTML, 'person/mao.html', '/person/mao.html'],
    ['/person/mao?page=3', HTML, 'person/mao/page-3.html', '/person/mao/page-3.html'],
    ['/person/mao.ttl', 'text/turtle', 'person/mao.ttl', '/person/mao.ttl'],
    ['/body/caf%C3%A9', HTML, 'body/café.html', '/body/caf%C3%A9.html'],
    ['/sparql?example=01', HTML, 'sparql/01.html', '/sparql/01.html'],
    ['/changes', 'application/activity+json', 'changes.json', '/changes.json'],
    ['/changes/2', 'application/activity+json', 'changes/2', '/changes/2'],
    ['/.well-known/void', 'text/turtle', '.well-known/void', '/.well-known/void'],
    ['/dumps/SHA256SUMS', 'text/plain', 'dumps/SHA256SUMS', '/dumps/SHA256SUMS'],
  ])('%s, %s', (address, mediaType, file, found) => {
    expect(fileOf(address, mediaType)).toBe(file)
    expect(addressOfFile(file)).toBe(found)
  })
})

test('links to pages lead to files, others stay; what is found is told once and without fragments', () => {
  const page = [
    '<a href="/archive/person/mao#name">',
    '<a href="/archive/person/mao">',
    '<a href="/archive/person/?page=2&amp;x=&quot;">',
    '<link href="/archive/person/mao.ttl">',
    '<a href="/archive/dumps/0/SHA256SUMS">',
    '<a href="https://example.org/person/mao">',
    '<a href="/person/mao">',
    '<a href="#here">',
    '<form action="/archive/sparql#answer">',
  ]
  const { html, addresses } = withFileLinks(page.join('\n'), '/archive')
  expect(html.split('\n')).toEqual([
    '<a href="/archive/person/mao.html#name">',
    '<a href="/archive/person/mao.html">',
    '<a href="/archive/person/page-2.html">',
    ...page.slice(3, 8),
    '<form action="/archive/sparql.html#answer">',
  ])
  expect(addresses).toEqual(['/person/mao', '/person/?page=2&x="', '/person/mao.ttl', '/dumps/0/SHA256SUMS', '/sparql'])
})

test('rules name what has ended', () => {
  const ended = [{ path: 'document/gone' }, { path: 'document/old', target: 'document/new' }]
  const rules = ruleFiles({ root: '/archive', ended })
  expect(rules.get('.htaccess')).toContain('RewriteRule ^(id/)?document/gone(\\.[\\w.]+)?$ - [G]')
  expect(rules.get('.htaccess')).toContain('/archive/$1document/new$2 [R=301,L]')
  expect(rules.get('nginx.conf')).toContain('location ~ ^/archive/(id/)?document/gone(\\.[\\w.]+)?$ { return 410; }')
  expect(rules.get('_redirects')).toContain('/archive/document/old /archive/document/new 301\n')
})

describe('a folder that holds something else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  test('is left as it is', async () => {
    mkdirSync(join(folder, 'site'))
    writeFileSync(join(folder, 'site/letter.txt'), 'mine')
    const options = { site: join(folder, 'site'), release: { manifest: {} } } as unknown as Parameters<
      typeof exportSite
    >[0]
    await expect(exportSite(options)).rejects.toThrow(/has something else in it/)
    expect(readdirSync(folder)).toEqual(['site'])
    expect(readdirSync(join(folder, 'site'))).toEqual(['letter.txt'])
  })
})
