/** What an address of a search keeps when something is chosen, or not chosen any more. */
import { expect, test } from 'vitest'
import { searchAddress, withValue } from '../../src/pages/search-address.ts'

const state = { q: 'rain', chosen: { person: ['kim'] }, role: 'sender', page: 3 }

test.each([
  [
    'another: the role stays with the first',
    withValue(state, 'person', 'mao', true),
    'person=kim&person=mao&role=sender',
  ],
  ['the first gone: its role goes', withValue(state, 'person', 'kim', false), undefined],
  [
    'the second gone: the role stays',
    withValue({ ...state, chosen: { person: ['kim', 'mao'] } }, 'person', 'mao', false),
    'person=kim&role=sender',
  ],
  [
    'the first of two gone: the other is not in its role',
    withValue({ ...state, chosen: { person: ['kim', 'mao'] } }, 'person', 'kim', false),
    'person=mao',
  ],
  ['something else', withValue(state, 'type', 'note', true), 'person=kim&type=note&role=sender'],
])('%s', (_, next, query) => {
  expect(searchAddress('', next)).toBe(`/search?q=rain${query === undefined ? '' : `&${query}`}`)
})
