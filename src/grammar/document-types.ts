/** Words of titles and headers that say what kind of paper it is, as concepts of the scheme `document-type`. */

/** Longer words stand before the shorter ones that they hold. A word counts where it stands first in a title. */
export const DOCUMENT_TYPES: readonly (readonly [words: string, concept: string])[] = [
  [
    String.raw`(?:cipher(?:ed)?|cyphered|coded|encoded|enciphered)\s+(?:telegrams?|cables?|messages?)|ciphergrams?`,
    'ciphered-telegram',
  ],
  ['telegrams?|cables?|cablegrams?|airgrams?|radiograms?', 'telegram'],
  [
    String.raw`(?:records?|minutes|memorand(?:um|a)|notes|summary|transcript)\s+of\s+(?:a\s+|the\s+)?(?:tele)?phone\s+(?:conversations?|calls?)|telephone\s+conversations?`,
    'telephone-conversation-record',
  ],
  [
    String.raw`memorand(?:um|a)\s+of\s+(?:a\s+|the\s+)?conversations?|memorandum\s+on\s+(?:a\s+|the\s+)?conversation|memcons?`,
    'memorandum-of-conversation',
  ],
  [
    String.raw`records?\s+of\s+(?:(?:a|an|the)\s+)?(?:main\s+contents?\s+of\s+(?:the\s+)?)?(?:conversations?|meetings?|talks?|interviews?|discussions?)|conversations?|discussions?\s+between|meetings?\s+(?:between|with)`,
    'conversation-record',
  ],
  ['minutes', 'minutes'],
  ['protocols?', 'protocol'],
  [String.raw`transcripts?|stenographic\s+records?|stenograms?`, 'transcript'],
  ['interviews?', 'interview'],
  [String.raw`notes?\s+verbales?|verbal\s+notes?`, 'note-verbale'],
  [String.raw`aides?[\s-]m[eé]moires?`, 'aide-memoire'],
  [String.raw`diplomatic\s+notes?|note(?=,?\s+(?:from|to)\s|,\s)`, 'diplomatic-note'],
  ['journals?|diar(?:y|ies)', 'journal'],
  [
    String.raw`(?:intelligence|information)\s+(?:reports?|estimates?|bulletins?)|(?:national\s+)?intelligence\s+estimates?`,
    'intelligence-report',
  ],
  [String.raw`reports?|bulletins?|information\s+(?:on|about|from|regarding|no)\b|survey|analysis|assessment`, 'report'],
  [String.raw`(?:research\s+|information\s+)?memorand(?:um|a)|memos?`, 'memorandum'],
  ['letters?', 'letter'],
  ['dispatch(?:es)?|despatch(?:es)?', 'dispatch'],
  ['instructions?|directives?', 'instruction'],
  ['resolutions?|decisions?', 'resolution'],
  ['decrees?', 'decree'],
  ['treat(?:y|ies)|agreements?|conventions?|pact', 'treaty'],
  ['speech(?:es)?|remarks|address(?:es)?|toast', 'speech'],
  [String.raw`statements?|communiqu[eé]s?|appeals?|declarations?|press\s+release`, 'public-statement'],
  ['petitions?', 'petition'],
  ['recollections|memoirs?|reminiscences|gazette', 'other'],
  [String.raw`messages?|correspondence|exchange\s+of\s+letters`, 'correspondence'],
]
