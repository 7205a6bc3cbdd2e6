/** The script of the query page of a site without a server: the editor, and an engine in the reader's browser. */
import './editor.ts'
import type { SparqlJson } from '../rdf/sparql-json.ts'
import { answerElement } from './local-answer.ts'
import type { Asking, Opening, Told } from './local-worker.ts'

const JSON_RESULTS = 'application/sparql-results+json'
const NTRIPLES = 'application/n-triples'
/** Media type and ending by the name of a format in the form. */
const FORMATS: Readonly<Record<string, readonly [mediaType: string, ending: string]>> = {
  json: [JSON_RESULTS, 'srj'],
  xml: ['application/sparql-results+xml', 'srx'],
  csv: ['text/csv', 'csv'],
  tsv: ['text/tab-separated-values', 'tsv'],
  turtle: ['text/turtle', 'ttl'],
  jsonld: ['application/ld+json', 'jsonld'],
  rdfxml: ['application/rdf+xml', 'rdf'],
  ntriples: [NTRIPLES, 'nt'],
  nquads: ['application/n-quads', 'nq'],
  trig: ['application/trig', 'trig'],
}

/** The engine, started by the first query, and again after one that was stopped. */
class Local {
  readonly #opening: Opening
  readonly #say: (text: string) => void
  #worker: Worker | undefined

  constructor(opening: Opening, say: (text: string) => void) {
    this.#opening = opening
    this.#say = say
  }

  stop(): void {
    this.#worker?.terminate()
    this.#worker = undefined
  }

  ask(asking: Asking): Promise<{ readonly text: string; readonly mediaType: string }> {
    const worker = this.#start()
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data: told }: MessageEvent<Told>) => {
        if (told.kind === 'answer') resolve(told)
        else if (told.kind === 'fault') reject(new Error(told.message))
        else if (told.kind === 'ready') this.#say('The query runs …')
        else this.#say(progress(told))
      }
      worker.onerror = ({ message }) => reject(new Error(message || 'The engine could not be started.'))
      worker.postMessage(asking)
    })
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker
    this.#worker = new Worker(new URL('./local-worker.js', import.meta.url), { type: 'module' })
    this.#worker.postMessage(this.#opening)
    return this.#worker
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
const progress = ({ loaded, total }: { readonly loaded: number; readonly total: number }): string =>
  `The data are fetched: ${megabytes(loaded)}${total > 0 ? ` of ${megabytes(total)}` : ''} …`

function save(text: string, mediaType: string, ending: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }))
  link.download = `answer.${ending}`
  link.click()
  URL.revokeObjectURL(link.href)
}

const form = document.querySelector<HTMLFormElement>('form.query[data-engine]')
const field = form?.querySelector('textarea')
if (form && field) {
  const { engine = '', dump = '', root = '', base = '' } = form.dataset
  const state = document.createElement('p')
  state.className = 'small'
  state.setAttribute('role', 'status')
  const place = document.createElement('section')
  place.id = 'answer'
  const stop = document.createElement('button')
  stop.type = 'button'
  stop.textContent = 'Stop'
  stop.hidden = true
  form.querySelector('.row')?.append(stop)
  form.after(state, place)
  const say = (text: string) => {
    state.textContent = text
  }
  const local = new Local({ engine: new URL(engine, location.href).href, dump: new URL(dump, location.href).href }, say)
  stop.addEventListener('click', () => {
    local.stop()
    stop.hidden = true
    say('Stopped. The data are loaded again by the next query.')
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const wanted = FORMATS[new FormData(form).get('format')?.toString() ?? '']
    place.replaceChildren()
    stop.hidden = false
    say('The engine is started …')
    const started = performance.now()
    try {
      const [mediaType = '', ending = ''] = wanted ?? []
      const { text, ...answer } = await local.ask({
        query: field.value,
        bindings: /sparql-results|csv|tab/.test(mediaType) ? mediaType : JSON_RESULTS,
        graph: wanted !== undefined && !/sparql-results|csv|tab/.test(mediaType) ? mediaType : NTRIPLES,
      })
      const time = `${Math.max(1, Math.round(performance.now() - started)).toLocaleString('en')} ms`
      if (answer.mediaType === mediaType) {
        save(text, mediaType, ending)
        say(`Saved as answer.${ending}, after ${time}.`)
      } else {
        const found = answer.mediaType === JSON_RESULTS ? (JSON.parse(text) as SparqlJson) : text
        const { element, size } = answerElement(found, { root, base })
        place.replaceChildren(element)
        say(`${size} · ${time}, in this browser`)
      }
    } catch (error) {
      say('')
      const fault = document.createElement('div')
      fault.className = 'fault'
      fault.setAttribute('role', 'alert')
      fault.textContent = error instanceof Error ? error.message : String(error)
      place.replaceChildren(fault)
    }
    stop.hidden = true
  })
}
