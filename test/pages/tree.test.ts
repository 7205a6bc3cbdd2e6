import { expect, test } from 'vitest'
import { type Branch, branchesOf } from '../../src/pages/tree.tsx'

const rows = (...names: readonly (readonly [slug: string, label: string])[]) =>
  names.map(([slug, label]) => ({ slug, label }))
const shape = (branches: readonly Branch[]): unknown =>
  branches.map(({ label, branches: inner }) => (inner.length === 0 ? label : [label, shape(inner)]))

test('units stand on those that hold them, and say what they add', () => {
  const units = rows(
    ['avprf-f01', 'AVPRF, fonds 01'],
    ['avprf-f01-op2', 'AVPRF, fonds 01, opis 2'],
    ['avprf-f01-op2-p3', 'AVPRF, fonds 01, opis 2, papka 3'],
    ['avprf-f01-op20', 'AVPRF, fonds 01, opis 20'],
    ['avprf-f010', 'AVPRF, fonds 010'],
  )
  expect(shape(branchesOf(units, '-'))).toEqual([
    ['AVPRF, fonds 01', [['opis 2', ['papka 3']], 'opis 20']],
    'AVPRF, fonds 010',
  ])
})

test('a subject that is no subdivision stands for itself', () => {
  const subjects = rows(
    ['korea', 'Korea'],
    ['korea--history', 'Korea--History'],
    ['korea-north', 'Korea (North)'],
    ['korea-north--history', 'Korea (North)--History'],
  )
  expect(shape(branchesOf(subjects, '--'))).toEqual([
    ['Korea', ['History']],
    ['Korea (North)', ['History']],
  ])
})

test('a list that is no tree stays as it is', () => {
  const people = rows(['kim', 'Kim'], ['kim-il-sung', 'Kim Il Sung'])
  expect(shape(branchesOf(people, ' '))).toEqual(['Kim', 'Kim Il Sung'])
})
