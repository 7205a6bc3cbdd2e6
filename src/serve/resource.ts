/** What stands at an address: quads, and a page of them where there is one. */
import type { Quad } from '@rdfjs/types'
import type { Alternate, Site } from '../pages/page.ts'
import type { Release } from '../release/read.ts'
import type { Landing } from './signposting.ts'

/** What a page is made of. */
export interface View {
  readonly site: Site
  readonly release: Release
  readonly quads: readonly Quad[]
  readonly alternates: readonly Alternate[]
}

export interface Resource {
  /** Undefined, or none, for what the release does not have. */
  quads(release: Release): Promise<readonly Quad[] | undefined>
  page?(view: View): string | Promise<string>
  /** What signposts say of it. @param root absolute address of the front page, without a slash at the end */
  landing?(release: Release, root: string): Landing | Promise<Landing>
}
