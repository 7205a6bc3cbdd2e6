/**
 * Queries that a store answers otherwise than the standard, or than the embedded engine, with the reason. A difference
 * that is not listed fails, and a listed one that is none. They are told in docs/engines.md.
 */
const ORDER = 'ORDER BY does not order long texts with a language by their letters; ORDER BY STR(?x) does'
const BOOLEAN = 'booleans are the integers 1 and 0'
const ERROR = 'an error in an expression ends the query, instead of leaving the value out'
const EMBEDDED = 'the embedded engine takes xsd:nonNegativeInteger for xsd:integer'
const PATH = 'a path with + or * between two open ends is not answered: transitive start not given'

export const DIFFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Fuseki: {
    'distinct datatypes': EMBEDDED,
    'literals of each datatype': EMBEDDED,
    'parts of dates': 'MONTH and DAY are written with two digits: 05, the same number',
    rounding: 'whole decimals are written with a place: 2.0, the same number',
  },
  Virtuoso: {
    '05-code-names.rq': ORDER,
    '12-who-wrote-to-mao.rq': ORDER,
    '23-filippov-agrees.rq': ORDER,
    '37-translators.rq': ORDER,
    'strstarts, contains, strends': ORDER,
    '21-instructions-carried-out.rq': ERROR,
    'booleans as they are written': BOOLEAN,
    'a boolean is found': BOOLEAN,
    'equal terms': BOOLEAN,
    casts: BOOLEAN,
    'distinct datatypes': `texts with a language have no datatype; ${EMBEDDED}`,
    'strlang and strdt': 'texts with a language have no datatype',
    'literals of each datatype': EMBEDDED,
    'integer division gives a decimal': 'the quotient of two integers is an integer',
    'an aggregate over nothing': 'the sum of nothing is no value',
    'path: one or more': PATH,
    'path: units up to the archive': PATH,
    'functions of strings': 'STRLEN of a long text with a language is an error; STRLEN(STR(?x)) is none',
    'encode_for_uri and iri': 'ENCODE_FOR_URI leaves letters beyond ASCII as they are',
  },
}
