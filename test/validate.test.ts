import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad as RdfQuad } from '@rdfjs/types'
import { Parser, type Quad } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLine } from '../src/rdf/canonical.ts'
import { tripleLine } from '../src/rdf/nquads.ts'
import { rdf } from '../src/rdf/vocabulary/rdf.ts'
import { sh } from '../src/rdf/vocabulary/sh.ts'
import {
  checkShapes,
  createValidator,
  loadShapes,
  reportQuads,
  reportTurtle,
  startValidator,
} from '../src/validate/index.ts'

const PREFIXES = `
  @prefix sh: <http://www.w3.org/ns/shacl#> .
  @prefix : <https://example.org/> .
`
const parse = (turtle: string): Quad[] => new Parser().parse(PREFIXES + turtle)

const shapes = parse(`
  :Letter a sh:NodeShape ; sh:targetClass :Letter ; sh:property :Letter-sender, :Letter-date, :Letter-note .
  :Letter-sender sh:path :sender ; sh:minCount 1 ; sh:class :Person ; sh:message "Name the sender."@en .
  :Letter-date sh:path :date ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "Give the date."@en .
  :Letter-note sh:path :note ; sh:maxCount 0 ; sh:severity sh:Info ; sh:message "Look at the note."@en .
`)
const validator = createValidator(shapes)

describe('a validator', () => {
  test('gives what each shape found as plain values', async () => {
    const { conforms, results } = await validator.validate(parse(':b a :Letter ; :sender "Nam Il"@en ; :date 1957 .'))
    expect(conforms).toBe(false)
    expect(results).toEqual([
      {
        focusNode: 'https://example.org/b',
        path: 'https://example.org/sender',
        value: 'Nam Il',
        literal: { datatype: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString', language: 'en' },
        severity: 'error',
        message: 'Name the sender.',
        shape: 'https://example.org/Letter-sender',
        component: 'http://www.w3.org/ns/shacl#ClassConstraintComponent',
      },
    ])
  })

  test('conforms with warnings and remarks', async () => {
    const { conforms, results } = await validator.validate(
      parse(':a a :Letter ; :sender :n ; :note "?" . :n a :Person .'),
    )
    expect(conforms).toBe(true)
    expect(results.map(({ severity }) => severity)).toEqual(['warning', 'info'])
  })

  test('looks the context up, but does not judge it', async () => {
    const quads = parse(':a a :Letter ; :sender :n ; :date 1957 .')
    const context = parse(':n a :Person . :c a :Letter .')
    expect((await validator.validate(quads)).conforms).toBe(false)
    expect((await validator.validate(quads, context)).results).toEqual([])
    expect((await validator.validate([...quads, ...context])).conforms).toBe(false)
  })

  test('gives the same report whatever the order of the quads, and after other graphs', async () => {
    const quads = parse(':b a :Letter . :a a :Letter ; :note "x", "y" .')
    const report = await validator.validate(quads)
    expect(report.results).toHaveLength(5)
    expect(await validator.validate(quads.toReversed())).toEqual(report)
  })

  test('keeps graphs that are validated at once apart', async () => {
    const reports = await Promise.all(
      ['a', 'b'].map((name) => validator.validate(parse(`:${name} a :Letter ; :sender :n . :n a :Person .`))),
    )
    expect(reports.map(({ results }) => results.map(({ focusNode }) => focusNode))).toEqual([
      ['https://example.org/a'],
      ['https://example.org/b'],
    ])
  })

  test('judges the same in a thread of its own, in the order in which it is asked', async () => {
    const folder = join(import.meta.dirname, '../shapes')
    const inGraph = ['a', 'b'].map((name) => [
      readLine(
        `<https://example.org/${name}> <${rdf.type.value}> <https://w3id.org/diplomacy/ontology#DiplomaticAct> <urn:g> .`,
      ),
    ])
    const here = createValidator(loadShapes(folder).shapes)
    const beside = startValidator(folder)
    const reports = await Promise.all(inGraph.map((quads) => beside.validate(quads)))
    expect(reports).toEqual(await Promise.all(inGraph.map((quads) => here.validate(quads))))
    expect(reports.map(({ results }) => results[0]?.focusNode)).toEqual([
      'https://example.org/a',
      'https://example.org/b',
    ])
    await beside.stop()
  })

  test('takes an unknown severity as an error', async () => {
    const strict = createValidator(parse(':S sh:targetNode :a ; sh:nodeKind sh:Literal ; sh:severity :Grave .'))
    expect((await strict.validate([])).conforms).toBe(false)
  })
})

describe('a report in SHACL', () => {
  test('has IRIs for itself and its results, and the values as they were', async () => {
    const report = await validator.validate(parse(':b a :Letter ; :sender "Nam Il"@en, :n, 7 ; :date 1957 .'))
    const quads = reportQuads(report, 'https://example.org/report')
    expect(quads.filter(({ subject }) => subject.termType === 'BlankNode')).toEqual([])
    expect(new Set(quads.map(({ subject }) => subject.value))).toEqual(
      new Set(['', '#result-1', '#result-2', '#result-3'].map((part) => `https://example.org/report${part}`)),
    )
    const [conforms] = quads.filter(({ predicate }) => predicate.equals(sh.conforms))
    expect(conforms?.object.value).toBe('false')
    const values = quads.filter(({ predicate }) => predicate.equals(sh.value)).map(({ object }) => object)
    const expected = parse(':b :sender "Nam Il"@en, :n, 7 .').map(({ object }) => object)
    expect(values).toHaveLength(3)
    for (const term of expected) expect(values.some((value) => value.equals(term))).toBe(true)
  })

  test('is the same as Turtle in pieces, however many results there are', async () => {
    const letters = Array.from({ length: 600 }, (_, i) => `:letter${i} a :Letter ; :sender 7 .`).join('\n')
    const report = await validator.validate(parse(letters))
    expect(report.results.length).toBeGreaterThan(1000)
    const pieces = [...reportTurtle(report.results, 'https://example.org/report')]
    expect(pieces.length).toBeGreaterThan(3)
    const canonical = (quads: readonly RdfQuad[]) => quads.map(tripleLine).sort()
    const written = new Parser().parse(pieces.join(''))
    expect(canonical(written)).toEqual(canonical(reportQuads(report, 'https://example.org/report')))
  })
})

describe('shapes that the engine would pass over', () => {
  test.each([
    ['SPARQL constraints', ':S sh:sparql :constraint .', 'sh:sparql'],
    ['SPARQL targets', ':S sh:target :letters .', 'sh:target'],
    ['rules', ':S sh:rule :rule .', 'sh:rule'],
    ['misspelt terms', ':S sh:minCuont 1 .', 'sh:minCuont'],
  ])('%s are problems', (_, turtle, term) => {
    const [found, ...more] = checkShapes(parse(turtle))
    expect(found?.code).toBe('shapes-unsupported')
    expect(found?.message).toContain(`https://example.org/S uses ${term},`)
    expect(more).toEqual([])
  })

  test('shapes in SHACL Core are not', () => {
    expect(checkShapes(shapes)).toEqual([])
  })
})

describe('loading shapes', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dragoman-shapes-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('an empty or missing folder is a problem', () => {
    const paths = [folder, join(folder, 'missing')]
    expect(paths.flatMap((path) => loadShapes(path).problems).map(({ code, path }) => [code, path])).toEqual(
      paths.map((path) => ['shapes-unreadable', path]),
    )
  })

  test('a mistake in the Turtle is told with file and line, and the other files are read', () => {
    writeFileSync(join(folder, 'a.ttl'), `${PREFIXES}:S a sh:NodeShape .`)
    writeFileSync(join(folder, 'b.ttl'), '@prefix : <https://example.org/> .\n\n:S :p ; ] .\n')
    const { shapes: read, problems } = loadShapes(folder)
    expect(read).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'shapes-unreadable', path: join(folder, 'b.ttl'), line: 3 }])
  })
})
