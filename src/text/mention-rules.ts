/** Why some words name somebody or something: the rules of mentions. Data only; each can be switched off by its name. */

export const MENTION_RULES = [
  { name: 'honorific-and-name', describes: 'A name after Comrade, Cde., Mr., General or the like.' },
  { name: 'post-and-name', describes: 'A name after a post: Foreign Minister, Ambassador.' },
  { name: 'initials-and-surname', describes: 'A surname with initials.' },
  {
    name: 'name-shape',
    describes: 'Words that have the shape of a Korean, Chinese, Vietnamese, Slavic or European name.',
  },
  { name: 'agent-of-copying', describes: 'A name after typed by, signed by, deciphered by.' },
  {
    name: 'name-known-in-text',
    describes: 'A lone name that the rest of the text, or a curated file, shows to be one.',
  },
  { name: 'body-named', describes: 'A government, ministry, party, committee or other body.' },
  { name: 'state-named', describes: 'A state.' },
  { name: 'place-named', describes: 'A city or another place.' },
] as const
