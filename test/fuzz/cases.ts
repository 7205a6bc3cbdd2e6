/** The inputs: files of the collection and, where they are at hand, real ones; each case a file with some mutations. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { MUTATIONS } from './mutations.ts'
import { Random } from './random.ts'

export interface Case {
  readonly number: number
  readonly bytes: Buffer
  /** The file and what was done to it. */
  readonly story: string
}

/** Files larger than this are left to the tests of their form: they take longer by right. */
const LARGEST = 1_000_000
const SAMPLES = process.env['DRAGOMAN_SAMPLES'] ?? '../shared/inputs'
/** What the collection and the fixtures have, and what lies beside the project. */
const FOLDERS = ['data/documents', 'test/fixtures', SAMPLES]
const INPUT = /(?:^|\/)(?:input\.[^/]+|[^/]+\.(?:txt|md|html?|pdf|epub|xml))$|\/records\/[^/]+\.json$/i

export interface Sources {
  /** Paths of the files. */
  readonly files: readonly string[]
  caseOf(number: number): Case
}

/** The cases of a seed: the same number is always the same case, as long as the files are the same. */
export function createSources(seed: number): Sources {
  const files = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    (readdirSync(folder, { recursive: true }) as string[])
      .map((name) => join(folder, name))
      .filter((file) => INPUT.test(file) && statSync(file).isFile() && statSync(file).size <= LARGEST)
      .sort(),
  )
  const contents = new Map<string, Buffer>()
  const contentOf = (file: string): Buffer => {
    const known = contents.get(file) ?? readFileSync(file)
    contents.set(file, known)
    return known
  }
  const names = Object.keys(MUTATIONS)
  return {
    files,
    caseOf: (number) => {
      const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
      const file = random.pick(files)
      const applied = Array.from({ length: 1 + random.under(3) }, () => random.pick(names))
      const bytes = applied.reduce<Buffer>(
        (changed, name) => MUTATIONS[name]?.(changed, random, () => contentOf(random.pick(files))) ?? changed,
        contentOf(file),
      )
      return { number, bytes, story: `${file}: ${applied.join(', ')}` }
    },
  }
}
