/** The report: in which order it says things, that the page is well made, and that it stays small. */
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type Problem, problem } from '../../src/problem.ts'
import { groupProblems } from '../../src/release/problem-groups.ts'
import { type BuildReport, inputsCsv, problemsCsv, type ReportedInput } from '../../src/release/report.ts'
import { reportHtml } from '../../src/release/report-page.ts'

const iri = (slug: string) => `https://data.example.org/id/document/${slug}`
const about = (slug: string, line = 1) => ({ path: `${slug}.txt`, line, document: iri(slug) })
const unread = (slug: string, words: string, line = 1) => problem('text-not-understood', { words }, about(slug, line))
const undated = (slug: string) => problem('date-missing', {}, about(slug))
const wrongDate = (slug: string, words: string) => problem('date-not-understood', { words }, about(slug))

const input = (slug: string, more: Partial<ReportedInput> = {}): ReportedInput => ({
  path: `${slug}.txt`,
  outcome: 'published',
  documents: [slug],
  problems: 0,
  account: { forms: ['page'], documents: 1, rows: 0, fields: 12, zones: ['body', 'signature'], notUnderstood: 2 },
  shown: [{ iri: iri(slug), title: `Telegram ${slug}` }],
  ...more,
})
const report = (more: Partial<BuildReport> = {}): BuildReport => ({
  ...{ title: 'Ours', documents: 2, inputs: [input('a'), input('b')], stale: [], withdrawn: [], problems: [] },
  names: { count: 0, first: [] },
  ...more,
})

describe('problems', () => {
  const problems: Problem[] = [
    unread('a', 'MFA'),
    unread('b', 'MFA'),
    unread('c', 'Copy'),
    undated('a'),
    wrongDate('a', 'Mayy 3'),
    wrongDate('b', '3.XIII.50'),
    problem('input-empty', {}, { path: 'd.txt' }),
  ]

  it('come errors first, then what concerns most documents; equal ones are together', () => {
    const groups = groupProblems(problems)
    expect(groups.map(({ code, documents, count }) => [code, documents, count])).toEqual([
      ['input-empty', 1, 1],
      ['date-not-understood', 2, 2],
      ['date-missing', 1, 1],
      ['text-not-understood', 3, 3],
    ])
    expect(groups[3]?.variants.map(({ facts, documents }) => [facts, documents])).toEqual([
      [['MFA'], 2],
      [['Copy'], 1],
    ])
    expect(groupProblems(problems.toReversed())).toEqual(groups)
  })

  it('are a table in the same order, each with how many documents have the same', () => {
    const rows: Record<string, string>[] = parse([...problemsCsv(problems)].join(''), { columns: true })
    expect(rows.map(({ severity, file, documents }) => [severity, file, documents])).toEqual([
      ['error', 'd.txt', '1'],
      ['warning', 'b.txt', '1'],
      ['warning', 'a.txt', '1'],
      ['warning', 'a.txt', '1'],
      ['info', 'a.txt', '2'],
      ['info', 'b.txt', '2'],
      ['info', 'c.txt', '1'],
    ])
  })
})

it('quotes are doubled in the tables', () => {
  const [, line] = [...problemsCsv([problem('name-unplaced', { name: 'Q, "R"' })])].join('').split('\r\n')
  expect(line).toMatch(/^info,name-unplaced,,,,"The name “Q, ""R""” is in no authority file\. .*",1$/)
})

describe('the page', () => {
  it('says what was read, with links, and what conflicts or was not understood, with its line and words', () => {
    const page = reportHtml(
      report({
        problems: [
          unread('a', 'MFA <USSR> & "more"', 7),
          problem('date-conflict', { dates: '1 May; 2 May' }, about('b')),
        ],
        inputs: [input('a'), input('b', { outcome: 'partly', problems: 1 })],
      }),
    )
    expect(page).toContain('2 documents published from 2 inputs')
    expect(page).toContain(`<a href="${iri('a')}">Telegram a</a>`)
    expect(page).toContain('<q>MFA &lt;USSR&gt; &amp; &quot;more&quot;</q>')
    expect(page).toContain('<code>a.txt:7</code>')
    expect(page).toContain('<q>1 May; 2 May</q>')
    expect(page.indexOf('b.txt</code></td>')).toBeLessThan(page.indexOf('a.txt</code></td>'))
  })

  it('says that there is nothing to do, and why nothing was published', () => {
    expect(reportHtml(report())).toContain('Nothing: everything was read and understood.')
    expect(reportHtml(report({ refusal: 'Too much would go.' }))).toContain('Nothing was published. Too much would go.')
  })

  it('is well formed: elements are closed, ids stand once, links inside lead somewhere, and there is no script', () => {
    const problems = [undated('a'), unread('b', 'X'), problem('input-empty', {}, { path: 'd.txt' })]
    const stale = [{ document: iri('s'), version: '0123456789ab' }]
    const names = { count: 1, first: [{ kind: 'person', label: 'Falk', documents: 2, near: ['person/otto-falk'] }] }
    const page = reportHtml(report({ problems, stale, withdrawn: [iri('w')], names }))
    const open: string[] = []
    for (const [, end, name = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g))
      if (end === '/') expect(open.pop()).toBe(name)
      else if (!['meta', 'br'].includes(name)) open.push(name)
    expect(open).toEqual([])
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...page.matchAll(/ (?:href="#|aria-labelledby=")([^"]+)"/g)].map(([, id]) => id)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
    expect(page).not.toMatch(/<script|<link|src=|@import|url\(|https?:\/\/(?!data\.example\.org)/)
  })

  it('stays small with ten thousand documents, and leads to the tables for the whole', () => {
    const slugs = Array.from({ length: 10_500 }, (_, index) => `doc-${index}`)
    const problems = slugs.flatMap((slug, index) => [
      undated(slug),
      unread(slug, `words of page ${index}`.repeat(20)),
      wrongDate(slug, String(index % 7)),
    ])
    const inputs = slugs.map((slug) => input(slug))
    const page = reportHtml(report({ problems, inputs, documents: slugs.length }))
    expect(page.length).toBeLessThan(100_000)
    expect(page).toContain('10\u202f500 documents published from 10\u202f500 inputs')
    expect(page).toMatch(/and 10\u202f492 more in <a href="problems.csv">/)
    expect(page).toMatch(/and 10\u202f440 more in <a href="inputs.csv">/)
  })
})

it('the table of inputs has one line for each document, and one for an input that gave none', () => {
  const { account: _, ...none } = input('c', { outcome: 'rejected', documents: [], shown: [] })
  const two = input('l', { shown: [{ iri: iri('x') }, { iri: iri('y'), title: 'Note, with a comma' }] })
  const rows: Record<string, string>[] = parse([...inputsCsv([two, none])].join(''), { columns: true })
  expect(rows.map(({ file, outcome, document, title, zones }) => [file, outcome, document, title, zones])).toEqual([
    ['l.txt', 'published', iri('x'), '', 'body | signature'],
    ['l.txt', 'published', iri('y'), 'Note, with a comma', 'body | signature'],
    ['c.txt', 'rejected', '', '', ''],
  ])
})
