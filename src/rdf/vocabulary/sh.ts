/** The terms of SHACL that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const sh = vocabulary('http://www.w3.org/ns/shacl#', [
  'class', 'conforms', 'datatype', 'focusNode', 'Info', 'message', 'minCount', 'minInclusive', 'NodeShape', 'path',
  'pattern', 'property', 'PropertyShape', 'qualifiedValueShape', 'result', 'resultMessage', 'resultPath',
  'resultSeverity', 'severity', 'sourceConstraintComponent', 'sourceShape',
  'targetClass', 'targetObjectsOf', 'targetSubjectsOf', 'ValidationReport', 'ValidationResult', 'value', 'Violation',
  'Warning',
])
