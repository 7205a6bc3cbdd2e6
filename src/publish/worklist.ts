/** The worklist of names: what the documents name and no curated file places, the most frequent first. */
import { fold } from '../authority/fold.ts'
import type { Nearness } from '../authority/near.ts'
import type { UnplacedKind, UnplacedName } from '../map/index.ts'
import { csv } from '../release/csv.ts'
import type { NameToPlace } from '../release/report.ts'

interface Row {
  readonly kind: UnplacedKind
  readonly id: string
  readonly label: string
  /** Absent where there is none but the label: most names have one. */
  forms?: Set<string>
  documents: number
  occurrences: number
  /** The first document that has it, and where. */
  readonly example: { readonly document: string; readonly path: string; readonly line: number }
}

/** `id`, `label` and `forms` stand side by side, as in the authority files: so they can be moved there. */
const HEAD = ['kind', 'id', 'label', 'forms', 'documents', 'occurrences', 'near', 'document', 'file', 'line']

/** Between several values of a cell, as in the authority files. */
const LIST = ' | '

export class Worklist {
  readonly #rows = new Map<string, Row>()
  #path = ''

  /** Adds the names of one document. Documents come in the order of their slugs. */
  add(document: string, names: readonly UnplacedName[]): void {
    for (const { kind, id, label, forms, occurrences, path, line } of names) {
      const key = `${kind}/${id}`
      const row = this.#rows.get(key) ?? {
        ...{ kind, id, label, documents: 0, occurrences: 0 },
        example: { document, path: this.#sharing(path), line },
      }
      this.#rows.set(key, row)
      row.documents++
      row.occurrences += occurrences
      for (const form of [label, ...forms])
        if (form !== row.label) {
          row.forms ??= new Set()
          row.forms.add(form)
        }
    }
  }

  /** A path that many rows have, held once: names come from one input after the other. */
  #sharing(path: string): string {
    if (path !== this.#path) this.#path = path
    return this.#path
  }

  get size(): number {
    return this.#rows.size
  }

  /** The names of most documents, with the entries that may be meant. */
  first(count: number, near: Nearness): NameToPlace[] {
    return this.#sorted()
      .slice(0, count)
      .map((row) => {
        const { kind, label, documents } = row
        return { kind, label, documents, near: near({ kind, label, forms: telling(row) }) }
      })
  }

  /** The list as CSV. */
  format(near: Nearness): string {
    return csv(
      HEAD,
      this.#sorted().map((row) => {
        const { kind, id, label, documents, occurrences, example } = row
        const forms = telling(row)
        const proposals = near({ kind, label, forms })
        const { document, path, line } = example
        return [
          ...[kind, id, label, forms.join(LIST), documents, occurrences, proposals.join(LIST)],
          ...[document, path, line],
        ]
      }),
    )
  }

  #sorted(): Row[] {
    return [...this.#rows.values()].sort(
      (a, b) =>
        b.documents - a.documents ||
        b.occurrences - a.occurrences ||
        (`${a.kind}/${a.id}` < `${b.kind}/${b.id}` ? -1 : 1),
    )
  }
}

/**
 * Forms that an entry needs beside its label: none that is compared as the same, and no bare surname, which in an
 * authority file would name its bearer everywhere.
 */
function telling({ kind, label, forms = new Set() }: Row): readonly string[] {
  if (kind === 'subject') return [...forms]
  const keys = new Set([fold(label)])
  return [...forms].sort().filter((form) => {
    const isNew = !keys.has(fold(form))
    keys.add(fold(form))
    return isNew && (kind !== 'person' || /\S\s+\S/.test(form))
  })
}
