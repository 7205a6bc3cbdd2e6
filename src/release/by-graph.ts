/** The second pass, graph by graph: the slices that answer for a thing, and their digests. It parses nothing. */
import { join } from 'node:path'
import { DigestWriter } from './digests.ts'
import { FileWriter } from './files.ts'
import type { Graphs } from './graphs.ts'
import type { FileEntry } from './manifest.ts'
import { LineSorter } from './sort.ts'

/** All statements, ordered by graph and thing. */
export const RESOURCES = 'resources.nq'

/**
 * Writes `resources.nq` ordered by graph and thing, and `resources.index`: `{thing or graph} TAB {offset} TAB {length}`,
 * sorted, several lines where there are several slices; and the digests. Gives the number of graphs.
 * @param lines `graph TAB thing TAB line`, sorted
 */
export function writeByGraph(
  lines: Iterable<string>,
  folder: string,
  graphs: Graphs,
): { readonly count: number; readonly digests: FileEntry } {
  const resources = new FileWriter(join(folder, RESOURCES))
  const index = new LineSorter(folder, 'resources.run')
  const digests = new DigestWriter(folder, graphs)
  let count = 0
  let graph = { name: '', offset: 0 }
  let thing = { name: '', offset: 0 }
  const end = ({ name, offset }: { readonly name: string; readonly offset: number }) => {
    if (name !== '') index.add(`${name}\t${offset}\t${resources.position - offset}`)
  }
  for (const line of lines) {
    const first = line.indexOf('\t')
    const second = line.indexOf('\t', first + 1)
    const names = { graph: line.slice(0, first), thing: line.slice(first + 1, second) }
    const isNext = names.graph !== graph.name
    if (isNext || names.thing !== thing.name) {
      end(thing)
      thing = { name: names.thing, offset: resources.position }
      digests.begin(names.graph, names.thing)
    }
    if (isNext) {
      end(graph)
      graph = { name: names.graph, offset: resources.position }
      count++
    }
    const statement = line.slice(second + 1)
    resources.write(`${statement}\n`)
    digests.add(statement)
  }
  end(thing)
  end(graph)
  resources.close()
  const file = new FileWriter(join(folder, 'resources.index'))
  for (const line of index.sorted()) file.write(`${line}\n`)
  file.close()
  return { count, digests: digests.close() }
}
