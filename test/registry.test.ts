import { describe, expect, it } from 'vitest'
import {
  emptyRegistry,
  formatRegistry,
  parseRegistry,
  recordAlias,
  recordEnding,
  recordMerge,
  recordPublished,
  standingOf,
} from '../src/registry.ts'

const published = recordPublished(
  emptyRegistry,
  [
    { slug: 'wcda-7', key: 'wcda|7' },
    { slug: '19500514-a-note', key: 'wcda|a note|1950-05-14' },
  ],
  '2026-01-02',
  'aaaaaaaaaaaa',
)

describe('the registry', () => {
  it('is the same after writing and reading, whatever stands in its cells', () => {
    const registry = recordEnding(published, 'wcda-7', {
      status: 'withdrawn',
      reason: 'the folder, "old scans",\nis gone',
      label: ' A note ',
      ended: '2026-02-03',
    })
    const { registry: read, problems } = parseRegistry(formatRegistry(registry))
    expect(problems).toEqual([])
    expect(read).toEqual(registry)
  })

  it('is written in the order of the slugs, not in that of the rows', () => {
    const backwards = new Map([...published].reverse())
    expect(formatRegistry(backwards)).toBe(formatRegistry(published))
    expect(
      formatRegistry(published)
        .split('\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['slug', '19500514-a-note', 'wcda-7', ''])
  })

  it('leaves out rows that cannot be used and says which', () => {
    const csv = [
      'slug,status,key,target',
      'a,published,k,',
      ',published,k2,',
      'b,gone,k3,',
      'c,published,,',
      'd,alias,,',
      'a,published,k4,',
    ].join('\n')
    const { registry, problems } = parseRegistry(csv, 'registry.csv')
    expect([...registry.keys()]).toEqual(['a'])
    expect(registry.get('a')?.key).toBe('k')
    expect(problems.map(({ line, path }) => [line, path])).toEqual([3, 4, 5, 6, 7].map((n) => [n, 'registry.csv']))
  })

  it('keeps the first publication when a document goes and comes back', () => {
    const gone = recordEnding(published, 'wcda-7', {
      status: 'withdrawn',
      reason: 'gone',
      label: 'Seven',
      ended: '2026-02-03',
    })
    const back = recordPublished(gone, [{ slug: 'wcda-7', key: 'wcda|7' }], '2026-03-04', 'bbbbbbbbbbbb')
    expect(back.get('wcda-7')).toEqual(published.get('wcda-7'))
  })

  it('keeps down what a person took down', () => {
    const ending = { status: 'taken-down', reason: 'a request', label: 'Seven', ended: '2026-02-03' } as const
    const down = recordEnding(published, 'wcda-7', ending)
    expect(recordPublished(down, [{ slug: 'wcda-7', key: 'wcda|7' }], '2026-03-04', 'b').get('wcda-7')).toMatchObject(
      ending,
    )
  })

  it('puts no tombstone on what was never published', () => {
    const ending = { status: 'withdrawn', reason: 'r', label: 'l', ended: '2026-02-03' } as const
    expect(recordEnding(published, 'unknown', ending)).toBe(published)
  })

  it('follows aliases and merges to the document that answers, and no circle for ever', () => {
    const moved = recordMerge(recordAlias(published, '19500514-a-note', 'wcda-6'), 'wcda-6', 'wcda-7')
    expect(standingOf(moved, '19500514-a-note')?.slug).toBe('wcda-7')
    expect(standingOf(recordMerge(moved, 'wcda-7', 'wcda-6'), 'wcda-6')).toBeUndefined()
    expect(standingOf(moved, 'unknown')).toBeUndefined()
  })

  it('does not change in place', () => {
    const before = formatRegistry(published)
    recordAlias(published, 'wcda-7', 'wcda-8')
    recordPublished(published, [{ slug: 'x', key: 'y' }], '2026-01-01', 'v')
    expect(formatRegistry(published)).toBe(before)
  })
})
