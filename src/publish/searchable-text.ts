/** The words by which a document is found beside its statements: its own text, as far as it may be shown in snippets. */
import { type Settings, sourceSettingsOf } from '../config.ts'
import type { DocumentGroup } from '../reconcile/index.ts'

/**
 * The text of a document, each edition's once, an empty line between them. `publishText` of its source says whether it
 * may be sought: `excerpts` allows snippets, `none` nothing. Words of the editor that stand around it are no part of it:
 * they are found where they are published as statements.
 */
export function searchableText({ members }: DocumentGroup, settings: Settings): string | undefined {
  const texts = members.flatMap(({ document, source }) => {
    const isOpen = sourceSettingsOf(settings, document.source).publishText !== 'none'
    const text = isOpen && document.text ? source.text.slice(document.text.start, document.text.end).trim() : ''
    return text === '' ? [] : [text]
  })
  return texts.length === 0 ? undefined : [...new Set(texts)].join('\n\n')
}
