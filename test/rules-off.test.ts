import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigurationError, loadSettings } from '../src/config.ts'
import { convert } from '../src/publish.ts'
import { textRules } from '../src/text/index.ts'

const TELEGRAM = `Top Secret
Issuing No. 71
Sent on 5:30 am, 14 May 1950
CIPHERED TELEGRAM
Destination: PEKING   To Whom: SovAmbassador

Cde. Ivanov asked me to send two engineers. I thanked Cde. Ivanov for the books. I met Cde. Petrov in Moscow.

VYSHINSKY
`
let folder: string
let input: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
  input = join(folder, 'telegram.txt')
  writeFileSync(input, TELEGRAM)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Names of the rules that statements of the extracted graph rest on, with the settings of a configuration file. */
async function rulesUsed(configuration: object): Promise<Set<string>> {
  writeFileSync(join(folder, 'dragoman.config.json'), JSON.stringify(configuration))
  const { settings } = loadSettings({ beside: [input], environment: {} })
  const { quads } = await convert([input], { settings })
  const used = quads.filter(
    ({ predicate, graph }) => predicate.value.endsWith('#extractedBy') && graph.value.includes('/graph/extracted/'),
  )
  return new Set(used.map(({ object }) => object.value.split('/').at(-1) ?? ''))
}

describe('rulesOff', () => {
  test('a rule that is switched off finds nothing, and the others what they found', async () => {
    const all = await rulesUsed({})
    expect([...all].sort()).toEqual([
      'honorific-and-name',
      'meeting-with',
      'name-known-in-text',
      'place-named',
      'request-verb',
      'thanks-verb',
    ])
    const off = ['meeting-with', 'place-named', 'request-verb']
    expect(await rulesUsed({ rulesOff: off })).toEqual(
      new Set(['honorific-and-name', 'name-known-in-text', 'thanks-verb']),
    )
  })

  test('with every rule off, running text says nothing', async () =>
    expect(await rulesUsed({ rulesOff: textRules.map(({ name }) => name) })).toEqual(new Set()))

  test('a name that no rule has is an error that names the nearest', async () => {
    const run = rulesUsed({ rulesOff: ['thanks-verbs'] })
    await expect(run).rejects.toThrow(ConfigurationError)
    await expect(run).rejects.toThrow('"thanks-verbs", and there is none; the nearest is thanks-verb')
  })

  test('is a list in the file and words with commas between in a flag', () => {
    const { settings } = loadSettings({ environment: {}, flags: { rulesOff: 'thanks-verb, request-verb' } })
    expect(settings.rulesOff).toEqual(['request-verb', 'thanks-verb'])
    expect(() => loadSettings({ environment: { DRAGOMAN_RULES_OFF: 'a,,b' } })).not.toThrow()
    writeFileSync(join(folder, 'dragoman.config.json'), '{"rulesOff": [3]}')
    expect(() => loadSettings({ environment: {}, beside: [input] })).toThrow('has to be a list of names')
  })
})
