/** A thing in a few lines, for the frame in which a table program shows it. */
import { renderToString } from 'preact-render-to-string'

export interface Previewed {
  /** Address of the page of the thing. */
  readonly href: string
  readonly name: string
  readonly others: readonly string[]
  readonly description: string
}

/** Other names that are shown. */
const SHOWN = 6

function Preview({ href, name, others, description }: Previewed) {
  const more = others.length - SHOWN
  return (
    <div style="font: 14px/1.4 system-ui, sans-serif; margin: 0.5em">
      <p style="margin: 0">
        <a href={href} target="_blank" rel="noopener noreferrer">
          <strong>{name}</strong>
        </a>
      </p>
      <p style="margin: 0">{description}</p>
      {others.length > 0 && (
        <p style="margin: 0.3em 0 0">
          {others.slice(0, SHOWN).join(' · ')}
          {more > 0 && ` and ${more} more`}
        </p>
      )}
    </div>
  )
}

/** The lines alone, to be put into a page of the program. */
export const previewFragment = (previewed: Previewed): string => renderToString(<Preview {...previewed} />)

/** The lines as a page. */
export const previewPage = (previewed: Previewed): string =>
  `<!doctype html>\n${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{previewed.name}</title>
      </head>
      <body style="margin: 0">
        <Preview {...previewed} />
      </body>
    </html>,
  )}\n`
