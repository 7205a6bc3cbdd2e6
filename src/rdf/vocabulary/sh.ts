/** The terms of SHACL that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const sh = vocabulary('http://www.w3.org/ns/shacl#', [
  'conforms', 'deactivated', 'focusNode', 'Info', 'js', 'message', 'NodeShape', 'path', 'property', 'PropertyShape',
  'result', 'resultMessage', 'resultPath', 'resultSeverity', 'rule', 'severity', 'sourceConstraintComponent',
  'sourceShape', 'sparql', 'target', 'ValidationReport', 'ValidationResult', 'validator', 'value', 'Violation',
  'Warning',
])
