/** The second pass, graph by graph: the slices that answer for a thing. It parses nothing. */
import { join } from 'node:path'
import { FileWriter } from './files.ts'
import { LineSorter } from './sort.ts'

/** All statements, ordered by graph and thing. */
export const RESOURCES = 'resources.nq'

/**
 * Writes `resources.nq` ordered by graph and thing, and `resources.index`: `{thing or graph} TAB {offset} TAB {length}`,
 * sorted, several lines where there are several slices. Gives the number of graphs.
 * @param lines `graph TAB thing TAB line`, sorted
 */
export function writeByGraph(lines: Iterable<string>, folder: string): number {
  const resources = new FileWriter(join(folder, RESOURCES))
  const index = new LineSorter(folder, 'resources.run')
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
    }
    if (isNext) {
      end(graph)
      graph = { name: names.graph, offset: resources.position }
      count++
    }
    resources.write(`${line.slice(second + 1)}\n`)
  }
  end(thing)
  end(graph)
  resources.close()
  const file = new FileWriter(join(folder, 'resources.index'))
  for (const line of index.sorted()) file.write(`${line}\n`)
  file.close()
  return count
}
