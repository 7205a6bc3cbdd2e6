/** Ready questions: what leads a beginner in, by group, and the questions of historians. */
import type { VNode } from 'preact'
import type { Site } from './page.ts'

export interface Question {
  readonly id: string
  /** Those of a group stand together; the others are the historians' questions. */
  readonly group?: string
  readonly sentence: string
  readonly query: string
  /** Parameters of `/ask` that ask the same, where the form can. */
  readonly form?: string
}

/** Links that put a question into the form. */
export function Examples({ site, questions }: { site: Site; questions: readonly Question[] }): VNode {
  const groups = new Map<string, Question[]>()
  const others: Question[] = []
  for (const question of questions) {
    if (question.group === undefined) others.push(question)
    else groups.set(question.group, [...(groups.get(question.group) ?? []), question])
  }
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">Examples to begin with</h2>
      <div class="examples">
        {[...groups].map(([group, members]) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {members.map(({ id, sentence }) => (
                <li key={id}>
                  <a href={`${site.root}/sparql?example=${encodeURIComponent(id)}`}>{sentence}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {others.length > 0 && (
        <>
          <h2>Questions of historians</h2>
          <ol class="questions">
            {others.map(({ id, sentence }) => (
              <li key={id} value={/^\d+$/.test(id) ? Number(id) : undefined}>
                <a href={`${site.root}/sparql?example=${encodeURIComponent(id)}`}>{sentence}</a>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
