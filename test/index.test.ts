/** The names that a program which imports the package can rely on. */
import { expect, test } from 'vitest'
import * as dragoman from '../src/index.ts'

test('the package exports these names and no others', () => {
  expect(Object.keys(dragoman).sort()).toEqual([
    'ConfigurationError',
    'EngineError',
    'FORMATS',
    'LockedError',
    'SETTINGS',
    'convert',
    'createApp',
    'createEmbeddedEngine',
    'createGenerations',
    'createIris',
    'createRemoteEngine',
    'createValidator',
    'engineData',
    'formatByMediaType',
    'formatByName',
    'loadAuthority',
    'loadSettings',
    'loadShapes',
    'openRelease',
    'parse',
    'problemTable',
    'publish',
    'read',
    'reportQuads',
    'serialise',
  ])
})

test('an input is read and quads are parsed and serialised with these names alone', async () => {
  const { authority } = dragoman.loadAuthority(dragoman.SETTINGS.authorities.default)
  const context = { maxInputSize: dragoman.SETTINGS.maxInputSize.default, authority }
  const found: string[] = []
  for await (const { problems } of dragoman.read({ path: 'page', bytes: new Uint8Array() }, context))
    found.push(...problems.map(({ code }) => code))
  expect(found).toEqual(['input-empty'])
  const quads = await dragoman.parse('<https://example.org/a> a <https://example.org/B> .', 'turtle')
  expect(dragoman.serialise(quads, 'ntriples')).toBe(
    '<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/B> .\n',
  )
})
