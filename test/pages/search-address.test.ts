/** What an address of a search keeps when something is chosen, or not chosen any more. */
import { expect, test } from 'vitest'
import { searchAddress, withValue } from '../../src/pages/search-address.ts'

const state = { q: 'rain', chosen: { person: ['kim'] }, roles: ['sender'], page: 3 }

test.each([
  [
    'another: the role stays with the first',
    withValue(state, 'person', { key: 'mao' }, true),
    'person=kim&person=mao&role=sender',
  ],
  ['the first gone: its role goes', withValue(state, 'person', { key: 'kim' }, false), undefined],
  [
    'the second gone: the role stays',
    withValue({ ...state, chosen: { person: ['kim', 'mao'] } }, 'person', { key: 'mao' }, false),
    'person=kim&role=sender',
  ],
  [
    'the first of two gone: the other is not in its role',
    withValue({ ...state, chosen: { person: ['kim', 'mao'] } }, 'person', { key: 'kim' }, false),
    'person=mao',
  ],
  [
    'another in a role',
    withValue(state, 'person', { key: 'mao', role: 'addressee' }, true),
    'person=kim&person=mao&role=sender&role=addressee',
  ],
  [
    'the second in a role, the first in any',
    withValue({ ...state, roles: [] }, 'person', { key: 'mao', role: 'addressee' }, true),
    'person=kim&person=mao&role=&role=addressee',
  ],
  [
    'a person in any role, a place in one that no person has',
    withValue({ ...state, roles: [] }, 'place', { key: 'moscow', role: 'origin' }, true),
    'person=kim&place=moscow&role=origin',
  ],
  [
    'the first in a role gone: the second keeps its own',
    withValue(
      { ...state, chosen: { person: ['kim', 'mao'] }, roles: ['sender', 'addressee'] },
      'person',
      { key: 'kim' },
      false,
    ),
    'person=mao&role=addressee',
  ],
  ['something else', withValue(state, 'type', { key: 'note' }, true), 'person=kim&type=note&role=sender'],
])('%s', (_, next, query) => {
  expect(searchAddress('', next)).toBe(`/search?q=rain${query === undefined ? '' : `&${query}`}`)
})
