import { make } from './dom.js'
import { texts } from './texts.js'

/** More than this many rows help nobody; the rest is found by typing. */
const MOST_SHOWN = 200

/** Everybody one can be, as plain links: one with Ctrl opens another tab with another person in it. */
export function createSwitcher(house, viewerId, strangerId) {
  const find = make('input', { type: 'search', placeholder: texts.find, 'aria-label': texts.find })
  const heading = viewerId === '' ? texts.pickPerson : texts.changePerson
  const rows = make('div', { class: 'rows' })
  const stranger = {
    title: texts.otherPeople,
    people: [{ id: strangerId, name: texts.stranger, note: texts.strangerNote }],
  }
  const sections = [...house.sections, stranger]

  function draw() {
    const wanted = find.value.trim()
    let left = MOST_SHOWN
    let hidden = 0
    const drawn = sections.flatMap(({ title, people }) => {
      const fitting = people.filter(({ name, note }) => wanted === '' || `${name} ${note}`.includes(wanted))
      const shown = fitting.slice(0, left)
      left -= shown.length
      hidden += fitting.length - shown.length
      return shown.length === 0 ? [] : [make('h3', { text: title }), make('ul', {}, ...shown.map(row))]
    })
    if (drawn.length === 0) drawn.push(make('p', { class: 'none', text: texts.nobody }))
    if (hidden > 0) drawn.push(make('p', { class: 'none', text: texts.more(hidden) }))
    rows.replaceChildren(...drawn)
  }

  function row({ id, name, note }) {
    const query = new URLSearchParams({ as: id })
    return make(
      'li',
      {},
      make(
        'a',
        { href: `?${query}`, ...(id === viewerId ? { 'aria-current': 'true' } : {}) },
        make('span', { class: 'face', 'aria-hidden': 'true', text: [...name][0] }),
        make('span', { class: 'label' }, make('b', { text: name }), make('small', { text: note })),
      ),
    )
  }

  find.addEventListener('input', draw)
  draw()
  return make(
    'nav',
    { class: 'switcher', 'aria-label': heading },
    make('h2', { text: heading }),
    find,
    rows,
    make('p', { class: 'tip', text: texts.newTab }),
  )
}
