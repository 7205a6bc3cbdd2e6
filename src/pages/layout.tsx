/** The frame of every page: head, banner, navigation, footer. */
import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Alternate, Site } from './page.ts'

/** A module and what it imports, so that all are asked for at once. */
export interface Script {
  readonly address: string
  readonly imports: readonly string[]
}

export interface Frame {
  readonly site: Site
  readonly title: string
  /** The canonical address of what the page is about, where it has one. */
  readonly canonical?: string
  readonly alternates?: readonly Alternate[]
  /** Namespaces of the prefixes in the names of `meta` elements. */
  readonly schemas?: readonly (readonly [prefix: string, namespace: string])[]
  /** Name and content of `meta` elements, for reference managers. */
  readonly meta?: readonly (readonly [name: string, content: string])[]
  /** schema.org description for crawlers, JSON-LD. */
  readonly jsonLd?: object
  /** Lists of this kind are the current section. */
  readonly section?: string
  /** Search engines are asked to leave it, whatever the collection asks for. */
  readonly noindex?: boolean
  /** What makes the page more comfortable; it says the same without. */
  readonly script?: Script
}

const SECTIONS = [
  ['document', 'Documents'],
  ['person', 'People'],
  ['body', 'Bodies'],
  ['place', 'Places'],
  ['subject', 'Subjects'],
  ['unit', 'Archives'],
] as const

const VIEWS = [
  ['timeline', 'Timeline'],
  ['network', 'Network'],
  ['map', 'Map'],
] as const

/** A whole HTML page as text. */
export function renderPage(frame: Frame, children: ComponentChildren): string {
  return `<!doctype html>\n${renderToString(<Page {...frame}>{children}</Page>)}\n`
}

/** JSON that cannot close its own script element. */
const scriptJson = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c')

function Page({ children, ...frame }: Frame & { children?: ComponentChildren }): VNode {
  const { site, title, canonical, alternates = [], schemas = [], meta = [], jsonLd, section, script } = frame
  const noindex = site.noindex || frame.noindex === true
  const name = site.dataset.title ?? 'Dragoman'
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === name ? name : `${title} · ${name}`}</title>
        {noindex && <meta name="robots" content="noindex" />}
        {schemas.map(([prefix, namespace]) => (
          <link key={prefix} rel={`schema.${prefix}`} href={namespace} />
        ))}
        {meta.map(([key, content]) => (
          <meta key={key + content} name={key} content={content} />
        ))}
        {canonical !== undefined && <link rel="canonical" href={canonical} />}
        {alternates.map((a) => (
          <link key={a.href} rel="alternate" type={a.mediaType} href={a.href} title={a.label} />
        ))}
        <link rel="stylesheet" href={site.style} />
        <link rel="icon" href={`${site.root}/icon.svg`} type="image/svg+xml" />
        {script?.imports.map((address) => (
          <link key={address} rel="modulepreload" href={address} />
        ))}
        {script && <script type="module" src={script.address} />}
        {jsonLd && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(jsonLd) }} />}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="site">
          <a class="name" href={`${site.root}/`}>
            {name}
          </a>
          <nav aria-label="Site">
            {site.isStatic !== true && (
              <a href={`${site.root}/search`} aria-current={section === 'search' ? 'page' : undefined}>
                Search
              </a>
            )}
            {SECTIONS.filter(([kind]) => site.without?.includes(kind) !== true).map(([kind, label]) => (
              <a key={kind} href={`${site.root}/${kind}/`} aria-current={section === kind ? 'page' : undefined}>
                {label}
              </a>
            ))}
            {VIEWS.map(([view, label]) => (
              <a key={view} href={`${site.root}/${view}`} aria-current={section === view ? 'page' : undefined}>
                {label}
              </a>
            ))}
            {site.isStatic !== true && (
              <a href={`${site.root}/ask`} aria-current={section === 'ask' ? 'page' : undefined}>
                Ask
              </a>
            )}
            <a href={`${site.root}/sparql`} aria-current={section === 'sparql' ? 'page' : undefined}>
              Query
            </a>
            <a href={`${site.root}/dataset`} aria-current={section === 'dataset' ? 'page' : undefined}>
              Data
            </a>
          </nav>
        </header>
        {site.notice !== undefined && (
          <aside class="notice" aria-label="About these texts">
            {site.notice}
          </aside>
        )}
        <main id="main">{children}</main>
        <footer class="site">
          {alternates.length > 0 && (
            <p>
              This page as data:{' '}
              {alternates.map((a, i) => (
                <>
                  {i > 0 && ' · '}
                  <a href={a.href} type={a.mediaType}>
                    {a.label}
                  </a>
                </>
              ))}
            </p>
          )}
          <p>
            <Imprint site={site} />
          </p>
        </footer>
      </body>
    </html>
  )
}

function Imprint({ site }: { site: Site }): VNode {
  const { publisher, license } = site.dataset
  return (
    <>
      {publisher?.name !== undefined && (
        <>
          Published by {publisher.iri === undefined ? publisher.name : <a href={publisher.iri}>{publisher.name}</a>} ·{' '}
        </>
      )}
      {license !== undefined && (
        <>
          <a href={license} rel="license">
            Licence of the metadata
          </a>{' '}
          ·{' '}
        </>
      )}
      Version {site.version} · <a href={`${site.root}/ontology`}>Ontology</a> ·{' '}
      <a href={`${site.root}/shapes`}>Shapes</a> · <a href={`${site.root}/dumps/`}>Dumps</a>
    </>
  )
}
