/** Who asked what of whom: acts that rules found in running text, counted by who acted and towards whom. */
import type { VNode } from 'preact'
import type { Matrix } from '../drawing/matrix.ts'
import { kindName } from './description.ts'
import { renderPage } from './layout.tsx'
import { counted, number } from './numbers.ts'
import { Crumbs } from './parts.tsx'
import {
  betweenLink,
  Downloads,
  Filters,
  pageOf,
  type View,
  Wide,
  withParameters,
  YearFields,
  type YearFilter,
  yearsIn,
} from './view-parts.tsx'

export interface MatrixPage {
  readonly view: View
  readonly matrix: Matrix
  readonly filter: YearFilter & { readonly kind?: string }
  /** All kinds of acts that were found in the collection, the most frequent first. */
  readonly kinds: readonly string[]
}

interface TableProps extends Pick<MatrixPage, 'view' | 'matrix'> {
  readonly act: string
  readonly years: YearFilter
}

/** HTML of the matrix. */
export function matrixPage({ view, matrix, filter, kinds }: MatrixPage): string {
  const { site } = view
  const { kind, from, to } = filter
  const title = 'Who asked what of whom'
  const act = kind === undefined ? 'act' : kindName(kind)
  const parameters = view.isStatic ? {} : { kind, from, to }
  return renderPage(
    { site, title, section: 'network' },
    <>
      <Crumbs path={[['Network', `${site.root}/network`]]} />
      <h1>{title}</h1>
      <p class="lede">
        Requests, proposals, agreements, refusals and other acts, counted by who acted (rows) and towards whom
        (columns). Found in running text by rules, <strong>not reviewed</strong>: each number leads to the documents,
        which show the words.
      </p>
      <Filters view={view} action="/matrix">
        <label>
          Acts{' '}
          <select name="kind">
            <option value="">of all kinds</option>
            {kinds.map((one) => (
              <option key={one} value={one} selected={one === kind}>
                {kindName(one)}
              </option>
            ))}
          </select>
        </label>
        <YearFields {...(from !== undefined && { from })} {...(to !== undefined && { to })} />
      </Filters>
      {matrix.total.acts === 0 ? (
        <p>
          No {act} with a known actor and addressee was found{yearsIn(filter)}.
        </p>
      ) : (
        <>
          <p class="small">{summary(matrix, act, yearsIn(filter))}</p>
          <Table view={view} matrix={matrix} act={act} years={filter} />
          {kind === undefined && (
            <>
              <h2>By kind</h2>
              <Kinds view={view} matrix={matrix} filter={filter} />
            </>
          )}
          <Downloads downloads={[{ label: 'CSV', href: withParameters(`${site.root}/matrix.csv`, parameters) }]} />
        </>
      )}
    </>,
  )
}

function summary({ rows, columns, shown, total }: Matrix, act: string, years: string): string {
  const acts = counted(total.acts, act)
  if (shown === total.acts) return `${acts}${years}, all of them in this table.`
  return `${number(shown)} of ${acts}${years}: those of ${rows.length} actors towards the ${columns.length} who were addressed most; ${counted(total.actors, 'actor')} and ${counted(total.addressees, 'addressee')} are named in all. The download has every act.`
}

function Table({ view, matrix, act, years }: TableProps): VNode {
  const { site, nameOf } = view
  const { rows, columns, most } = matrix
  return (
    <Wide label="Acts by actor and addressee">
      <table class="matrix">
        <thead>
          <tr>
            <td />
            {columns.map(({ id }) => (
              <th key={id} scope="col">
                <a href={pageOf(site, id)}>{nameOf(id)}</a>
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, total, cells }) => (
            <tr key={id}>
              <th scope="row">
                <a href={pageOf(site, id)}>{nameOf(id)}</a>
              </th>
              {columns.map((column, i) => {
                const count = cells[i]?.count ?? 0
                if (count === 0) return <td key={column.id} />
                const words = [...(cells[i]?.kinds ?? [])].map(([kind, n]) => `${kindName(kind)} ${n}`).join(', ')
                return (
                  <td key={column.id} class={`m${Math.ceil((5 * count) / most)}`}>
                    <a
                      href={`${betweenLink(site, id, column.id, years)}#${id < column.id ? 'acts' : 'acts-back'}`}
                      aria-label={`${nameOf(id)} towards ${nameOf(column.id)}: ${counted(count, act)}`}
                      title={words}
                    >
                      {number(count)}
                    </a>
                  </td>
                )
              })}
              <td class="total">{number(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Kinds({ view, matrix, filter }: { view: View; matrix: Matrix; filter: MatrixPage['filter'] }): VNode {
  return (
    <ul class="plain">
      {[...matrix.kinds].map(([kind, count]) => (
        <li key={kind}>
          {view.isStatic ? (
            kindName(kind)
          ) : (
            <a href={withParameters(`${view.site.root}/matrix`, { kind, from: filter.from, to: filter.to })}>
              {kindName(kind)}
            </a>
          )}{' '}
          <span class="small">{number(count)}</span>
        </li>
      ))}
    </ul>
  )
}
