/** Pages that only say something: errors, tombstones. */
import { renderPage } from './layout.tsx'
import type { Site } from './page.ts'

export interface MessagePage {
  readonly site: Site
  readonly status: number
  readonly title: string
  /** One sentence: what is the matter and what to do. */
  readonly detail: string
}

/** HTML of an answer other than 200. */
export function messagePage({ site, status, title, detail }: MessagePage): string {
  return renderPage(
    { site, title },
    <>
      <h1>{title}</h1>
      <p>{detail}</p>
      <p class="small">
        HTTP {status} · <a href={`${site.root}/`}>Front page</a>
      </p>
    </>,
  )
}
