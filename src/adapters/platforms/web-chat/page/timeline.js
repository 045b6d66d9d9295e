import { make } from './dom.js'
import { drawItem } from './item-view.js'
import { createScroll } from './scroll.js'
import { texts } from './texts.js'
import { dayOf, isSameDay } from './time.js'

/** Lines of one speaker within this many milliseconds stand together under one name. */
const TOGETHER_MS = 180_000

/**
 * What was said in one chat. The same id is shown once, however often it comes; an edit stands where its
 * first version stood; a pressed button is remembered by the letter it belongs to.
 */
export function createTimeline({ label, empty, context, loadEarlier }) {
  const list = make('ol', { class: 'items', role: 'log', 'aria-label': label })
  const waiting = make('ol', { class: 'items waiting' })
  const none = make('p', { class: 'empty', text: empty })
  const earlier = make('button', {
    type: 'button',
    class: 'earlier',
    text: texts.earlier,
    hidden: true,
    on: { click: fetchMore },
  })
  const scroll = createScroll(earlier, none, list, waiting)
  list.addEventListener('click', (event) => {
    list.querySelector('.picked')?.classList.remove('picked')
    event.target.closest('.item')?.classList.add('picked')
  })
  /** By every id a record goes by: its own, and those of the letters that changed it. */
  const byId = new Map()
  const pending = new Map()
  /** All that came, in order; `records` is what is seen of it. */
  let known = []
  let records = []

  const drawing = { ...context, find: (id) => byId.get(id) }

  function draw(record) {
    const fresh = drawItem(record, drawing)
    if (record.follows) fresh.classList.add('follows')
    record.element?.replaceWith(fresh)
    record.element = fresh
  }

  function place(record, before) {
    const isNewDay = before === undefined || !isSameDay(before.entry.at, record.entry.at)
    record.follows =
      !isNewDay && speaker(before) === speaker(record) && record.entry.at - before.entry.at < TOGETHER_MS
    draw(record)
    if (isNewDay) list.append(make('li', { class: 'day' }, make('span', { text: dayOf(record.entry.at) })))
    list.append(record.element)
  }

  /** Gives the record that is new, if one is. */
  function take(entry) {
    if (byId.has(entry.id)) return undefined
    if (entry.kind === 'choice') {
      const letter = byId.get(entry.prompt)
      if (letter) change(letter, { chosen: entry.choice, problem: undefined })
      return undefined
    }
    settle(entry.id)
    const edited = entry.edits === undefined ? undefined : byId.get(entry.edits)
    if (edited) {
      byId.set(entry.id, edited)
      const { at } = edited.entry
      change(edited, { entry: { ...entry, at }, edited: true, chosen: undefined, problem: undefined })
      return undefined
    }
    const record = { entry }
    byId.set(entry.id, record)
    return record
  }

  function change(record, what) {
    if (record.isSettled) return
    Object.assign(record, what)
    if (record.element) scroll.keep(() => draw(record))
  }

  function add(entry) {
    known.push(entry)
    const record = take(entry)
    if (record === undefined) return false
    scroll.keep(() => {
      place(record, records.at(-1))
      record.element.classList.add('fresh')
      records.push(record)
      none.hidden = true
    }, isOwn(entry))
    return true
  }

  function showAll(entries, more) {
    byId.clear()
    known = [...entries]
    records = []
    list.replaceChildren()
    for (const entry of entries) {
      const record = take(entry)
      if (record === undefined) continue
      place(record, records.at(-1))
      records.push(record)
    }
    none.hidden = records.length > 0 || pending.size > 0
    earlier.hidden = !more
  }

  /** Everything is put together anew, because what comes in front may be what a later entry changed. */
  async function fetchMore() {
    earlier.disabled = true
    try {
      const past = await loadEarlier(known[0].at)
      const ids = new Set(known.map(({ id }) => id))
      const fresh = past.entries.filter(({ id }) => !ids.has(id))
      scroll.hold(() => showAll([...fresh, ...known], past.more && fresh.length > 0))
    } finally {
      earlier.disabled = false
    }
  }

  const speaker = ({ entry }) => (entry.kind === 'letter' ? '' : entry.from.id)
  const isOwn = (entry) => entry.kind === 'line' && entry.from.id === context.viewer.id

  /** Something of mine that the house has not confirmed; it gives way to the real entry with the same id. */
  function addPending(record) {
    pending.set(record.entry.id, record)
    draw(record)
    scroll.keep(() => {
      waiting.append(record.element)
      none.hidden = true
    }, true)
  }

  function settle(id) {
    const record = pending.get(id)
    if (record === undefined) return
    pending.delete(id)
    record.isSettled = true
    record.element.remove()
    for (const { address } of record.entry.local ?? []) if (address) URL.revokeObjectURL(address)
  }

  return {
    element: scroll.element,
    add,
    change,
    addPending,
    settle,
    snapshot: ({ entries, more }) => scroll.keep(() => showAll(entries, more)),
    toEnd: scroll.toEnd,
  }
}
