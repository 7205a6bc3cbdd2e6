/** Rows of a list whose slugs begin with those of others, as a tree: units of archives, subjects with subdivisions. */
import type { VNode } from 'preact'
import { Told } from './told.tsx'

export interface TreeRow extends Told {
  readonly slug: string
  readonly label: string
}

export interface Branch {
  readonly row: TreeRow
  /** What its label says beyond that of the branch that it is on. */
  readonly label: string
  readonly branches: readonly Branch[]
}

/**
 * Rows as branches, in their order.
 * @param between what stands in a slug between that of a branch and what is added: `-`, `--`
 */
export function branchesOf(rows: readonly TreeRow[], between: string, above?: TreeRow): readonly Branch[] {
  const branches: Branch[] = []
  let at = 0
  while (at < rows.length) {
    const row = rows[at] as TreeRow
    let end = at + 1
    while (end < rows.length && rows[end]?.slug.startsWith(row.slug + between)) end++
    branches.push({ row, label: beyond(row, above), branches: branchesOf(rows.slice(at + 1, end), between, row) })
    at = end
  }
  return branches
}

function beyond({ label }: TreeRow, above: TreeRow | undefined): string {
  if (above === undefined || !label.startsWith(above.label)) return label
  return label.slice(above.label.length).replace(/^(?:, |--)/, '') || label
}

export function Tree({ branches, link }: { branches: readonly Branch[]; link: (slug: string) => string }): VNode {
  return (
    <ul class="tree">
      {branches.map(({ row, label, branches: inner }) => (
        <li key={row.slug}>
          <a href={link(row.slug)}>
            <bdi>{label}</bdi>
          </a>
          <Told told={row} />
          {inner.length > 0 && <Tree branches={inner} link={link} />}
        </li>
      ))}
    </ul>
  )
}
