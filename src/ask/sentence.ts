/** A question in words: what is sought, and what is asked of it. */
import type { Model, Property } from './model.ts'
import { type Condition, type Question, valueClasses } from './question.ts'

/** Longer ones end with dots: they are titles. */
const LONGEST = 180

/** `telegram: sender named “Filippov”, date 1950 to 1953` with a capital. */
export function sentenceOf(question: Question, model: Model): string {
  const sought = model.classNamed(question.find)
  if (sought === undefined) return ''
  const label = model.label(sought)
  const parts = partsOf(question.conditions, [sought], model)
  const all = `${label.charAt(0).toUpperCase()}${label.slice(1)}${parts.length === 0 ? '' : `: ${parts.join('; ')}`}`
  const letters = [...all]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()} …` : all
}

const partsOf = (conditions: readonly Condition[], classes: readonly string[], model: Model): readonly string[] =>
  conditions.flatMap((condition) => {
    const property = model.property(classes, condition.property)
    return property === undefined ? [] : [partOf(condition, property, model)]
  })

function partOf(condition: Condition, property: Property, model: Model): string {
  const { values, label } = property
  const { named, words, from, to, of, kind, mode, match } = condition
  const below = values.kind === 'things' ? valueClasses(model, values.classes, kind) : []
  const chosen =
    values.kind === 'concepts' || values.kind === 'classes' ? values.choices.find(({ name }) => name === of)?.label : of
  const said = [
    ...(kind !== undefined && below[0] !== undefined ? [model.label(below[0])] : []),
    ...(named !== undefined ? [`“${named}”`] : []),
    ...(words !== undefined ? [`${match === 'is' ? '= ' : match === 'begins' ? 'beginning ' : ''}“${words}”`] : []),
    ...(chosen !== undefined ? [chosen] : []),
    ...(from !== undefined && to !== undefined
      ? [from === to ? from : `${from} to ${to}`]
      : from !== undefined
        ? [`from ${from}`]
        : to !== undefined
          ? [`until ${to}`]
          : []),
  ]
  const inner = partsOf(condition.conditions, below, model)
  const whole = [label, ...said].join(' ') + (inner.length === 0 ? '' : ` (${inner.join('; ')})`)
  return mode === 'no' ? `no ${whole}` : mode === 'may' ? `${whole}, if any` : whole
}
