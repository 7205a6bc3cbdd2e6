/** Covers of other collections on the site: each field a line that begins with its label, the text below the last. */
import { columnsApart } from './columns.ts'
import { type Line, partOfLine } from './lines.ts'
import type { Page } from './page.ts'
import type { Block, BlockKey } from './zones.ts'

const FIELDS: Readonly<Record<string, Pick<Block, 'key' | 'zone'>>> = {
  Title: { key: 'title', zone: 'page-header' },
  Author: { key: 'authors', zone: 'catalogue' },
  Date: { key: 'date', zone: 'page-header' },
  Source: { key: 'source', zone: 'catalogue' },
  Description: { key: 'summary', zone: 'summary' },
}
/** Converters doubled some of the labels: `Source:. Source: …`. */
const FIELD = /^\**(?<name>Title|Author|Date|Source|Description):\**\.?\s*(?:\k<name>:\s*)?/
/** The last field; what follows its line is the text. */
const LAST: BlockKey = 'summary'

const isField = (words: string) => FIELD.test(words)

/** A page of this form has its title and its last field near the top. */
export function isLabelledCover(page: Page): boolean {
  const names = page.lines.slice(0, 16).map(({ text }) => FIELD.exec(text)?.groups?.name)
  return names.includes('Title') && names.includes('Description') && names.indexOf('Title') < 3
}

export function labelledCoverBlocks(page: Page): Block[] {
  const blocks: { key: BlockKey; zone: Block['zone']; lines: Line[] }[] = []
  for (const line of columnsApart(page.lines, isField)) {
    const found = FIELD.exec(line.text)
    const field = FIELDS[found?.groups?.name ?? '']
    const last = blocks.at(-1)
    if (field !== undefined && last?.key !== 'text') {
      const value = partOfLine(line, found?.[0].length ?? 0)
      blocks.push({ ...field, lines: value.text === '' ? [] : [value] })
    } else if (last === undefined) blocks.push({ key: 'other', zone: 'page-header', lines: [line] })
    else if (last.key === LAST) blocks.push({ key: 'text', zone: 'body', lines: [line] })
    else last.lines.push(line)
  }
  return blocks
}
