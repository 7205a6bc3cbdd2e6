/** The script of a search: two handles below the bars of the years, which choose from when to when. */

interface Bar {
  readonly link: SVGAElement
  readonly first: number
  readonly last: number
}

/** The bars as the page gives them: the first year and the last of each. */
function barsOf(strip: Element): readonly Bar[] {
  return [...strip.querySelectorAll<SVGAElement>('a[data-years]')].map((link) => {
    const [first = 0, last = 0] = (link.dataset['years'] ?? '').split(' ').map(Number)
    return { link, first, last }
  })
}

const written = (year: number): string => String(year).padStart(4, '0')

/** A handle over all years; it has the year of the form's field, where that has one, and no name: the field is sent. */
function handle(label: string, [first, last]: readonly [number, number], field: HTMLInputElement, otherwise: number) {
  const input = document.createElement('input')
  Object.assign(input, { type: 'range', min: String(first), max: String(last), step: '1' })
  input.setAttribute('aria-label', label)
  const year = Number.parseInt(field.value, 10)
  input.value = String(Number.isNaN(year) ? otherwise : year)
  return input
}

/** Puts the handles below a strip; what they choose stands in the form's fields, and is sought when it is sent. */
function slide(strip: Element, form: HTMLFormElement, from: HTMLInputElement, to: HTMLInputElement): void {
  const bars = barsOf(strip)
  const [first, last] = [bars[0]?.first, bars.at(-1)?.last]
  if (first === undefined || last === undefined || first === last) return
  const begin = handle('From the year', [first, last], from, first)
  const end = handle('To the year', [first, last], to, last)
  const button = document.createElement('button')
  button.type = 'button'
  button.addEventListener('click', () => form.requestSubmit())

  const show = (): void => {
    const [begins, ends] = [Number(begin.value), Number(end.value)]
    for (const bar of bars) bar.link.classList.toggle('out', bar.last < begins || bar.first > ends)
    button.textContent = `Show ${begins === ends ? written(begins) : `${written(begins)} to ${written(ends)}`}`
  }
  const move = (moved: HTMLInputElement, other: HTMLInputElement, isPast: (a: number, b: number) => boolean): void => {
    if (isPast(Number(moved.value), Number(other.value))) other.value = moved.value
    from.value = written(Number(begin.value))
    to.value = written(Number(end.value))
    button.hidden = false
    show()
  }
  begin.addEventListener('input', () => move(begin, end, (a, b) => a > b))
  end.addEventListener('input', () => move(end, begin, (a, b) => a < b))

  const slider = document.createElement('div')
  slider.className = 'slider'
  slider.append(begin, end)
  strip.querySelector('svg')?.after(slider)
  strip.append(button)
  button.hidden = true
  show()
}

const form = document.querySelector<HTMLFormElement>('form.search')
const strip = document.querySelector('.facets .years')
const [from, to] = ['from', 'to'].map((name) => form?.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? null)
if (form && strip && from && to) slide(strip, form, from, to)
