/** Every kind of page is valid HTML, as html-validate's rules of the standard have it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { PAGES } from './kinds.ts'
import { browserSite } from './site.ts'

const site = browserSite()
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] })

/** What is wrong in a page: rule, sentence and place. */
async function faultsIn(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}

test('a fault is found', async () => {
  expect(await faultsIn('<!doctype html><html lang="en"><title>x</title><p><div id="a"></div><b id="a">')).not.toEqual(
    [],
  )
})

/** Pages that are answers, or say what is wrong. */
const ANSWERS = [
  ['rows', '/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%205'],
  ['a graph', '/sparql?query=DESCRIBE%20%3Chttp%3A%2F%2Fa%2Fb%3E'],
  ['no query', '/sparql?query=SELEC'],
  ['no search', '/search?q=%22one'],
  ['a second page', '/search?page=2'],
  ['all that points here', '/person/joseph-stalin?page=2'],
  ['documents of a letter', '/document/?page=1'],
] as const

test.each([...PAGES, ...ANSWERS])('%s: %s', async (_, path) => {
  const response = await fetch(site.address + path, { headers: { Accept: 'text/html' } })
  expect(response.headers.get('content-type')).toMatch(/^text\/html/)
  expect(await faultsIn(await response.text())).toEqual([])
})

test('the report of a build', async () => {
  expect(await faultsIn(readFileSync(join(site.release, 'current/report/report.html'), 'utf8'))).toEqual([])
})
