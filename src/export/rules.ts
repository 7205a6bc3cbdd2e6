/**
 * What servers and page hosts have to be told so that the files answer like the service: media types, 303 from things to
 * their pages, 301 and 410 for what is gone, and the form that `Accept` names.
 */
import { FORMATS } from '../rdf/formats.ts'

/** Where a thing is now that was published once: another slug, or nowhere. */
export interface Ended {
  /** `document/wcda-1`. */
  readonly path: string
  /** `document/wcda-2`. */
  readonly target?: string
}

export interface Rules {
  /** Path of the site's front page, without a slash at the end. */
  readonly root: string
  readonly ended: readonly Ended[]
}

const RDF = Object.values(FORMATS)
/** Media types by ending, of what is no type that servers know. */
const TYPES: readonly (readonly [mediaType: string, ending: string])[] = [
  ...RDF.map(({ mediaType, extension }) => [mediaType, extension] as const),
  ['application/x-bibtex', 'bib'],
  ['application/x-research-info-systems', 'ris'],
  ['application/vnd.citationstyles.csl+json', 'csl.json'],
  ['application/wasm', 'wasm'],
]
/** Files without an ending. */
const PLAIN = [
  ['/.well-known/api-catalog', 'application/linkset+json'],
  ['/.well-known/void', 'text/turtle'],
  ['/changes/', 'application/activity+json'],
] as const
/** What a page may do: it runs our scripts, and Oxigraph in WebAssembly. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'self'"

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** What a pattern has to match in a header for a form: its media type, and the words of old clients. */
const accepted = ({ mediaType, aliases }: (typeof RDF)[number]): string =>
  [mediaType, ...aliases.filter((alias) => alias !== 'text/plain')].map(literal).join('|')

/** The files of rules, by name. */
export const ruleFiles = (rules: Rules): ReadonlyMap<string, string> =>
  new Map([
    ['.htaccess', apache(rules)],
    ['nginx.conf', nginx(rules)],
    ['_redirects', redirects(rules)],
    ['_headers', headers(rules)],
    // GitHub Pages leaves out files that begin with a dot or a line, unless this is there.
    ['.nojekyll', ''],
  ])

function apache({ root, ended }: Rules): string {
  return `# Apache 2.4, in the folder of the site: AllowOverride FileInfo Options Indexes; modules rewrite, headers, mime, dir.
Options -Indexes -MultiViews
DirectorySlash Off
ErrorDocument 404 ${root}/404.html
AddDefaultCharset utf-8
${TYPES.map(([mediaType, ending]) => `AddType ${mediaType} .${ending}`).join('\n')}
RemoveEncoding .gz
<FilesMatch "^api-catalog$">
  ForceType application/linkset+json
</FilesMatch>
<FilesMatch "^(\\d+|changes\\.json)$">
  ForceType application/activity+json
</FilesMatch>
<Files "void">
  ForceType text/turtle
</Files>
Header always set Access-Control-Allow-Origin "*"
Header merge Vary Accept
RewriteEngine On
RewriteOptions AllowNoSlash
${ended.map(({ path, target }) => `RewriteRule ^(id/)?${literal(path)}(\\.[\\w.]+)?$ ${target === undefined ? '- [G]' : `${root}/$1${target}$2 [R=301,L]`}`).join('\n')}
RewriteRule ^id/(\\w+/[^/]+)/?$ ${root}/$1 [R=303,L]
RewriteRule ^changes$ changes.json [L]
RewriteCond %{REQUEST_FILENAME} -f
RewriteRule ^ - [L]
${RDF.map(
  (form) => `RewriteCond %{HTTP_ACCEPT} (^|,)\\s*(${accepted(form)})\\s*(,|;|$) [NC]
RewriteCond %{HTTP_ACCEPT} !^\\s*(text/html|application/xhtml\\+xml) [NC]
RewriteCond %{DOCUMENT_ROOT}${root}/$1.${form.extension} -f
RewriteRule ^(.+?)/?$ $1.${form.extension} [L]`,
).join('\n')}
RewriteCond %{DOCUMENT_ROOT}${root}/$1.html -f
RewriteRule ^(.+[^/])$ $1.html [L]
RewriteCond %{DOCUMENT_ROOT}${root}/$1.ttl -f
RewriteRule ^(.+[^/])$ $1.ttl [L]
RewriteCond %{REQUEST_FILENAME} -d
RewriteRule ^(.+[^/])$ ${root}/$1/ [R=301,L]
`
}

function nginx({ root, ended }: Rules): string {
  return `# nginx: this file is included where servers are (http); put \`root\` to the folder of the site.
map $http_accept $dragoman_ending {
  default .html;
  "~*^\\s*(text/html|application/xhtml\\+xml)" .html;
${RDF.map((form) => `  "~*(^|,)\\s*(${accepted(form)})\\s*(,|;|$)" .${form.extension};`).join('\n')}
}
server {
  listen 8080;
  root /srv/www;
  charset utf-8;
  charset_types text/html text/css text/plain text/csv application/xml application/javascript text/turtle;
  include /etc/nginx/mime.types;
  types {
${TYPES.filter(([, ending]) => !ending.includes('.'))
  .map(([mediaType, ending]) => `    ${mediaType} ${ending};`)
  .join('\n')}
    application/gzip gz;
  }
  error_page 404 ${root}/404.html;
  add_header Access-Control-Allow-Origin "*" always;
  add_header Vary Accept;
${ended.map(({ path, target }) => `  location ~ ^${literal(root)}/(id/)?${literal(path)}(\\.[\\w.]+)?$ { return ${target === undefined ? '410' : `301 ${root}/$1${target}$2`}; }`).join('\n')}
  location ~ ^${literal(root)}/id/(\\w+/[^/]+)/?$ { return 303 ${root}/$1; }
  location = ${root}/changes { default_type application/activity+json; try_files ${root}/changes.json =404; types { } }
${PLAIN.map(([path, mediaType]) => `  location ${path.endsWith('/') ? '' : '= '}${root}${path} { default_type ${mediaType}; types { } }`).join('\n')}
  location / { try_files $uri $uri$dragoman_ending $uri.html $uri/index.html $uri.ttl =404; }
}
`
}

/** Netlify and Cloudflare Pages. Of what is gone they can say 301, not 410. */
function redirects({ root, ended }: Rules): string {
  const merged = ended.flatMap(({ path, target }) =>
    target === undefined ? [] : [`${root}/id/${path} ${root}/${target} 301`, `${root}/${path} ${root}/${target} 301`],
  )
  return [...merged, `${root}/id/* ${root}/:splat 303`, `${root}/changes ${root}/changes.json 200`, ''].join('\n')
}

function headers({ root }: Rules): string {
  const block = (path: string, ...lines: readonly string[]) => [root + path, ...lines.map((line) => `  ${line}`)]
  return [
    ...block('/*', 'Access-Control-Allow-Origin: *'),
    ...TYPES.flatMap(([mediaType, ending]) => block(`/*.${ending}`, `Content-Type: ${mediaType}`)),
    ...PLAIN.flatMap(([path, mediaType]) =>
      block(path.endsWith('/') ? `${path}*` : path, `Content-Type: ${mediaType}`),
    ),
    ...block('/changes.json', 'Content-Type: application/activity+json'),
    ...block('/sparql*', `Content-Security-Policy: ${POLICY}`),
    '',
  ].join('\n')
}
