/** How a document is cited: ready texts, files for reference managers, and the address that stays. */
import type { VNode } from 'preact'
import { citationsOf } from '../crosswalk/citation.ts'
import type { Reference } from '../crosswalk/reference.ts'
import type { Alternate } from './page.ts'
import type { Context } from './parts.tsx'

/** Endings of the forms that reference managers take. */
const MANAGED: readonly string[] = ['.bib', '.ris', '.csl.json']

export function Cite({
  context,
  reference,
  alternates,
}: {
  context: Context
  reference: Reference
  alternates: readonly Alternate[]
}): VNode {
  const files = alternates.filter(({ href }) => MANAGED.some((ending) => href.endsWith(ending)))
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite</h2>
      <dl class="facts">
        {citationsOf(reference, context.site.version).map(({ style, text }) => (
          <>
            <dt>{style}</dt>
            <dd class="copy">
              <bdi>{text}</bdi>
            </dd>
          </>
        ))}
        <dt>Permanent link</dt>
        <dd class="copy">
          <a href={reference.address}>{reference.address}</a>
        </dd>
        {files.length > 0 && (
          <>
            <dt>For programs</dt>
            <dd>
              {files.map(({ href, label, mediaType }, i) => (
                <>
                  {i > 0 && ' · '}
                  <a href={href} type={mediaType}>
                    {label}
                  </a>
                </>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
