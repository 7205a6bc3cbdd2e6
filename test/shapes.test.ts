/** Every shape has an example that conforms and, for each thing it can find, one that it finds. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Parser, Store } from 'n3'
import { describe, expect, test } from 'vitest'
import { dip } from '../src/rdf/vocabulary/dip.ts'
import { rdf } from '../src/rdf/vocabulary/rdf.ts'
import { rdfs } from '../src/rdf/vocabulary/rdfs.ts'
import { sh } from '../src/rdf/vocabulary/sh.ts'
import { createValidator, loadShapes } from '../src/validate/index.ts'

const SHAPES = 'https://w3id.org/diplomacy/shapes#'
const EXAMPLES = join(import.meta.dirname, 'shapes')

const { shapes, problems } = loadShapes(join(import.meta.dirname, '../shapes'))
const graph = new Store([...shapes])
const validator = createValidator(shapes)

const namesIn = (folder: string): string[] => readdirSync(join(EXAMPLES, folder)).map((file) => basename(file, '.ttl'))
const validate = (folder: string, name: string) =>
  validator.validate(new Parser().parse(readFileSync(join(EXAMPLES, folder, `${name}.ttl`), 'utf8')))
const named = (predicate: { readonly value: string }): string[] =>
  graph.getSubjects(predicate.value, null, null).map(({ value }) => value.replace(SHAPES, ''))
const severities = { error: sh.Violation, warning: sh.Warning, info: sh.Info }

const targeted = ['targetClass', 'targetSubjectsOf'].flatMap((name) => named({ value: sh.iri + name }))
const speaking = named(sh.message)

describe('the shapes', () => {
  test('are read in full and use only what is run', () => {
    expect(problems).toEqual([])
  })

  test('have a label and one message in English', () => {
    const all = [...subjectsOfType(sh.NodeShape.value), ...subjectsOfType(sh.PropertyShape.value)]
    expect(all.filter((shape) => graph.countQuads(shape, rdfs.label, null, null) !== 1)).toEqual([])
    const messages = graph.getQuads(null, sh.message, null, null).map(({ object }) => object)
    expect(messages.filter((message) => message.termType !== 'Literal' || message.language !== 'en')).toEqual([])
    expect(new Set(speaking).size).toBe(speaking.length)
  })

  test('name only terms that the ontology has', () => {
    const used = shapes.flatMap(({ predicate, object }) => [predicate.value, object.value])
    const unknown = used.filter((iri) => iri.startsWith(dip.iri) && !Object.hasOwn(dip, iri.slice(dip.iri.length)))
    expect(unknown).toEqual([])
  })

  test('have an example that conforms for each target, and one that does not for each message', () => {
    expect(namesIn('conforms').sort()).toEqual([...new Set(targeted)].sort())
    expect(namesIn('violates').sort()).toEqual(speaking.sort())
  })
})

describe('conforms/', () => {
  test.each(namesIn('conforms'))('%s', async (name) => {
    expect((await validate('conforms', name)).results).toEqual([])
  })
})

describe('violates/', () => {
  test.each(namesIn('violates'))('%s', async (name) => {
    const { conforms, results } = await validate('violates', name)
    const severity = graph.getObjects(SHAPES + name, sh.severity, null)[0] ?? sh.Violation
    expect([...new Set(results.map(({ shape }) => shape))]).toEqual([SHAPES + name])
    expect(results.map((result) => severities[result.severity].value)).toEqual(results.map(() => severity.value))
    expect(conforms).toBe(!severity.equals(sh.Violation))
  })
})

function subjectsOfType(type: string): string[] {
  return graph.getSubjects(rdf.type, type, null).map(({ value }) => value)
}
