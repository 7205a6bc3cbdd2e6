/** The terms of SHACL that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const sh = vocabulary('http://www.w3.org/ns/shacl#', [
  'conforms', 'focusNode', 'Info', 'message', 'NodeShape', 'path', 'property', 'PropertyShape', 'result',
  'resultMessage', 'resultPath', 'resultSeverity', 'severity', 'sourceConstraintComponent', 'sourceShape',
  'targetClass', 'targetObjectsOf', 'targetSubjectsOf', 'ValidationReport', 'ValidationResult', 'value', 'Violation',
  'Warning',
])
