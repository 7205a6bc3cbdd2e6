/** A–Z lists of one kind of thing, in pages. */
import type { Kind } from '../iris.ts'
import { renderPage } from './layout.tsx'
import { plural, type Site } from './page.ts'
import { Pages } from './parts.tsx'
import { branchesOf, Tree, type TreeRow } from './tree.tsx'

export interface ListPage {
  readonly site: Site
  readonly kind: Kind
  readonly rows: readonly ListRow[]
  readonly total: number
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** First letters that occur, with the page on which each begins. */
  readonly letters: readonly { readonly letter: string; readonly page: number }[]
}

/** Kinds whose lists are trees, with what parts the levels in their slugs. */
const NESTED: Readonly<Partial<Record<Kind, string>>> = { unit: '-', subject: '--' }
/** In no slug. */
const NEVER = ' '

interface ListRow extends TreeRow {
  /** As catalogues sort it: `Kim, Il Sung`. */
  readonly heading?: string
}

const headed = ({ heading, ...row }: ListRow): TreeRow => (heading === undefined ? row : { ...row, label: heading })

/** HTML of one page of a list. */
export function listPage({ site, kind, rows, total, page, pages, letters }: ListPage): string {
  const link = (n: number) => `${site.root}/${kind}/${n > 1 ? `?page=${n}` : ''}`
  return renderPage(
    { site, title: plural(kind), section: kind },
    <>
      <h1>{plural(kind)}</h1>
      <p class="lede">
        {total === 1 ? 'One in this collection.' : `${total.toLocaleString('en')} in this collection.`}
      </p>
      {letters.length > 1 && (
        <nav aria-label="First letters" class="letters">
          {letters.map(({ letter, page: n }) => (
            <a key={letter} href={link(n)}>
              {letter}
            </a>
          ))}
        </nav>
      )}
      <Tree
        branches={branchesOf(rows.map(headed), NESTED[kind] ?? NEVER)}
        link={(slug) => `${site.root}/${kind}/${encodeURI(slug)}`}
      />
      <Pages page={page} pages={pages} address={link} />
    </>,
  )
}
