/** What a shape asks, in words that an archivist reads: how many, of what kind, how grave. Nothing that it says is left out. */
import type { Term } from '@rdfjs/types'
import type { ComponentChildren, VNode } from 'preact'
import { rdf } from '../../rdf/vocabulary/rdf.ts'
import { sh } from '../../rdf/vocabulary/sh.ts'
import { skos } from '../../rdf/vocabulary/skos.ts'
import { vocabulary } from '../../rdf/vocabulary/vocabulary.ts'
import { NAMESPACE } from '../page.ts'
import { TermLink, type Words } from './parts.tsx'
import { shortName, type Terms } from './terms.ts'

const { first, rest } = vocabulary(rdf.iri, ['first', 'rest'])

interface Asked extends Words {
  readonly shape: string
}

/** `exactly 1`, `at most 1`, `any number`. */
export function howMany({ about }: Terms, shape: string): string {
  return range(about.text(shape, sh.minCount), about.text(shape, sh.maxCount)) ?? 'any number'
}

function range(least: string, most: string): string | undefined {
  if (most === '0') return 'none'
  if (least !== '' && least === most) return `exactly ${least}`
  if (most === '') return least === '' ? undefined : `at least ${least}`
  return least === '' || least === '0' ? `at most ${most}` : `${least} to ${most}`
}

/** Names of severities, as the report of a build has them. */
const SEVERITIES: ReadonlyMap<string, string> = new Map([
  [sh.Violation.value, 'error'],
  [sh.Warning.value, 'warning'],
  [sh.Info.value, 'note'],
])

export function Severity({ terms, shape }: { terms: Terms; shape: string }): VNode {
  const severity = SEVERITIES.get(terms.about.text(shape, sh.severity) || sh.Violation.value) ?? 'error'
  return <span class={`badge severity-${severity}`}>{severity}</span>
}

/** The properties that a rule is about. */
export function Path({ path, ...words }: Words & { path: Term | undefined }): VNode {
  if (path === undefined) return <></>
  if (path.termType === 'NamedNode') return <TermLink {...words} iri={path.value} />
  const { about } = words.terms
  const alternatives = about.one(path.value, sh.alternativePath)
  if (alternatives !== undefined)
    return <Joined parts={listed(words.terms, alternatives).map((part) => <Path {...words} path={part} />)} word="or" />
  const inverse = about.one(path.value, sh.inversePath)
  if (inverse !== undefined)
    return (
      <>
        what leads here by <Path {...words} path={inverse} />
      </>
    )
  return <>a longer path</>
}

/** What is said elsewhere in the row or the heading of a shape. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  [
    rdf.type,
    sh.path,
    sh.message,
    sh.severity,
    sh.property,
    sh.minCount,
    sh.maxCount,
    sh.qualifiedMinCount,
    sh.qualifiedMaxCount,
    sh.targetClass,
    sh.targetSubjectsOf,
    sh.targetObjectsOf,
    sh.ignoredProperties,
  ].map(({ value }) => value),
)

/** What a shape asks of each value, beside how many there are. */
export function constraintsOf({ shape, ...words }: Asked): readonly ComponentChildren[] {
  const { about } = words.terms
  return [...about.properties(shape)]
    .filter(([predicate]) => predicate.startsWith(sh.iri) && !ELSEWHERE.has(predicate))
    .flatMap(([predicate, values]) => values.map((value) => constraint({ ...words, shape }, predicate, value)))
}

type Worded = (asked: Asked, value: Term) => ComponentChildren

const NODE_KINDS: Readonly<Record<string, string>> = {
  IRI: 'something with an address (IRI)',
  Literal: 'words or a number (literal)',
  BlankNode: 'something without an address',
}

const WORDED: ReadonlyMap<string, Worded> = new Map<string, Worded>([
  [
    sh.class.value,
    (words, { value }) => (value === skos.Concept.value ? 'a concept' : <TermLink {...words} iri={value} />),
  ],
  [sh.datatype.value, (_, { value }) => <Datatype iri={value} />],
  [sh.nodeKind.value, (_, { value }) => NODE_KINDS[value.slice(sh.iri.length)] ?? shortName(value)],
  [sh.pattern.value, (words, { value }) => <Pattern {...words} pattern={value} />],
  [
    sh.hasValue.value,
    (words, value) => (
      <>
        the value <Given {...words} value={value} />
      </>
    ),
  ],
  [
    sh.in.value,
    (words, value) => (
      <>
        one of <Joined parts={listed(words.terms, value).map((item) => <Given {...words} value={item} />)} word="or" />
      </>
    ),
  ],
  [sh.minInclusive.value, (_, { value }) => `not below ${value}`],
  [sh.maxInclusive.value, (_, { value }) => `not above ${value}`],
  [sh.minExclusive.value, (_, { value }) => `above ${value}`],
  [sh.maxExclusive.value, (_, { value }) => `below ${value}`],
  [sh.minLength.value, (_, { value }) => `at least ${value} ${value === '1' ? 'character' : 'characters'}`],
  [sh.maxLength.value, (_, { value }) => `at most ${value} characters`],
  [
    sh.lessThan.value,
    (words, { value }) => (
      <>
        before <TermLink {...words} iri={value} />
      </>
    ),
  ],
  [
    sh.lessThanOrEquals.value,
    (words, { value }) => (
      <>
        not after <TermLink {...words} iri={value} />
      </>
    ),
  ],
  [sh.uniqueLang.value, () => 'one in each language'],
  [sh.or.value, (words, value) => <Shapes {...words} list={value} word="or" />],
  [
    sh.not.value,
    (words, { value }) => (
      <>
        not: <TermLink {...words} iri={value} />
      </>
    ),
  ],
  [sh.node.value, (words, { value }) => <TermLink {...words} iri={value} />],
  [sh.qualifiedValueShape.value, (words, { value }) => <Qualified {...words} part={value} />],
  [sh.closed.value, (words, { value }) => (value === 'true' ? <Closed {...words} /> : 'anything beside it')],
])

function constraint(asked: Asked, predicate: string, value: Term): ComponentChildren {
  const worded = WORDED.get(predicate)
  if (worded !== undefined) return worded(asked, value)
  return (
    <>
      <code>{shortName(predicate)}</code> <Given {...asked} value={value} />
    </>
  )
}

/** Datatypes in words, by their short names. */
const DATATYPES: Readonly<Record<string, string>> = {
  'rdf:langString': 'words in a language',
  'xsd:anyURI': 'an address',
  'xsd:boolean': 'true or false',
  'xsd:date': 'a day',
  'xsd:dateTime': 'a day and a time',
  'xsd:decimal': 'a number',
  'xsd:integer': 'a whole number',
  'xsd:string': 'words',
}

function Datatype({ iri }: { iri: string }): VNode {
  const name = shortName(iri)
  const words = DATATYPES[name]
  return (
    <>
      {words !== undefined && `${words}, `}
      <code>{name}</code>
    </>
  )
}

/** Signs of a pattern that stands in the row; a longer one is folded: the message says what it asks. */
const SHORT = 30

const SCHEME = /^\^https:\/\/w3id\\?\.org\/diplomacy\/(vocab\/[a-z-]+)\/\[a-z-\]\+\$$/

/** A pattern of the addresses of a scheme's concepts stands for the scheme. */
function Pattern({ pattern, ...words }: Words & { pattern: string }): VNode {
  const [, path] = SCHEME.exec(pattern) ?? []
  const scheme = path === undefined ? undefined : NAMESPACE + path
  const isScheme = scheme !== undefined && words.terms.kind(scheme) === 'scheme'
  if (!isScheme && pattern.length > SHORT)
    return (
      <details class="pattern">
        <summary>written in one way</summary>
        <code>{pattern}</code>
      </details>
    )
  if (!isScheme)
    return (
      <>
        written as <code class="pattern">{pattern}</code>
      </>
    )
  return (
    <>
      a concept of <TermLink {...words} iri={scheme} />
    </>
  )
}

function Given({ value, ...words }: Words & { value: Term }): VNode {
  return value.termType === 'NamedNode' ? <TermLink {...words} iri={value.value} /> : <q>{value.value}</q>
}

function Shapes({ list, word, ...words }: Words & { list: Term; word: string }): VNode {
  return (
    <Joined parts={listed(words.terms, list).map(({ value }) => <TermLink {...words} iri={value} />)} word={word} />
  )
}

function Qualified({ part, shape, ...words }: Asked & { part: string }): VNode {
  const { about } = words.terms
  const count = range(about.text(shape, sh.qualifiedMinCount), about.text(shape, sh.qualifiedMaxCount))
  return (
    <>
      {count ?? 'any number'} of which it holds: <TermLink {...words} iri={part} />
    </>
  )
}

function Closed({ shape, ...words }: Asked): VNode {
  const ignored = words.terms.about.one(shape, sh.ignoredProperties)
  if (ignored === undefined) return <>nothing beside these</>
  return (
    <>
      nothing beside these and{' '}
      <Joined parts={listed(words.terms, ignored).map(({ value }) => <TermLink {...words} iri={value} />)} word="and" />
    </>
  )
}

/** The members of an RDF list. */
function listed({ about }: Terms, list: Term): readonly Term[] {
  const members: Term[] = []
  const seen = new Set<string>()
  for (
    let node: Term | undefined = list;
    node !== undefined && !seen.has(node.value);
    node = about.one(node.value, rest)
  ) {
    seen.add(node.value)
    const member = about.one(node.value, first)
    if (member !== undefined) members.push(member)
  }
  return members
}

/** `a, b or c`. */
function Joined({ parts, word }: { parts: readonly ComponentChildren[]; word: string }): VNode {
  return (
    <>
      {parts.map((part, i) => (
        <>
          {i > 0 && (i === parts.length - 1 ? ` ${word} ` : ', ')}
          {part}
        </>
      ))}
    </>
  )
}
