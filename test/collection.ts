/** An empty collection in a folder of its own: inputs in `data/`, no shapes, no authority files. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSettings, type Settings } from '../src/config.ts'

export function emptyCollection(): { readonly root: string; readonly settings: Settings } {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-'))
  for (const folder of ['data', 'shapes', 'authorities']) mkdirSync(join(root, folder))
  const settings = {
    ...loadSettings({ environment: {}, cwd: root }).settings,
    base: 'http://example.org',
    shapes: join(root, 'shapes'),
    authorities: join(root, 'authorities'),
    jobs: 1,
  }
  return { root, settings }
}
