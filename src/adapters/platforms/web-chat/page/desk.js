import { make } from './dom.js'
import { createPane } from './pane.js'
import { createSidebar } from './sidebar.js'
import { listen } from './stream.js'
import { createSwitcher } from './switcher.js'
import { createTabs } from './tabs.js'
import { texts } from './texts.js'

const GROUP = 'in'

/** The whole desk of one persona: all their chats, of which a group and the private one are seen. */
export function openDesk(house, stranger) {
  const { viewer } = house
  const panes = new Map()
  for (const group of viewer.groups) panes.set(group.id, createPane({ viewer, group, house }))
  panes.set('private', createPane({ viewer, house }))

  const slot = make('div', { class: 'slot' })
  const desk = make('main', { class: 'desk' })
  const tabs = createTabs(desk, () =>
    shown().forEach((pane) => {
      pane.timeline.toEnd()
    }),
  )
  const sidebar = createSidebar({
    house,
    switcher: createSwitcher(house, viewer.id, stranger),
    onGroup: (id) => {
      selectGroup(id)
      tabs.show('groups')
      panes.get(id).focus()
    },
  })
  let group
  let unseen = 0

  function selectGroup(id) {
    group = id
    slot.replaceChildren(
      id === undefined ? make('p', { class: 'empty', text: texts.noGroup }) : panes.get(id).element,
    )
    sidebar.select(id)
    sidebar.markUnread(id, false)
    if (id === undefined) return
    panes.get(id).timeline.toEnd()
    const address = new URL(location.href)
    address.searchParams.set(GROUP, id)
    history.replaceState(null, '', address)
  }

  function shown() {
    return [panes.get('private'), ...(group === undefined ? [] : [panes.get(group)])]
  }

  function onEntry({ chat, entry }) {
    const pane = panes.get(chat)
    const isNews =
      pane?.timeline.add(entry) === true && !(entry.kind === 'line' && entry.from.id === viewer.id)
    if (!isNews) return
    if (chat !== 'private' && chat !== group) sidebar.markUnread(chat, true)
    tabs.mark(chat === 'private' ? 'private' : chat === group ? 'groups' : 'people', true)
    if (document.visibilityState === 'hidden') unseen++
    showTitle()
  }

  function showTitle() {
    document.title = `${unseen > 0 ? `(${unseen}) ` : ''}${texts.title(viewer.name)}`
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') unseen = 0
    showTitle()
  })
  desk.append(sidebar.element, slot, panes.get('private').element)
  const wanted = new URLSearchParams(location.search).get(GROUP)
  const first = viewer.groups.find(({ id }) => id === wanted) ?? viewer.groups[0]
  selectGroup(first?.id)
  showTitle()
  tabs.show(first === undefined ? 'private' : 'groups')
  listen(viewer.id, {
    snapshot: (data) => panes.get(data.chat)?.timeline.snapshot(data),
    entry: onEntry,
    state: sidebar.showState,
  })
  return [tabs.element, desk]
}
