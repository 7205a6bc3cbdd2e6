/** The catalogue part of a page: what the publisher says about the document in labelled blocks. */

import type { ArchiveScheme } from '../authority/authority.ts'
import type { ArchivalReference, Found, Heading, Name, Party, SourceDocument } from '../document.ts'
import { parseReferences } from '../grammar/archive.ts'
import { parseCredits, translatedFrom } from '../grammar/credit.ts'
import { parseDate } from '../grammar/date.ts'
import { languageCode } from '../grammar/language.ts'
import { findMarkings } from '../grammar/marking.ts'
import { parseName } from '../grammar/name.ts'
import { parseHeading } from '../grammar/subject.ts'
import type { CitationFacts } from './citation.ts'
import { find, fold, readable, type Stretch, unbroken, whole, wordsOf } from './evidence.ts'
import { optional } from './optional.ts'
import { type Block, blockOf, lineStretches, stretchOfBlock } from './zones.ts'

type CatalogueFacts = Pick<
  SourceDocument,
  | 'parties'
  | 'places'
  | 'people'
  | 'topics'
  | 'subjects'
  | 'languages'
  | 'archival'
  | 'originalArchive'
  | 'rights'
  | 'uploaded'
  | 'summary'
  | 'credits'
  | 'creditLine'
  | 'donors'
  | 'notice'
  | 'markings'
>

/** Reads the labelled blocks. A reference in the citation counts where no block gives the source. */
export function catalogueFacts(
  text: string,
  blocks: readonly Block[],
  citation: CitationFacts,
  schemes: readonly ArchiveScheme[],
): CatalogueFacts {
  const lines = (key: Block['key']) => lineStretches(text, blockOf(blocks, key))
  const all = (key: Block['key']) => stretchOfBlock(text, blockOf(blocks, key))
  const folded = (key: Block['key'], rule: string) => {
    const stretch = all(key)
    return stretch && whole(stretch, fold(readable(stretch)), rule)
  }
  const source = all('source') ?? citation.reference
  const credited = [all('credits'), citation.credits, all('source')].filter((stretch) => stretch !== undefined)
  const [archive] = lines('archive')
  const [uploaded] = lines('uploaded')
  const notice = folded('notice', 'notice')
  return {
    parties: lines('authors').map((line) => cataloguedAuthor(line)),
    places: lines('places').map((line) => named(line, 'place')),
    people: lines('people').map((line) => whole(line, parseName(wordsOf(line).words), 'people-block')),
    topics: lines('topics').map(heading),
    subjects: lines('subjects').map(heading),
    languages: languages(lines('language'), credited),
    archival: references(source, schemes),
    ...optional('originalArchive', archive && named(archive, 'body')),
    ...optional('rights', folded('rights', 'rights')),
    ...optional('uploaded', uploaded && uploadedOn(uploaded)),
    ...optional('summary', folded('summary', 'summary')),
    ...optional('creditLine', folded('credits', 'credit-line')),
    credits: credited.flatMap((stretch) => find(stretch, () => parseCredits(unbroken(stretch)).credits, 'credit')),
    donors: credited.flatMap((stretch) => find(stretch, () => parseCredits(unbroken(stretch)).donors, 'donor')),
    markings: find(all('classification'), findMarkings, 'classification-block'),
    ...optional('notice', notice && { ...notice, value: notice.value.replace(/^[^:]*:\s*/, '') }),
  }
}

function references(source: Stretch | undefined, schemes: readonly ArchiveScheme[]): Found<ArchivalReference>[] {
  return find(source, (words) => parseReferences(words, schemes), 'archival-reference')
}

function cataloguedAuthor(line: Stretch): Found<Party> {
  return whole(line, { role: 'cataloguedAuthor', name: parseName(wordsOf(line).words) }, 'author-block')
}

function named(line: Stretch, kind: Name['kind']): Found<Name> {
  return whole(line, { ...parseName(wordsOf(line).words), kind }, `${kind}-block`)
}

function heading(line: Stretch): Found<Heading> {
  return whole(line, parseHeading(wordsOf(line).words), 'subject-heading')
}

/** A page without the field may say from which language its text was translated. */
function languages(named: readonly Stretch[], credited: readonly Stretch[]): Found<string>[] {
  const stated = named.flatMap(language)
  if (stated.length > 0) return stated
  return credited
    .flatMap((stretch) => find(stretch, () => translatedFrom(unbroken(stretch)), 'translated-from'))
    .slice(0, 1)
}

function language(line: Stretch): Found<string>[] {
  const code = languageCode(wordsOf(line).words)
  return code === undefined ? [] : [whole(line, code.iso, 'language')]
}

function uploadedOn(line: Stretch): Found<string> | undefined {
  const date = parseDate(wordsOf(line).words)
  return date && whole(line, date.edtf, 'uploaded')
}
