import { fetchEarlier } from './api.js'
import { createComposer } from './composer.js'
import { make } from './dom.js'
import { createOutgoing } from './outgoing.js'
import { texts } from './texts.js'
import { createTimeline } from './timeline.js'

/** One chat: what it is called, what was said, and the box to type in. `group` is missing for the private chat. */
export function createPane({ viewer, group, house }) {
  const [botName] = house.botNames
  const chat = group?.id ?? 'private'
  const label = group?.title ?? botName
  let outgoing
  const context = {
    viewer,
    botName,
    names: house.botNames,
    choose: (record, choice) => outgoing.choose(record, choice),
    reply: (record) =>
      composer.answer(record, record.entry.kind === 'letter' ? botName : record.entry.from.name),
  }
  const timeline = createTimeline({
    label,
    empty: group ? texts.emptyGroup(botName) : texts.emptyPrivate(botName),
    context,
    loadEarlier: (until) => fetchEarlier(viewer.id, chat, until),
  })
  outgoing = createOutgoing({ viewer, chat, timeline })
  const composer = createComposer({
    label: group ? texts.writeGroup(botName) : texts.writePrivate(botName),
    placeholder: group ? texts.writeGroup(botName) : texts.writePrivate(botName),
    ...(group ? { mention: botName } : {}),
    draftKey: `${viewer.id}|${chat}`,
    onSend: outgoing.say,
  })
  const element = make(
    'section',
    { class: `pane ${group ? 'group' : 'private'}`, 'aria-label': label },
    make(
      'header',
      {},
      make(
        'h2',
        {},
        make('span', { text: label }),
        make('span', { class: 'tag', text: group ? group.audience : texts.bot }),
      ),
      make('p', { text: group ? texts.groupNote(botName) : texts.botNote }),
    ),
    timeline.element,
    composer.element,
  )
  return { chat, element, timeline, focus: composer.focus }
}
