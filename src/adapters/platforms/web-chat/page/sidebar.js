import { make } from './dom.js'
import { texts } from './texts.js'

/** Who I am, whether the line holds, which groups I am in; below it, everybody else one can be. */
export function createSidebar({ house, switcher, onGroup }) {
  const { viewer } = house
  const state = make('p', { class: 'line-state', role: 'status' })
  const buttons = new Map()
  for (const { id, title } of viewer?.groups ?? []) {
    const on = { click: () => onGroup(id) }
    buttons.set(
      id,
      make(
        'button',
        { type: 'button', on },
        make('span', { text: title }),
        make('i', { class: 'dot', hidden: true }),
      ),
    )
  }
  const me =
    viewer === null
      ? undefined
      : make(
          'div',
          { class: 'me' },
          make('span', { class: 'face', 'aria-hidden': 'true', text: [...viewer.name][0] }),
          make(
            'span',
            { class: 'label' },
            make('b', { text: viewer.name }),
            make('small', { text: viewer.note }),
          ),
          state,
        )
  const groups =
    buttons.size === 0
      ? undefined
      : make(
          'nav',
          { class: 'groups', 'aria-label': texts.groups },
          make('h2', { text: texts.groups }),
          make('ul', {}, ...[...buttons.values()].map((button) => make('li', {}, button))),
        )
  const name = make(
    'p',
    { class: 'house-name' },
    make('img', { src: 'icon.svg', alt: '' }),
    make('b', { text: house.federation }),
  )

  return {
    element: make('aside', { class: 'sidebar' }, name, me, groups, switcher),
    showState(kind) {
      state.dataset.state = kind
      state.textContent = texts[kind]
    },
    select(id) {
      for (const [group, button] of buttons) {
        if (group === id) button.setAttribute('aria-current', 'true')
        else button.removeAttribute('aria-current')
      }
    },
    markUnread(id, isUnread) {
      const dot = buttons.get(id)?.querySelector('.dot')
      if (dot) dot.hidden = !isUnread
    },
  }
}
