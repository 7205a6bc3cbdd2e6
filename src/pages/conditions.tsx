/** The conditions of a question as fields of a form: what is asked of a thing, and of the things that it leads to. */
import type { VNode } from 'preact'
import type { Model, Property, Values } from '../ask/model.ts'
import { type Condition, type Fault, MOST_STEPS, valueClasses } from '../ask/question.ts'

interface ConditionsProps {
  readonly model: Model
  readonly classes: readonly string[]
  readonly conditions: readonly Condition[]
  /** Of the numbers: empty, or `2.` */
  readonly prefix: string
  readonly faults: readonly Fault[]
}

export function Conditions({ model, classes, conditions, prefix, faults }: ConditionsProps): VNode {
  return (
    <>
      {conditions.map((condition, i) => {
        const property = model.property(classes, condition.property)
        if (property === undefined) return null
        const at = `${prefix}${i + 1}`
        return <Fields key={at} model={model} property={property} condition={condition} at={at} faults={faults} />
      })}
    </>
  )
}

interface FieldsProps {
  readonly model: Model
  readonly property: Property
  readonly condition: Condition
  readonly at: string
  readonly faults: readonly Fault[]
}

const MODES = [
  ['has', 'there is one'],
  ['no', 'there is none'],
  ['may', 'one if known'],
] as const
const FOUND = [
  ['has', 'found'],
  ['no', 'not found'],
] as const
const MATCHES = [
  ['holds', 'with the words'],
  ['is', 'which is exactly'],
  ['begins', 'which begins'],
] as const

function Fields({ model, property, condition, at, faults }: FieldsProps): VNode {
  const { values, label, definition } = property
  const isSearch = values.kind === 'search'
  const below = values.kind === 'things' ? valueClasses(model, values.classes, condition.kind) : []
  const further = values.kind === 'things' && at.split('.').length < MOST_STEPS ? model.properties(below) : []
  return (
    <fieldset class="condition" id={`c${at}`}>
      <legend title={definition}>{label}</legend>
      <input type="hidden" name={at} value={property.name} />
      <div class="row">
        <select name={`${at}.mode`} aria-label={`${label}: whether there is one`}>
          <Options choices={isSearch ? FOUND : MODES} chosen={condition.mode} />
        </select>
        <ValueFields
          model={model}
          values={values}
          condition={condition}
          at={at}
          wrong={faults.flatMap((fault) => (fault.at === at ? (fault.field ?? []) : []))}
        />
        {!isSearch && (
          <label>
            <input type="checkbox" name={`${at}.show`} checked={condition.isShown} /> show it
          </label>
        )}
        <button type="submit" name="remove" value={at} aria-label={`Remove: ${label}`}>
          Remove
        </button>
      </div>
      {values.kind === 'things' && (
        <Conditions model={model} classes={below} conditions={condition.conditions} prefix={`${at}.`} faults={faults} />
      )}
      {further.length > 0 && (
        <div class="row add">
          <PropertyChoice id={`${at}.add`} label="of which" properties={further} />
          <button type="submit" aria-label={`Add to: ${label}`}>
            Add
          </button>
        </div>
      )}
    </fieldset>
  )
}

interface ValueProps {
  readonly model: Model
  readonly values: Values
  readonly condition: Condition
  readonly at: string
  readonly wrong: readonly string[]
}

function ValueFields({ model, values, condition, at, wrong }: ValueProps): VNode {
  switch (values.kind) {
    case 'things': {
      const kinds = model.kinds(values.classes)
      const shelf = model.shelf(values.classes)
      return (
        <>
          <Text at={at} field="named" label={shelf === 'things' ? 'named' : 'with the words'} value={condition.named} />
          {kinds.length > 1 && (
            <Choose
              at={at}
              field="kind"
              label="of the kind"
              chosen={condition.kind}
              choices={kinds.map(({ name, label }) => [name, label] as const)}
            />
          )}
        </>
      )
    }
    case 'concepts':
    case 'classes':
      return (
        <Choose
          at={at}
          field="of"
          label="which is"
          chosen={condition.of}
          choices={values.choices.map(({ name, label }) => [name, label] as const)}
        />
      )
    case 'truth':
      return (
        <Choose
          at={at}
          field="of"
          label="which is"
          chosen={condition.of}
          choices={[
            ['yes', 'yes'],
            ['no', 'no'],
          ]}
        />
      )
    case 'period':
    case 'moment':
    case 'number':
      return <Range at={at} condition={condition} isDate={values.kind !== 'number'} wrong={wrong} />
    case 'search':
      return <Text at={at} field="words" label="words" value={condition.words} />
    case 'text':
      return (
        <>
          <select name={`${at}.match`} aria-label="how the words are found">
            <Options choices={MATCHES} chosen={condition.match ?? 'holds'} />
          </select>
          <input
            type="text"
            name={`${at}.words`}
            aria-label="words"
            value={condition.words}
            maxLength={200}
            dir="auto"
          />
        </>
      )
  }
}

const idOf = (at: string, field: string) => `c${at}-${field}`

interface TextProps {
  readonly at: string
  readonly field: string
  readonly label: string
  readonly value: string | undefined
}

function Text({ at, field, label, value }: TextProps): VNode {
  return (
    <span class="pair">
      <label for={idOf(at, field)}>{label}</label>
      <input type="text" id={idOf(at, field)} name={`${at}.${field}`} value={value} maxLength={200} dir="auto" />
    </span>
  )
}

interface RangeProps {
  readonly at: string
  readonly condition: Condition
  readonly isDate: boolean
  readonly wrong: readonly string[]
}

function Range({ at, condition, isDate, wrong }: RangeProps): VNode {
  return (
    <>
      {(['from', 'to'] as const).map((field) => (
        <span class="pair" key={field}>
          <label for={idOf(at, field)}>{field}</label>
          <input
            type="text"
            class="short"
            id={idOf(at, field)}
            name={`${at}.${field}`}
            value={condition[field]}
            maxLength={16}
            aria-invalid={wrong.includes(field) ? 'true' : undefined}
            aria-describedby={isDate ? idOf(at, 'hint') : undefined}
          />
        </span>
      ))}
      {isDate && (
        <span class="small" id={idOf(at, 'hint')}>
          as 1950, 1950-05 or 1950-05-14
        </span>
      )}
    </>
  )
}

interface ChooseProps {
  readonly at: string
  readonly field: string
  readonly label: string
  readonly chosen: string | undefined
  readonly choices: readonly (readonly [value: string, label: string])[]
}

function Choose({ at, field, label, chosen, choices }: ChooseProps): VNode {
  return (
    <span class="pair">
      <label for={idOf(at, field)}>{label}</label>
      <select id={idOf(at, field)} name={`${at}.${field}`}>
        <Options choices={[['', 'any'], ...choices]} chosen={chosen ?? ''} />
      </select>
    </span>
  )
}

interface OptionsProps {
  readonly choices: readonly (readonly [value: string, label: string])[]
  readonly chosen: string | undefined
}

export function Options({ choices, chosen }: OptionsProps): VNode {
  return (
    <>
      {choices.map(([value, label]) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  )
}

interface PropertyChoiceProps {
  readonly id: string
  readonly label: string
  readonly properties: readonly Property[]
}

/** What can be added: what is asked most, everything else, and what others say of the thing. */
export function PropertyChoice({ id, label, properties }: PropertyChoiceProps): VNode {
  const isBackwards = ({ name }: Property) => name.endsWith('-of')
  const groups = [
    ['Asked most', properties.filter(({ isUseful }) => isUseful)],
    ['Others', properties.filter((property) => !property.isUseful && !isBackwards(property))],
    ['What others say of it', properties.filter((property) => !property.isUseful && isBackwards(property))],
  ] as const
  return (
    <span class="pair">
      <label for={`f${id}`}>{label}</label>
      <select id={`f${id}`} name={id}>
        <option value="">choose …</option>
        {groups.map(
          ([heading, members]) =>
            members.length > 0 && (
              <optgroup key={heading} label={heading}>
                {members.map((property) => (
                  <option key={property.name} value={property.name}>
                    {property.label}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </span>
  )
}
