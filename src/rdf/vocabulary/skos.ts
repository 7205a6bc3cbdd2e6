/** The terms of SKOS that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const skos = vocabulary('http://www.w3.org/2004/02/skos/core#', [
  'altLabel', 'broader', 'closeMatch', 'Concept', 'ConceptScheme', 'definition', 'editorialNote', 'exactMatch',
  'example', 'hasTopConcept', 'hiddenLabel', 'inScheme', 'narrower', 'notation', 'note', 'prefLabel', 'related',
  'scopeNote', 'topConceptOf',
])
