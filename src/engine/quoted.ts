/** The words of a query apart from what is quoted in it: for texts that the parser does not take. */

/** Everything in which a keyword is none; an escaped quote, as names may have it, opens no string. */
const QUOTED = /\\.|<[^<>"{}|^`\\\s]*>|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g

/** The text with blanks for IRIs, strings and comments, so that all else stays in its place. */
export const withoutQuoted = (text: string): string => text.replace(QUOTED, (quoted) => ' '.repeat(quoted.length))
