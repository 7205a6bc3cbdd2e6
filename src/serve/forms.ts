/** Forms in which something is to be had: a media type, an ending, and how one is chosen. */
import { HttpFailure } from './failure.ts'
import { negotiate, type Offer } from './negotiate.ts'

/** One form of what stands at an address: `{address}.{extension}`. */
export interface Form extends Offer {
  /** Without a dot at the beginning. */
  readonly extension: string
  /** For people: `Turtle`. */
  readonly label: string
}

export const HTML = { mediaType: 'text/html', extension: 'html', label: 'HTML' } as const satisfies Form
export const isHtml = ({ mediaType }: Form): boolean => mediaType === HTML.mediaType

/** The form that `Accept` wants. @throws HttpFailure 406 */
export function chooseForm<T extends Form>(accept: string | undefined, forms: readonly T[], address: string): T {
  const form = negotiate(accept, forms)
  if (form !== undefined) return form
  throw new HttpFailure(406, `This is to be had as ${forms.map(({ mediaType }) => mediaType).join(', ')}.`, {
    Link: alternates(forms, address),
  })
}

/** The `Link` header that names every form of an address. */
export const alternates = (forms: readonly Form[], address: string): string =>
  forms.map(({ mediaType, extension }) => `<${address}.${extension}>; rel="alternate"; type="${mediaType}"`).join(', ')
