/** Who asks: requests with what came of them, and a client that behaves well. */
import { setTimeout as delay } from 'node:timers/promises'

export interface Outcome {
  /** 0 where the connection broke. */
  readonly status: number
  readonly type: string
  readonly body: string
}

export interface Asking {
  readonly client: string
  readonly parameters?: Readonly<Record<string, string>>
}

/** Asks by POST, as queries may be long. */
export async function askAt(address: string, query: string, { client, parameters }: Asking): Promise<Outcome> {
  try {
    const response = await fetch(`${address}/sparql`, {
      method: 'POST',
      headers: { 'user-agent': client, accept: 'application/sparql-results+json, application/n-triples;q=0.9' },
      body: new URLSearchParams({ query, ...parameters }),
    })
    return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() }
  } catch {
    return { status: 0, type: '', body: '' }
  }
}

/** Whether a body is what its media type says, to its end. */
export function isWhole(body: string, type: string): boolean {
  if (!type.includes('json')) return body === '' || body.endsWith(' .\n')
  try {
    const answer = JSON.parse(body) as {
      readonly boolean?: unknown
      readonly results?: { readonly bindings?: unknown }
    }
    return typeof answer.boolean === 'boolean' || Array.isArray(answer.results?.bindings)
  } catch {
    return false
  }
}

/** The value below which a share of the numbers lies. */
export function share(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.ceil(part * sorted.length) - 1] ?? 0) * 10) / 10
}

export interface Questioner {
  /** Asks one question after the other for so many seconds: milliseconds of each. */
  askFor(seconds: number): Promise<number[]>
  /** What was wrong so far. */
  readonly faults: readonly string[]
  /** Takes the next answers as the right ones. */
  forget(): void
}

/** Between two questions, in milliseconds. */
const PAUSE = 50

/** A client with typical questions; what it is told first has to be told again. */
export function questioner(address: string, questions: readonly string[]): Questioner {
  const right = new Map<string, string>()
  let asked = 0
  const faults: string[] = []
  return {
    faults,
    forget: () => right.clear(),
    askFor: async (seconds) => {
      const times: number[] = []
      const end = performance.now() + seconds * 1000
      for (let n = 0; performance.now() < end; n++) {
        const query = questions[n % questions.length] ?? ''
        const start = performance.now()
        // A comment makes it a question that nobody has asked before: no answer is waiting in memory.
        const { status, body } = await askAt(address, `${query}\n# ${asked++}`, { client: 'neighbour' })
        times.push(performance.now() - start)
        if (status !== 200) faults.push(`the neighbour was answered ${status}`)
        else if (body !== (right.get(query) ?? body)) faults.push('the neighbour was answered otherwise than before')
        else right.set(query, body)
        await delay(PAUSE)
      }
      return times
    },
  }
}
