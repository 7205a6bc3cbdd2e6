/** The list of the dumps of one version. */
import { renderPage } from './layout.tsx'
import type { Site } from './page.ts'

export interface DumpsPage {
  readonly site: Site
  readonly version: string
  readonly files: readonly {
    readonly name: string
    readonly bytes: number
    readonly mediaType: string
    readonly sha256: string
  }[]
}

/** HTML of the list: the files with size and checksum. */
export function dumpsPage({ site, version, files }: DumpsPage): string {
  return renderPage(
    { site, title: 'Dumps', section: 'dataset' },
    <>
      <h1>Dumps</h1>
      <p class="lede">
        Everything, as files of version <code>{version}</code>; <code>stated</code> is without what rules found in
        running text. The same names under <a href={`${site.root}/dumps/`}>/dumps/</a> are always the newest.
      </p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" class="number">
                Bytes
              </th>
              <th scope="col">Media type</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ name, bytes, mediaType, sha256 }) => (
              <tr key={name}>
                <td>
                  <a href={`${site.root}/dumps/${version}/${name}`}>{name}</a>
                </td>
                <td class="number">{bytes.toLocaleString('en')}</td>
                <td class="small">{mediaType}</td>
                <td class="small">
                  <code>{sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>,
  )
}
