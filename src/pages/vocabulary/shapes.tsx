/** The shapes as tables: to what each applies, and what it asks of it, property by property. */
import type { ComponentChildren, VNode } from 'preact'
import { dcterms } from '../../rdf/vocabulary/dcterms.ts'
import { owl } from '../../rdf/vocabulary/owl.ts'
import { rdf } from '../../rdf/vocabulary/rdf.ts'
import { sh } from '../../rdf/vocabulary/sh.ts'
import { renderPage } from '../layout.tsx'
import { type Alternate, href, NAMESPACE, type Site } from '../page.ts'
import { Crumbs, Facts } from '../parts.tsx'
import { constraintsOf, howMany, Path, Severity } from './constraints.tsx'
import type { Words } from './parts.tsx'
import { isOurs, localName, shortName, type Terms } from './terms.ts'

export interface ShapesPage {
  readonly site: Site
  readonly terms: Terms
  readonly alternates: readonly Alternate[]
}

const SHAPES = `${NAMESPACE}shapes`

/** HTML of all shapes, by what they apply to. */
export function shapesPage({ site, terms, alternates }: ShapesPage): string {
  const words = { site, terms }
  const { about } = terms
  const title = about.text(SHAPES, dcterms.title) || 'Shapes'
  const [license, version] = [about.text(SHAPES, dcterms.license), about.text(SHAPES, owl.versionInfo)]
  const groups = groupsOf(terms)
  // A shape that stands in two places is found in the first.
  const named = new Set<string>()
  const idOf = (shape: string): string | undefined => {
    if (named.has(shape)) return undefined
    named.add(shape)
    return localName(shape)
  }
  return renderPage(
    { site, title, canonical: SHAPES, alternates },
    <>
      <Crumbs path={[['Ontology', `${site.root}/ontology`]]} />
      <h1>{title}</h1>
      <p>{about.text(SHAPES, dcterms.description)}</p>
      <Facts
        facts={[
          ['Namespace', <code>{`${SHAPES}#`}</code>],
          version === '' ? undefined : ['Version', version],
          license === '' ? undefined : ['Licence', <a href={href(site, license)}>{license}</a>],
          [
            'How grave',
            <>
              A document with an <span class="badge severity-error">error</span> is not published in that state; a{' '}
              <span class="badge severity-warning">warning</span> asks for a look, a{' '}
              <span class="badge severity-note">note</span> tells what could be better.
            </>,
          ],
        ]}
      />
      <nav aria-label="Shapes" class="letters">
        {groups.map(({ key, heading }) => (
          <a key={key} href={`#of-${key}`}>
            {heading}
          </a>
        ))}
      </nav>
      {groups.map(({ key, heading, target, shapes }) => (
        <section key={key} aria-labelledby={`of-${key}`}>
          <h2 id={`of-${key}`}>
            {heading} {target !== undefined && <TargetLink {...words} iri={target} />}
          </h2>
          {shapes.map((shape) => (
            <Shape key={shape} {...words} shape={shape} idOf={idOf} />
          ))}
        </section>
      ))}
    </>,
  )
}

function TargetLink({ iri, site }: Words & { iri: string }): VNode {
  return (
    <a class="small" href={href(site, iri)}>
      {localName(iri)}
    </a>
  )
}

interface Group {
  readonly key: string
  readonly heading: string
  /** The class or property that they are for. */
  readonly target?: string
  readonly shapes: readonly string[]
}

interface Target {
  readonly target: string
  readonly label: string
}

/** Shapes by the class that they are for; those for the subjects or objects of a property; those that are parts of others. */
function groupsOf(terms: Terms): readonly Group[] {
  const { about } = terms
  const shapes = terms.pointing(rdf.type, sh.NodeShape.value)
  const targeting = (predicate: { readonly value: string }) =>
    [...new Set(shapes.flatMap((shape) => about.all(shape, predicate).map(({ value }) => value)))].map((target) => ({
      target,
      label: isOurs(target) ? about.label(target) : shortName(target),
      members: terms.pointing(predicate, target),
    }))
  const byLabel = (a: Target, b: Target) =>
    Number(isOurs(b.target)) - Number(isOurs(a.target)) || (a.label < b.label ? -1 : 1)
  const ofClasses = targeting(sh.targetClass).sort(byLabel)
  const ofSubjects = targeting(sh.targetSubjectsOf).sort(byLabel)
  const ofObjects = targeting(sh.targetObjectsOf).sort(byLabel)
  const targeted = new Set([...ofClasses, ...ofSubjects, ...ofObjects].flatMap(({ members }) => members))
  const parts = shapes.filter((shape) => !targeted.has(shape))
  return [
    ...ofClasses.map(({ target, label, members }) => ({
      key: localName(target),
      heading: label,
      target,
      shapes: members,
    })),
    ...ofSubjects.map(({ target, label, members }) => ({
      key: `subjects-of-${localName(target)}`,
      heading: `whatever has: ${label}`,
      target,
      shapes: members,
    })),
    ...ofObjects.map(({ target, label, members }) => ({
      key: `objects-of-${localName(target)}`,
      heading: `whatever is: ${label}`,
      target,
      shapes: members,
    })),
    ...(parts.length > 0 ? [{ key: 'parts', heading: 'parts of other shapes', shapes: parts }] : []),
  ]
}

type IdOf = (shape: string) => string | undefined

function Shape({ shape, idOf, ...words }: Words & { shape: string; idOf: IdOf }): VNode {
  const { about } = words.terms
  const constraints = constraintsOf({ ...words, shape })
  const properties = about.all(shape, sh.property).map(({ value }) => value)
  const message = about.text(shape, sh.message)
  const id = idOf(shape)
  if (id === undefined)
    return (
      <p>
        <a href={`#${localName(shape)}`}>{about.label(shape)}</a>, as above
      </p>
    )
  return (
    <div class="shape">
      <h3 id={id}>{about.label(shape)}</h3>
      {constraints.length > 0 && (
        <div>
          {message !== '' && (
            <>
              <Severity terms={words.terms} shape={shape} />{' '}
            </>
          )}
          <Constraints constraints={constraints} />. <span class="message">{message}</span>
        </div>
      )}
      {properties.length > 0 &&
        (properties.some((property) => about.text(property, sh.message) !== '') ? (
          <Properties {...words} properties={properties} of={about.label(shape)} idOf={idOf} />
        ) : (
          <Parts {...words} properties={properties} idOf={idOf} />
        ))}
    </div>
  )
}

function Constraints({ constraints }: { constraints: readonly ComponentChildren[] }): VNode {
  return (
    <>
      {constraints.map((constraint, i) => (
        <>
          {i > 0 && '; '}
          {constraint}
        </>
      ))}
    </>
  )
}

/** Rules that say nothing themselves: what holds them does. */
function Parts({ properties, idOf, ...words }: Words & { properties: readonly string[]; idOf: IdOf }): VNode {
  const { terms } = words
  return (
    <ul>
      {properties.map((shape) => {
        const constraints = constraintsOf({ ...words, shape })
        return (
          <li key={shape} id={idOf(shape)}>
            <Path {...words} path={terms.about.one(shape, sh.path)} />: {howMany(terms, shape)}
            {constraints.length > 0 && ', '}
            <Constraints constraints={constraints} />
          </li>
        )
      })}
    </ul>
  )
}

function Properties({
  properties,
  of,
  idOf,
  ...words
}: Words & { properties: readonly string[]; of: string; idOf: IdOf }): VNode {
  const { terms } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its frame is scrolled by keyboard too
    <section class="wide" aria-label={`Properties: ${of}`} tabIndex={0}>
      <table class="rules">
        <thead>
          <tr>
            <th scope="col">Property</th>
            <th scope="col">How many</th>
            <th scope="col">What kind</th>
            <th scope="col">If not</th>
            <th scope="col">It says</th>
          </tr>
        </thead>
        <tbody>
          {properties.map((shape) => (
            <tr key={shape} id={idOf(shape)}>
              <td>
                <Path {...words} path={terms.about.one(shape, sh.path)} />
              </td>
              <td>{howMany(terms, shape)}</td>
              <td>
                <Constraints constraints={constraintsOf({ ...words, shape })} />
              </td>
              <td>
                <Severity terms={terms} shape={shape} />
              </td>
              <td>{terms.about.text(shape, sh.message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
