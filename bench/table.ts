/** What is measured, told as Markdown on the standard output. */

export const say = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}

/** A table: the first column holds words, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  say(`| ${head.join(' | ')} |`)
  say(`|${head.map((_, i) => (i === 0 ? '---' : '--:')).join('|')}|`)
  for (const row of rows) say(`| ${row.join(' | ')} |`)
  say()
}
