/** What can be said of a collection as a whole. */
import type { DatasetSettings, Publisher } from './settings.ts'
import { day, email, iri, languageTag, listOf, object, period, text } from './values.ts'

export const publisher = object<Publisher>({ iri, name: text, email, identifier: text })

export const dataset = object<DatasetSettings>({
  title: text,
  description: text,
  publisher,
  creator: publisher,
  license: iri,
  adminEmail: email,
  created: day,
  language: listOf(languageTag),
  temporal: period,
  spatial: listOf(iri),
  about: listOf(iri),
})
