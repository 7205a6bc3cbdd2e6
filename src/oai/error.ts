/** The errors of OAI-PMH (protocol, section 3.6): each is an answer with status 200. */

export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'

export interface OaiError {
  readonly code: OaiErrorCode
  readonly message: string
}

export const oaiError = (code: OaiErrorCode, message: string): OaiError => ({ code, message })
