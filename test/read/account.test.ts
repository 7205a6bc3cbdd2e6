/** What was read, in numbers. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accountOf, bothAccounts, nothingRead } from '../../src/read/account.ts'
import { readText } from './context.ts'

const fixture = (name: string) => readText(readFileSync(`test/fixtures/${name}/input.txt`, 'utf8'))

test('a page counts as a document with its fields and zones, a list by its rows, another file as nothing', () => {
  const page = accountOf(fixture('read-page'))
  expect(page).toMatchObject({ forms: ['page'], documents: 1, rows: 0 })
  expect(page.fields).toBeGreaterThan(8)
  expect(page.zones).toContain('body')
  const list = accountOf(fixture('read-listing'))
  expect(list).toMatchObject({ forms: ['listing'], documents: 0 })
  expect(list.rows).toBeGreaterThan(1)
  expect(accountOf(readText('two eggs'))).toEqual(nothingRead)
  expect(bothAccounts(page, list)).toMatchObject({ forms: ['listing', 'page'], documents: 1, rows: list.rows })
})
