/** What forms are made of in tests: the ontology, the schemes and the shapes of the project. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'n3'
import { type Model, readModel } from '../../src/ask/model.ts'
import { type Asked, queryOf } from '../../src/ask/query.ts'
import { readQuestion } from '../../src/ask/question.ts'
import { loadShapes } from '../../src/validate/index.ts'

const root = join(import.meta.dirname, '../..')
const ontology = ['diplomacy.ttl', 'schemes.ttl'].flatMap((name) =>
  new Parser().parse(readFileSync(join(root, 'ontology', name), 'utf8')),
)

export const model: Model = readModel([...ontology, ...loadShapes(join(root, 'shapes')).shapes])

/** The query of an address. @throws Error where the address is faulty */
export function asked(parameters: string | URLSearchParams): Asked {
  const { question, faults } = readQuestion(new URLSearchParams(parameters), model)
  const found = question === undefined ? undefined : queryOf(question, model)
  if (found === undefined || faults.length > 0) throw new Error(`${parameters}: ${JSON.stringify(faults)}`)
  return found
}
