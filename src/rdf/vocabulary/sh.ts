/** The terms of SHACL that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const sh = vocabulary('http://www.w3.org/ns/shacl#', [
  'alternativePath', 'class', 'closed', 'conforms', 'datatype', 'focusNode', 'hasValue', 'ignoredProperties', 'in',
  'Info', 'inversePath', 'lessThan', 'lessThanOrEquals', 'maxCount', 'maxExclusive', 'maxInclusive', 'maxLength',
  'message', 'minCount', 'minExclusive', 'minInclusive', 'minLength', 'node', 'NodeShape', 'nodeKind', 'not', 'or',
  'path', 'pattern', 'property', 'PropertyShape', 'qualifiedMaxCount', 'qualifiedMinCount', 'qualifiedValueShape',
  'result', 'resultMessage', 'resultPath', 'resultSeverity', 'severity', 'sourceConstraintComponent', 'sourceShape',
  'targetClass', 'targetObjectsOf', 'targetSubjectsOf', 'uniqueLang', 'ValidationReport', 'ValidationResult', 'value',
  'Violation', 'Warning',
])
