/** The patterns of a query: one condition after the other, and what of them becomes a column. */
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { daysOf } from './days.ts'
import { expressionOf, wordsOf } from './literal.ts'
import type { Choice, Model, Property, Shelf, Values } from './model.ts'
import { baseOf, createNames, type Names, upperFirst } from './names.ts'
import { type Condition, type Question, valueClasses } from './question.ts'

/** A column of the answer, and the variable that it is made of where it has several values in one cell. */
export interface Column {
  readonly name: string
  readonly from?: string
}

export interface Patterns extends Names {
  /** What a thing is called: its pattern goes to the lines. */
  called(thing: string, classes: readonly string[], lines: string[]): Column | undefined
  /** What a condition asks of a thing: its patterns go to the lines. */
  condition(thing: string, classes: readonly string[], condition: Condition, lines: string[]): readonly Column[]
}

const FUNCTIONS: Readonly<Record<Shelf, string>> = { documents: 'dipf:matches', things: 'dipf:named' }

/** A condition on its way into the query. */
interface Step {
  readonly thing: string
  readonly classes: readonly string[]
  readonly property: Property
  readonly condition: Condition
  readonly base: string
  readonly lines: string[]
}

export function createPatterns(model: Model, { rows, hasAddresses }: Question): Patterns {
  const names = createNames()
  const { variable, term } = names
  const isJoined = rows === 'one'

  /** The column that shows a value, and the variable of the value. */
  const columnFor = (base: string): { readonly column: Column; readonly value: string } => {
    const name = variable(base)
    const value = isJoined ? variable(`one${upperFirst(base)}`) : name
    return { column: { name, ...(isJoined && { from: value }) }, value }
  }
  const addressOf = (base: string, node: string): readonly Column[] => {
    if (!hasAddresses) return []
    return [isJoined ? { name: variable(`${base}Address`), from: node } : { name: node }]
  }
  const pathOf = ({ path, iri }: Property) => {
    if (iri !== undefined) term(iri)
    if (path.includes('dip:')) names.use('dip')
    return path
  }
  const seek = (node: string, shelf: Shelf, words: string) => {
    names.use('dipf')
    return `?${node} ${FUNCTIONS[shelf]} ${wordsOf(words)} .`
  }
  const labelPath = (classes: readonly string[]) => model.spoken(classes).map(term).join('/')

  const called: Patterns['called'] = (thing, classes, lines) => {
    const path = labelPath(classes)
    if (path === '') return undefined
    const name = variable(baseOf(path.slice(path.lastIndexOf('/') + 1)))
    lines.push(unlessCertain(path, `?${thing} ${path} ?${name} .`))
    return { name }
  }

  function things(step: Step, { classes }: Extract<Values, { kind: 'things' }>): readonly Column[] {
    const { thing, property, condition, base, lines } = step
    const node = variable(`the${upperFirst(base)}`)
    const below = valueClasses(model, classes, condition.kind)
    const { named } = condition
    const isAny = named === undefined && condition.kind === undefined && condition.conditions.length === 0
    const shelf = model.shelf(below)
    if (named !== undefined && shelf !== undefined) lines.push(seek(node, shelf, named))
    lines.push(
      `?${thing} ${pathOf(isAny ? { ...property, path: property.step ?? property.path } : property)} ?${node} .`,
    )
    if (condition.kind !== undefined && below[0] !== undefined) lines.push(`?${node} a ${term(below[0])} .`)
    const path = labelPath(below)
    const isSought = named !== undefined && shelf === undefined && path !== ''
    const shown = condition.isShown || isSought ? columnFor(base) : undefined
    if (shown !== undefined && path !== '') {
      const pattern = `?${node} ${path} ?${shown.value} .`
      lines.push(isSought ? pattern : unlessCertain(path, pattern))
      if (isSought) lines.push(holds(shown.value, named))
    }
    const own =
      !condition.isShown || shown === undefined
        ? []
        : path === ''
          ? [isJoined ? { name: shown.column.name, from: node } : { name: node }]
          : [shown.column, ...addressOf(base, node)]
    return [...own, ...condition.conditions.flatMap((next) => add(node, below, next, lines))]
  }

  function concepts(step: Step, { choices }: { readonly choices: readonly Choice[] }): readonly Column[] {
    const { thing, property, condition, base, lines } = step
    const chosen = choices.find(({ name }) => name === condition.of)
    const path = pathOf(property)
    const isShown = condition.isShown
    const narrower = chosen?.isBroader ? `/${term(skos.broader.value)}*` : ''
    if (!isShown && chosen !== undefined) {
      lines.push(`?${thing} ${path}${narrower} ${term(chosen.iri)} .`)
      return []
    }
    const node = variable(`the${upperFirst(base)}`)
    lines.push(`?${thing} ${path} ?${node} .`)
    if (chosen !== undefined && narrower !== '') lines.push(`?${node} ${narrower.slice(1)} ${term(chosen.iri)} .`)
    else if (chosen !== undefined) lines.push(`FILTER(?${node} = ${term(chosen.iri)})`)
    if (!isShown) return []
    const { column, value } = columnFor(base)
    // Of a property that has concepts of other schemes too, those of this one are meant.
    lines.push(`?${node} ${term(skos.inScheme.value)} ${schemeOf(choices)} ; ${term(skos.prefLabel.value)} ?${value} .`)
    return [column]
  }
  const schemeOf = ([first]: readonly Choice[]) => `<${first?.iri.slice(0, first.iri.lastIndexOf('/')) ?? ''}>`

  function classes(step: Step, { choices }: { readonly choices: readonly Choice[] }): readonly Column[] {
    const { thing, condition, base, lines } = step
    const chosen = choices.find(({ name }) => name === condition.of)
    if (chosen !== undefined) lines.push(`?${thing} a ${term(chosen.iri)} .`)
    if (!condition.isShown) return []
    const [node, closer] = [variable(`the${upperFirst(base)}`), variable('closer')]
    const { column, value } = columnFor(base)
    const below = term(rdfs.subClassOf.value)
    const tops = step.classes.map(term)
    lines.push(
      `?${thing} a ?${node} .`,
      `?${node} ${below}* ${tops.length === 1 ? tops[0] : `?${variable('top')}`} ; ${term(rdfs.label.value)} ?${value} .`,
      `FILTER NOT EXISTS { ?${thing} a ?${closer} . ?${closer} ${below} ?${node} }`,
    )
    return [column]
  }

  function period(step: Step, values: Extract<Values, { kind: 'period' }>): readonly Column[] {
    const { thing, property, condition, base, lines } = step
    const node = property.path === '' ? thing : variable(`the${upperFirst(base)}`)
    if (node !== thing) lines.push(`?${thing} ${pathOf(property)} ?${node} .`)
    const [from, to] = [condition.from, condition.to].map((text) => (text === undefined ? undefined : daysOf(text)))
    const tests: string[] = []
    if (from !== undefined) {
      const last = variable(`${base}Last`)
      lines.push(`?${node} ${term(values.last)} ?${last} .`)
      tests.push(`?${last} >= ${typed(from.first, 'date')}`)
    }
    if (to !== undefined) {
      const first = variable(`${base}First`)
      lines.push(`?${node} ${term(values.first)} ?${first} .`)
      tests.push(`?${first} <= ${typed(to.last, 'date')}`)
    }
    if (tests.length > 0) lines.push(`FILTER(${tests.join(' && ')})`)
    if (!condition.isShown && (tests.length > 0 || node !== thing)) return []
    const { column, value } = columnFor(base)
    lines.push(`?${node} ${term(values.shown)} ?${value} .`)
    return condition.isShown ? [column] : []
  }

  const typed = (value: string, datatype: 'date' | 'dateTime') => {
    names.use('xsd')
    return `"${value}"^^xsd:${datatype}`
  }

  /** A value that is a literal, with what is tested of it. */
  function literal(step: Step): readonly Column[] {
    const { thing, property, condition, base, lines } = step
    const { values } = property
    if (values.kind === 'truth' && condition.of !== undefined && !condition.isShown) {
      const yes = `?${thing} ${pathOf(property)} true`
      lines.push(condition.of === 'yes' ? `${yes} .` : `FILTER NOT EXISTS { ${yes} }`)
      return []
    }
    const { column, value } = columnFor(base)
    lines.push(`?${thing} ${pathOf(property)} ?${value} .`)
    const tests = testsOf(values, condition, `?${value}`)
    if (tests.length > 0) lines.push(`FILTER(${tests.join(' && ')})`)
    return condition.isShown ? [column] : []
  }

  function testsOf(values: Values, { from, to, of, words, match }: Condition, value: string): readonly string[] {
    if (values.kind === 'truth') return of === undefined ? [] : [`${value} = ${of === 'yes'}`]
    if (values.kind === 'number')
      return [
        ...(from === undefined ? [] : [`${value} >= ${from}`]),
        ...(to === undefined ? [] : [`${value} <= ${to}`]),
      ]
    if (values.kind === 'moment') {
      const { datatype } = values
      const [first, last] = [from && daysOf(from)?.first, to && daysOf(to)?.last]
      const at = (day: string, time: string) => typed(datatype === 'date' ? day : `${day}T${time}`, datatype)
      return [
        ...(first ? [`${value} >= ${at(first, '00:00:00')}`] : []),
        ...(last ? [`${value} <= ${at(last, '23:59:59')}`] : []),
      ]
    }
    if (words === undefined) return []
    if (match === 'is') return [`STR(${value}) = ${expressionOf(words)}`]
    const text = `LCASE(STR(${value}))`
    return [`${match === 'begins' ? 'STRSTARTS' : 'CONTAINS'}(${text}, LCASE(${expressionOf(words)}))`]
  }

  function one(step: Step): readonly Column[] {
    const { property, condition, thing, lines } = step
    const { values } = property
    switch (values.kind) {
      case 'search':
        if (condition.words !== undefined) lines.push(seek(thing, values.shelf, condition.words))
        return []
      case 'things':
        return things(step, values)
      case 'concepts':
        return concepts(step, values)
      case 'classes':
        return classes(step, values)
      case 'period':
        return period(step, values)
      default:
        return literal(step)
    }
  }

  function add(thing: string, of: readonly string[], condition: Condition, lines: string[]): readonly Column[] {
    const property = model.property(of, condition.property)
    if (property === undefined) return []
    const own: string[] = []
    const base = baseOf(property.name)
    const isHidden = condition.mode === 'no'
    const asked = isHidden ? { ...condition, isShown: false } : condition
    const columns = one({ thing, classes: of, property, condition: asked, base, lines: own })
    if (own.length === 0) return columns
    if (condition.mode === 'has') lines.push(...own)
    else lines.push(block(condition.mode === 'no' ? 'FILTER NOT EXISTS' : 'OPTIONAL', own))
    return isHidden ? [] : columns
  }

  return { ...names, called, condition: add }
}

const holds = (variable: string, words: string) =>
  `FILTER(CONTAINS(LCASE(STR(?${variable})), LCASE(${expressionOf(words)})))`

/** Words of a text may be withheld: where they are what a thing is called, it is found without them. */
const unlessCertain = (path: string, pattern: string) =>
  path.endsWith(`:${dip.quote.value.slice(dip.iri.length)}`) ? block('OPTIONAL', [pattern]) : pattern

/** `OPTIONAL { … }`, on one line where there is one pattern. */
function block(keyword: string, lines: readonly string[]): string {
  if (lines.length === 1 && !lines[0]?.includes('\n')) return `${keyword} { ${lines[0]?.replace(/ \.$/, '')} }`
  return `${keyword} {\n${lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`).join('\n')}\n}`
}
