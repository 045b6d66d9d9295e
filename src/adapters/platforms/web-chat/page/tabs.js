import { make } from './dom.js'
import { texts } from './texts.js'

const NAMES = ['people', 'groups', 'private']

/** On a narrow screen one thing at a time; a wide one shows all three and hides these buttons. */
export function createTabs(desk, onShow) {
  const buttons = new Map(
    NAMES.map((name) => [
      name,
      make(
        'button',
        { type: 'button', on: { click: () => show(name) } },
        make('span', { text: texts[name] }),
        make('i', { class: 'dot', hidden: true }),
      ),
    ]),
  )

  function show(name) {
    desk.dataset.shown = name
    for (const [other, button] of buttons) {
      button.setAttribute('aria-pressed', String(other === name))
      if (other === name) mark(name, false)
    }
    onShow(name)
  }

  function mark(name, isUnread) {
    const dot = buttons.get(name).querySelector('.dot')
    dot.hidden = !isUnread || desk.dataset.shown === name
  }

  return { element: make('nav', { class: 'tabs' }, ...buttons.values()), show, mark }
}
