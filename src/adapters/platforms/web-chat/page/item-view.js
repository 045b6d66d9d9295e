import { fileAddress } from './api.js'
import { make } from './dom.js'
import { writeWords } from './rich-text.js'
import { texts } from './texts.js'
import { hourOf, wholeTime } from './time.js'

/**
 * Draws one thing that was said. `record`: {entry, chosen, edited, sending, problem}; `context`: {viewer,
 * botName, names, find(id), choose(record, choice), reply(record)}. Drawn anew whenever the record changes.
 */
export function drawItem(record, context) {
  const { entry } = record
  const isBot = entry.kind === 'letter'
  const isOwn = !isBot && entry.from.id === context.viewer.id
  const isForMe = entry.mention?.some(({ id }) => id === context.viewer.id) === true
  const side = isBot ? 'bot' : isOwn ? 'own' : 'other'
  return make(
    'li',
    {
      class: `item ${side}${isForMe ? ' for-me' : ''}${record.sending ? ' sending' : ''}`,
      'data-id': entry.id,
    },
    isOwn ? undefined : drawFace(entry, context),
    make(
      'div',
      { class: 'said' },
      drawHeading(entry, { ...context, isBot, isOwn, isForMe }),
      make('div', { class: 'row' }, drawBubble(record, context), drawReply(record, context)),
      isBot && entry.choices?.length ? drawChoices(record, context) : undefined,
      drawState(record),
    ),
  )
}

function drawFace(entry, { botName }) {
  if (entry.kind === 'letter') return make('img', { class: 'face', src: 'icon.svg', alt: '', title: botName })
  const [first] = entry.from.name
  return make('span', { class: 'face', 'aria-hidden': 'true', text: first })
}

function drawHeading(entry, { isBot, isOwn, isForMe, botName }) {
  return make(
    'p',
    { class: 'who' },
    make('span', { class: 'name', text: isBot ? botName : isOwn ? texts.you : entry.from.name }),
    isBot ? make('span', { class: 'tag', text: texts.bot }) : undefined,
    isForMe ? make('span', { class: 'tag attention', text: texts.mentioned }) : undefined,
    make('time', {
      datetime: new Date(entry.at).toISOString(),
      title: wholeTime(entry.at),
      text: hourOf(entry.at),
    }),
  )
}

function drawBubble({ entry, edited }, context) {
  const bubble = make('div', { class: 'bubble' })
  const answered = entry.replyTo === undefined ? undefined : context.find(entry.replyTo)
  if (answered) bubble.append(drawQuote(answered.entry, context))
  const called = (entry.mention ?? []).filter(({ name }) => !entry.text.includes(`@${name}`))
  const text = `${called.map(({ name }) => `@${name} `).join('')}${entry.text}`
  if (text !== '') {
    const words = make('p', { class: 'words' })
    writeWords(words, text, [...context.names, ...(entry.mention ?? []).map(({ name }) => name)])
    bubble.append(words)
  }
  for (const file of entry.files ?? [])
    bubble.append(file.kind === 'image' ? drawPicture(file) : drawFile(file))
  for (const file of entry.local ?? []) bubble.append(drawLocal(file))
  for (const note of entry.unread ?? [])
    bubble.append(make('p', { class: 'note', text: `${texts.unread} ${note}` }))
  if (edited) bubble.append(make('p', { class: 'note', text: texts.updated }))
  return bubble
}

function drawQuote(entry, { botName }) {
  const who = entry.kind === 'letter' ? botName : entry.from.name
  return make('p', { class: 'quote', text: `${who}：${entry.text.replace(/\s+/gu, ' ').slice(0, 60)}` })
}

function drawPicture(file) {
  const picture = make('img', { src: fileAddress(file), alt: texts.picture(file.name) })
  const open = {
    href: fileAddress(file),
    target: '_blank',
    rel: 'noopener',
    'aria-label': texts.openPicture(file.name),
  }
  return make('a', { class: 'picture', ...open }, picture)
}

function drawFile(file) {
  return make(
    'a',
    { class: 'file', href: fileAddress(file), download: file.name, title: texts.download(file.name) },
    make('span', { class: 'file-kind', text: ending(file.name) }),
    make('span', { class: 'file-name', text: file.name }),
  )
}

/** What is being sent, before the house has taken it. */
function drawLocal({ name, address }) {
  if (address)
    return make('span', { class: 'picture' }, make('img', { src: address, alt: texts.picture(name) }))
  return make(
    'span',
    { class: 'file' },
    make('span', { class: 'file-kind', text: ending(name) }),
    make('span', { class: 'file-name', text: name }),
  )
}

const ending = (name) => (/\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1] ?? '').toUpperCase()

function drawChoices(record, context) {
  const isAnswered = record.chosen !== undefined
  const buttons = record.entry.choices.map((choice) => {
    const isChosen = record.chosen === choice.id
    return make(
      'button',
      {
        type: 'button',
        class: `choice${choice.id === 'yes' ? ' leading' : ''}${isChosen ? ' chosen' : ''}`,
        disabled: isAnswered,
        'data-choice': choice.id,
        on: { click: () => context.choose(record, choice) },
      },
      isChosen ? make('span', { class: 'mark', text: `${texts.chosen} ` }) : undefined,
      choice.label,
    )
  })
  return make('div', { class: 'choices', role: 'group', 'aria-label': texts.choices }, ...buttons)
}

function drawReply(record, context) {
  if (record.sending) return undefined
  const who = record.entry.kind === 'letter' ? context.botName : record.entry.from.name
  const on = { click: () => context.reply(record) }
  return make('button', {
    type: 'button',
    class: 'reply',
    'aria-label': texts.replyTo(who),
    text: texts.reply,
    on,
  })
}

function drawState({ sending, problem, again, drop }) {
  if (problem) {
    return make(
      'p',
      { class: 'state problem', role: 'alert' },
      make('span', { text: problem }),
      again ? make('button', { type: 'button', text: texts.again, on: { click: again } }) : undefined,
      drop ? make('button', { type: 'button', text: texts.drop, on: { click: drop } }) : undefined,
    )
  }
  return sending ? make('p', { class: 'state', text: sending }) : undefined
}
