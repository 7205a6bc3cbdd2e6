import { expect, test } from 'vitest'
import { type Answer, type Engine, EngineError, type QueryOptions } from '../../src/engine/engine.ts'
import { createAnswers } from '../../src/serve/answers.ts'

const TYPES = { bindings: 'text/csv', boolean: 'text/csv', graph: 'text/turtle' }

/** An engine whose queries are answered, or fail, when the test says so. */
function setUp(most = 1e6) {
  const asked: {
    readonly text: string
    readonly options: QueryOptions
    readonly start: () => void
    readonly answer: (body: string, isRepeatable?: boolean) => void
    readonly fail: (error: EngineError) => void
  }[] = []
  const engine: Pick<Engine, 'query'> = {
    query: (text, options) =>
      new Promise<Answer>((resolve, fail) => {
        options.signal?.addEventListener('abort', () => fail(new EngineError('aborted', 'Gone.')))
        const answer = (body: string, isRepeatable = true) =>
          resolve({ form: 'select', mediaType: 'text/csv', body: new TextEncoder().encode(body), isRepeatable })
        asked.push({ text, options, start: () => options.onStart?.(), answer, fail })
      }),
  }
  const answers = createAnswers(most)
  const ask = (text: string, options: Partial<QueryOptions> = {}) => {
    const answered = answers.ask(engine as Engine, text, { types: TYPES, ...options }).then(
      ({ representation }) => representation.body.toString('utf8'),
      (error) => error.code as string,
    )
    return answered
  }
  return { asked, ask, settled: () => new Promise((resolve) => setImmediate(resolve)) }
}

test('a question that is asked again is not run again', async () => {
  const { asked, ask } = setUp()
  const first = ask('q')
  await Promise.resolve()
  asked[0]?.answer('1')
  expect(await first).toBe('1')
  expect(await ask('q')).toBe('1')
  expect(asked).toHaveLength(1)
})

test('other words, forms, graphs or limits are other questions', async () => {
  const { asked, ask } = setUp()
  void ask('q')
  void ask('q ')
  void ask('q', { types: { ...TYPES, bindings: 'application/json' } })
  void ask('q', { defaultGraphs: ['g'] })
  void ask('q', { namedGraphs: ['g'] })
  void ask('q', { maxRows: 1 })
  expect(asked).toHaveLength(6)
})

test('what several ask at the same time is run once, and goes on when one of them goes', async () => {
  const { asked, ask, settled } = setUp()
  const going = new AbortController()
  const first = ask('q', { signal: going.signal })
  const second = ask('q', { signal: new AbortController().signal })
  going.abort()
  expect(await first).toBe('aborted')
  const third = ask('q')
  asked[0]?.answer('1')
  expect(await Promise.all([second, third])).toEqual(['1', '1'])
  await settled()
  expect(asked).toHaveLength(1)
})

test('it is stopped when the last has gone, and the next begins anew', async () => {
  const { asked, ask } = setUp()
  const going = new AbortController()
  const both = [ask('q', { signal: going.signal }), ask('q', { signal: going.signal })]
  going.abort()
  expect(await Promise.all(both)).toEqual(['aborted', 'aborted'])
  expect(asked[0]?.options.signal?.aborted).toBe(true)
  const next = ask('q')
  asked[1]?.answer('2')
  expect(await next).toBe('2')
})

test('errors are told to all who wait, and never kept', async () => {
  const { asked, ask } = setUp()
  const both = [ask('q'), ask('q')]
  asked[0]?.fail(new EngineError('timeout', 'Late.'))
  expect(await Promise.all(both)).toEqual(['timeout', 'timeout'])
  const next = ask('q')
  asked[1]?.answer('1')
  expect(await next).toBe('1')
})

test('each client waits for a turn of its own; the first that comes is for all', async () => {
  const { asked, ask } = setUp()
  const all = [ask('q', { client: 'greedy' }), ask('q', { client: 'other' }), ask('q', { client: 'other' })]
  expect(asked.map(({ options }) => options.client)).toEqual(['greedy', 'other'])
  asked[1]?.start()
  expect(asked[0]?.options.signal?.aborted).toBe(true)
  all.push(ask('q', { client: 'third' }))
  asked[1]?.answer('1')
  expect(await Promise.all(all)).toEqual(['1', '1', '1', '1'])
  expect(asked).toHaveLength(2)
})

test('it goes on for those of other clients when its own have gone', async () => {
  const { asked, ask } = setUp()
  const going = new AbortController()
  const [other, own] = [ask('q', { client: 'a' }), ask('q', { client: 'b', signal: going.signal })]
  asked[1]?.start()
  going.abort()
  expect(await own).toBe('aborted')
  expect(asked[1]?.options.signal?.aborted).toBe(false)
  asked[1]?.answer('1')
  expect(await other).toBe('1')
})

test('who asked too much does not take the answer from the others', async () => {
  const { asked, ask } = setUp()
  const [greedy, other] = [ask('q', { client: 'greedy' }), ask('q', { client: 'other' })]
  asked[0]?.fail(new EngineError('too-many-queries', 'Fewer.'))
  expect(await greedy).toBe('too-many-queries')
  asked[1]?.start()
  asked[1]?.answer('1')
  expect(await other).toBe('1')
})

test('what differs each time is run for each, and not kept', async () => {
  const { asked, ask } = setUp()
  void ask('SELECT (uuid() AS ?u) {}')
  void ask('SELECT (uuid() AS ?u) {}')
  expect(asked).toHaveLength(2)
  const once = ask('q')
  asked[2]?.answer('1', false)
  await once
  void ask('q')
  expect(asked).toHaveLength(4)
})

test('no more is kept than may be', async () => {
  const { asked, ask } = setUp(10_000)
  const once = async (text: string, body: string) => {
    const before = asked.length
    const answered = ask(text)
    asked[before]?.answer(body)
    await answered
    return asked.length > before
  }
  const long = 'x'.repeat(1000)
  for (const text of ['a', 'b', 'c', 'd', 'a', 'e']) await once(text, text === 'b' ? long.repeat(3) : long)
  // A quarter of the room is the most for one; the longest unused went first.
  expect([await once('a', long), await once('b', long), await once('c', long)]).toEqual([false, true, true])
})

test('no room, nothing kept', async () => {
  const { asked, ask } = setUp(0)
  for (const n of [0, 1]) {
    const answered = ask('q')
    asked[n]?.answer('1')
    await answered
  }
  expect(asked).toHaveLength(2)
})
