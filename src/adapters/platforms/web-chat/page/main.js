import { fetchHouse } from './api.js'
import { openDesk } from './desk.js'
import { make } from './dom.js'
import { createSidebar } from './sidebar.js'
import { strangerId } from './stranger.js'
import { createSwitcher } from './switcher.js'
import { texts } from './texts.js'

const place = document.getElementById('house')
const as = new URLSearchParams(location.search).get('as') ?? ''
const stranger = strangerId()

/** The house may still be starting when the page is opened; it is asked until it answers. */
async function knock() {
  for (let pauseMs = 500; ; pauseMs = Math.min(8_000, pauseMs * 2)) {
    try {
      return await fetchHouse(as)
    } catch {
      place.replaceChildren(make('p', { class: 'knocking', role: 'status', text: texts.houseDown }))
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}

/** Nobody is chosen yet, or somebody whom the roster does not have. */
function choosing(house) {
  const switcher = createSwitcher(house, '', stranger)
  const sidebar = createSidebar({ house, switcher, onGroup: () => {} })
  const welcome = make(
    'section',
    { class: 'welcome' },
    make('img', { src: 'icon.svg', alt: '' }),
    make('h1', { text: as === '' ? texts.choose : texts.unknownPersona }),
    make('p', { text: texts.chooseNote }),
    make('div', { class: 'cards' }, ...house.sections.flatMap((section) => card(house, section) ?? [])),
  )
  return make('main', { class: 'desk choosing', 'data-shown': 'people' }, sidebar.element, welcome)
}

/** Somebody to begin with, and what to say as them. */
function card({ botNames }, { title, people }) {
  const hint = texts.cards[title]
  const [first] = people
  if (hint === undefined) return undefined
  const name = make('b', { text: texts.card(title, first.name) })
  return make('a', { href: `?${new URLSearchParams({ as: first.id })}` }, name, hint(botNames[0]))
}

function ribbon() {
  return make('p', { class: 'ribbon' }, make('b', { text: texts.demonstration }), texts.demonstrationNote)
}

const house = await knock()
const body = house.viewer === null ? [choosing(house)] : openDesk(house, stranger)
place.replaceChildren(...(house.demonstration ? [ribbon()] : []), ...body)
