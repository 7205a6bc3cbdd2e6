/** The terms of PROV-O that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const prov = vocabulary('http://www.w3.org/ns/prov#', [
  'Activity', 'Agent', 'endedAtTime', 'Entity', 'generatedAtTime', 'hadPlan', 'hadPrimarySource',
  'invalidatedAtTime', 'Plan', 'SoftwareAgent', 'startedAtTime', 'used', 'value', 'wasAssociatedWith',
  'wasAttributedTo', 'wasDerivedFrom', 'wasGeneratedBy', 'wasInfluencedBy', 'wasInvalidatedBy', 'wasRevisionOf',
])
