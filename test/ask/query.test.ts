/** The query of a question: every condition in it, and no word of somebody else outside a string. */
import { Store } from 'oxigraph'
import { describe, expect, test } from 'vitest'
import { commentOf, expressionOf, wordsOf } from '../../src/ask/literal.ts'
import { plainText } from '../../src/ask/question.ts'
import { parse } from '../../src/engine/query.ts'
import { expand } from '../../src/engine/words/expand.ts'
import { asked } from './sample.ts'

const store = new Store()
const HOSTILE = [
  '"',
  '\\',
  '\\"',
  '\\u0022 } # ',
  '\\U00000022 . ?s ?p ?o . FILTER("',
  'a\\\\u0022b',
  '" } UNION { ?s ?p ?o } #',
  '"""; DROP ALL # ',
  "'''",
  '\n} # \r',
  '\u0000\u0007\u0085',
  '\u2028}\u2029',
  '\u202e drow',
  '\ud800x',
  '<script>alert(1)</script>',
  '?x $y {{}} @en ^^xsd:date',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: somebody may write it
  '%s ${x} #',
  'é 𝒳 Ж 中 毛泽东',
  '?document <http://a/> ?o }',
  'x'.repeat(10_000),
]

describe.each(HOSTILE)('%j', (text) => {
  // Nothing is left of it, and so nothing is asked with it.
  const isBlank = plainText(text) === ''

  test('is a string with just this value', () => {
    const found = store.query(`SELECT (${expressionOf(text)} AS ?x) {}`) as Map<string, { value: string }>[]
    expect(found[0]?.get('x')?.value).toBe(text.replace(/[\p{Cc}\p{Cs}]/gu, ' '))
    expect(wordsOf(text)).not.toMatch(/\\u/i)
    expect(commentOf(text)).not.toMatch(/[\n\r\\\u2028\u202e]/)
  })

  /** The query, every string in it put aside. */
  const skeleton = (query: string) =>
    query
      .replace(/^#.*/, '#')
      .replace(/CONCAT\(("(?:[^"\\]|\\.)*"(?:, )?)+\)/g, '""')
      .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
  const places: Readonly<Record<string, (value: string) => Record<string, string>>> = {
    name: (value) => ({ '1': 'sender', '1.named': value, '1.show': 'on' }),
    'absent name': (value) => ({ '1': 'sender', '1.mode': 'no', '1.named': value }),
    words: (value) => ({ '1': 'words', '1.words': value }),
    text: (value) => ({ '1': 'dcterms:title', '1.words': value }),
    'exact text': (value) => ({ '1': 'dcterms:title', '1.match': 'is', '1.words': value }),
    'name that no index has': (value) => ({ '1': 'hasReferenceNumber', '1.named': value }),
  }

  test.each(Object.keys(places))('changes nothing but a string: %s', (place) => {
    const query = (value: string) => asked(new URLSearchParams({ find: 'Document', ...places[place]?.(value) })).query
    const made = query(text)
    expect(made.split('\n')[0]).toMatch(/^# /)
    if (isBlank) return
    expect(skeleton(made)).toBe(skeleton(query('x')))
    expect(parse(made, 'http://a/').type).toBe('query')
    const searched: string[] = []
    const expanded = expand(made, 'http://a/', (_shelf, words) => {
      searched.push(words)
      return { hits: [], isWhole: true }
    })
    expect(expanded).toBeDefined()
    expect(store.query(expanded ?? '')).toEqual([])
    expect(searched.length).toBe(['name', 'absent name', 'words'].includes(place) ? 1 : 0)
  })

  test('has no place elsewhere', () => {
    for (const key of ['order', 'limit', 'rows', '1.mode', '1.kind', '1.of', '1.match', 'down', '2.of', '2.kind'])
      expect(
        skeleton(
          asked(new URLSearchParams({ find: 'Document', '1': 'sender', '2': 'dcterms:type', [key]: text })).query,
        ),
      ).not.toContain('UNION')
    for (const key of ['find', '1', '1.1', ...(isBlank ? [] : ['1.1.from'])])
      expect(() =>
        asked(new URLSearchParams({ find: 'Document', '1': 'reportsAct', '1.1': 'date', [key]: text })),
      ).toThrow()
  })
})

describe('a query', () => {
  const body = (parameters: string) =>
    asked(parameters)
      .query.split('\n')
      .slice(2)
      .filter((line) => !line.startsWith('PREFIX'))
      .join('\n')
      .trim()

  test('is written as one would write it', () => {
    expect(asked('find=Telegram&1=sender&1.named=Filippov&1.show=on').query).toBe(`# Telegram: sender “Filippov”

PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX dip: <https://w3id.org/diplomacy/ontology#>
PREFIX dipf: <https://w3id.org/diplomacy/function#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT DISTINCT ?telegram ?title ?sender WHERE {
  ?telegram a dip:Telegram .
  ?telegram dcterms:title ?title .
  ?theSender dipf:named "Filippov" .
  ?telegram dip:sender ?theSender .
  ?theSender skos:prefLabel ?sender .
}
ORDER BY ?title ?sender
LIMIT 100`)
  })

  test('goes a step further, and says of the same thing what belongs together', () => {
    expect(
      body('find=Document&1=reportsAct&1.kind=RequestAct&1.1=actor&1.1.named=Kim&1.2=actAddressee&1.2.named=Stalin'),
    ).toContain(`
  ?document dip:reportsAct ?theAct .
  ?theAct a dip:RequestAct .
  ?theActor dipf:named "Kim" .
  ?theAct dip:actor ?theActor .
  ?theActAddressee dipf:named "Stalin" .
  ?theAct dip:actAddressee ?theActAddressee .
}`)
  })

  test('asks for what is not there, and shows what may be there', () => {
    const made = body('find=Document&1=addressee&1.mode=no&2=sender&2.mode=may&2.show=on')
    expect(made).toContain('FILTER NOT EXISTS { ?document dip:addressee ?theAddressee }')
    expect(made).toContain('OPTIONAL {\n    ?document dip:sender ?theSender .\n')
    expect(body('find=Document&1=isStub&1.of=no')).toContain('FILTER NOT EXISTS { ?document dip:isStub true }')
  })

  test('takes narrower concepts with a concept, and its whole fonds with a file', () => {
    expect(body('find=Document&1=dcterms:type&1.of=telegram')).toContain(
      'dcterms:type/skos:broader* documentType:telegram',
    )
    expect(body('find=Document&1=archivalUnit&1.named=0102')).toContain(
      '?document dip:archivalUnit/dip:withinUnit* ?the',
    )
    expect(body('find=Document&1=archivalUnit&1.show=on')).toContain('?document dip:archivalUnit ?the')
  })

  test('counts, and puts several values into one cell', () => {
    expect(body('find=Document&1=sender&1.show=on&rows=count')).toMatch(
      /^SELECT \?sender \(COUNT\(DISTINCT \?document\) AS \?documents\)[\s\S]*GROUP BY \?sender\nORDER BY DESC\(\?documents\) \?sender/,
    )
    expect(asked('find=Document&1=sender&1.show=on&rows=one&addresses=on').columns).toEqual([
      'document',
      'title',
      'sender',
      'senderAddress',
    ])
  })

  test('is ordered by a column that there is', () => {
    expect(body('find=Document&1=date&1.show=on&order=date&down=on')).toContain('ORDER BY DESC(?date)')
    expect(body('find=Document&1=date&1.show=on&order=sender')).toContain('ORDER BY ?title ?date')
    expect(body('find=Document&limit=all')).not.toContain('LIMIT')
  })

  test.each([['uploadedOn', '"2011-11-01"^^xsd:date', '"2011-11-30"^^xsd:date']])(
    'compares days: %s',
    (name, first, last) => {
      const made = body(`find=Document&1=hasEdition&1.1=${name}&1.1.from=2011-11&1.1.to=2011-11`)
      expect(made).toContain(`FILTER(?${name} >= ${first} && ?${name} <= ${last})`)
    },
  )
})
