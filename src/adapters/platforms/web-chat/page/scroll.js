import { make } from './dom.js'
import { texts } from './texts.js'

/** Closer to the end than this counts as being there. In pixels. */
const NEAR = 80

/**
 * A list that stays at its end while new things come, and stays where somebody reads further up. Then a
 * button says that there is something new below.
 */
export function createScroll(...children) {
  const inner = make('div', { class: 'scroll-inner' }, ...children)
  const view = make('div', { class: 'scroll', tabindex: '0' }, inner)
  const below = make('button', {
    type: 'button',
    class: 'below',
    text: texts.newBelow,
    hidden: true,
    on: { click: toEnd },
  })
  let isAtEnd = true
  let lastTop = 0

  view.addEventListener('scroll', () => {
    const top = view.scrollTop
    // Only somebody who moves up leaves the end; a picture that makes the list longer moves nobody.
    if (view.scrollHeight - top - view.clientHeight < NEAR) isAtEnd = true
    else if (top < lastTop) isAtEnd = false
    lastTop = top
    if (isAtEnd) below.hidden = true
  })
  // Pictures that arrive late, a keyboard that opens, a window that is turned: whoever was at the end stays there.
  const onSize = new ResizeObserver(() => {
    if (isAtEnd) view.scrollTop = view.scrollHeight
  })
  onSize.observe(inner)
  onSize.observe(view)

  function toEnd() {
    view.scrollTop = view.scrollHeight
    isAtEnd = true
    below.hidden = true
  }

  /** Changes something at the end; `go`: it is one's own, so go there. */
  function keep(change, go = false) {
    const before = view.scrollHeight
    change()
    if (isAtEnd || go) toEnd()
    else if (view.scrollHeight > before) below.hidden = false
  }

  /** Changes something further up, and what is being read stays where it is. */
  function hold(change) {
    const fromEnd = view.scrollHeight - view.scrollTop
    change()
    view.scrollTop = view.scrollHeight - fromEnd
  }

  return { element: make('div', { class: 'scroll-frame' }, view, below), keep, hold, toEnd }
}
