/** What the curated files know: the interface by which readers, text rules and the map ask them. */
import type { NamedKind, NameForm } from '../document.ts'
import type { Kind } from '../iris.ts'
import type { When } from './periods.ts'
import type { AuthorityFiles } from './rows.ts'

/** A thing with an identity of its own: from a curated file, or met in a document and minted from its name. */
export interface Entity {
  readonly kind: Extract<Kind, 'person' | 'body' | 'state' | 'position' | 'place'>
  readonly slug: string
  /** Established form of the name. */
  readonly label: string
  readonly forms: readonly NameForm[]
  /** From a curated file. */
  readonly curated: boolean
  /** A loosely named group (`the Korean comrades`) or a name of no known kind: an actor and no more. */
  readonly loose?: true
}

/** One level of an archive's scheme and the tokens by which references name it: `F.`, `Fond`. */
export interface SchemeLevel {
  /** Concept of the scheme `unit-level`. */
  readonly level: string
  readonly tokens: readonly string[]
  /** Prefix of the number in a slug: `f`, `op`. */
  readonly prefix: string
}

/** How an archive cites: its names and its levels, widest first. */
export interface ArchiveScheme {
  /** Key and slug of the archive: `avprf`. */
  readonly archive: string
  readonly label: string
  /** Forms of the archive's name in references: `AVPRF`, `AVP RF`. */
  readonly names: readonly string[]
  readonly levels: readonly SchemeLevel[]
  /** Tokens before folios: `Listy`, `L.`, `Ll.` */
  readonly folioTokens: readonly string[]
  /** Call numbers that tell the archive without its name: `PREM #/#`, `CIA-RDP*`. */
  readonly callNumbers?: readonly string[]
}

export interface Authority {
  /**
   * The curated entity that has this form of name (case, marks and apostrophes folded), or undefined; `kind` narrows.
   * A surname alone finds nobody unless the files give it as a form. Adjectives (`Soviet`) name a state only where
   * `kind` asks for one. Of states and bodies that had one name after another, the one of the date `when` is found; a body
   * or position of a state that was not yet is not.
   */
  find(label: string, kind?: NamedKind, when?: When): Entity | undefined
  /** The person behind a code name (`Filippov` → Stalin). */
  codeName(label: string): Entity | undefined
  /** All curated forms, longest first: the gazetteer of the text rules. */
  readonly forms: readonly { readonly form: string; readonly entity: Entity }[]
  readonly schemes: readonly ArchiveScheme[]
  /** The rows of the files themselves: holdings, hierarchies, coordinates, links. */
  readonly files: AuthorityFiles
}
