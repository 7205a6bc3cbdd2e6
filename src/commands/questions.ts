/** The ready questions of the query page, from a folder of query files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot, type Settings } from '../config.ts'
import type { Question } from '../pages/examples.tsx'

/** Questions to any collection. */
const GENERAL = join(packageRoot, 'data/queries/general')

/** Those of a collection's own folder, then those that can be asked of any. */
export const questionsFor = ({ queries }: Pick<Settings, 'queries'>): readonly Question[] => [
  ...readQuestions(queries),
  ...readQuestions(GENERAL),
]

/** The comment that holds the parameters of the form for the same question: for pages, not for readers. */
const FORM = /^# Form: (\S+)\n/m

/**
 * The query files of a folder, and those of its folders: each such folder is a group, named by its own name. A number
 * before a name only orders; the number of a file in the folder itself is the question's. The sentence is the first
 * comment; a comment `# Form: find=…` is the question in the form of `/ask`. A folder that does not exist has no questions.
 */
export function readQuestions(folder: string): readonly Question[] {
  const entries = entriesOf(folder)
  const groups = entries.filter((entry) => entry.isDirectory())
  return [
    ...questionsIn(folder),
    ...groups.flatMap(({ name }) => {
      const group = withoutNumber(name).replaceAll('-', ' ')
      return questionsIn(join(folder, name), group.charAt(0).toUpperCase() + group.slice(1))
    }),
  ]
}

function questionsIn(folder: string, group?: string): readonly Question[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.rq'))
    .map(({ name }) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const form = FORM.exec(text)?.[1]
      const query = text.replace(FORM, '')
      const number = group === undefined ? /^\d+/.exec(name)?.[0] : undefined
      const id = number ?? withoutNumber(name.slice(0, -'.rq'.length))
      const sentence = /^#\s*(?:\d+\.?\s*)?(.+)$/m.exec(query)?.[1] ?? id
      return { id, sentence, query, ...(group !== undefined && { group }), ...(form !== undefined && { form }) }
    })
}

const withoutNumber = (name: string): string => name.replace(/^\d+-/, '')

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
