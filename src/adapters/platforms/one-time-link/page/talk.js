/** What the two pages share: asking the server, and a talk. Whatever anybody wrote is only ever set as text. */

const EVERY_MS = 2_000
const NOT_REACHED = { status: 0, error: '没有连上，请稍后再试。' }

export function make(tag, className, text) {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text !== undefined) element.textContent = text
  return element
}

/** Shows parts in the place of what was there, unless it is the same. */
export function openPage(page) {
  let shown = ''
  return (key, ...children) => {
    if (key === shown) return false
    shown = key
    page.replaceChildren(...children)
    return true
  }
}

export function openDoor(base) {
  let unsent

  async function fetched(path, body) {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const answer = await fetch(`${base}/${path}`, { credentials: 'same-origin', cache: 'no-store', ...init })
    const found = await answer.json().catch(() => NOT_REACHED)
    return { ...found, status: answer.status }
  }
  const ask = (path, body) => fetched(path, body).catch(() => NOT_REACHED)

  return {
    ask,
    /** Sent again after a failure, the same words are the same message. */
    async send(path, what) {
      const key = JSON.stringify(what)
      unsent =
        unsent?.key === key
          ? unsent
          : { key, id: crypto.randomUUID?.() ?? `m${Date.now()}-${Math.random()}`.replace('.', '') }
      const answer = await ask(path, { id: unsent.id, ...what })
      if (answer.status === 200) unsent = undefined
      return answer
    },
  }
}

export function fileLink(at, { sha256, name }) {
  const link = make('a', '', `附件：${name}`)
  link.href = `${at}${sha256}`
  link.download = name
  return link
}

function entry({ id, by, text, choices = [], files = [] }, { filesAt, send }) {
  const item = make('li', by, text)
  item.append(...files.map((file) => fileLink(filesAt, file)))
  if (choices.length === 0) return item
  const row = make('div', 'choices')
  for (const choice of choices) {
    const button = make('button', '', choice.label)
    button.type = 'button'
    button.addEventListener('click', () => send({ choice: choice.id, prompt: id }))
    row.append(button)
  }
  item.append(row)
  return item
}

/** @param beginnings words that a button puts into the field, to go on from. */
function composer(send, beginnings) {
  const form = make('form')
  const words = make('textarea')
  words.rows = 2
  words.maxLength = 4_000
  words.setAttribute('aria-label', '要说的话')
  const button = make('button', 'main', '发送')
  form.append(words, button)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const text = words.value
    if (text.trim() === '') return
    button.disabled = true
    if (await send({ text })) words.value = ''
    button.disabled = false
  })
  const row = make('div', 'choices beginnings')
  for (const { label, begins } of beginnings) {
    const begin = make('button', '', label)
    begin.type = 'button'
    begin.addEventListener('click', () => {
      words.value = begins
      words.focus()
    })
    row.append(begin)
  }
  return beginnings.length === 0 ? [form] : [row, form]
}

/** Draws the talk into the page, opening it the first time. */
export function talkAt(page, { filesAt, send, open, beginnings = [] }) {
  return (entries) => {
    let list = page.querySelector('.talk')
    if (list === null) {
      list = make('ol', 'talk')
      list.setAttribute('aria-live', 'polite')
      open(list, ...composer(send, beginnings), make('p', 'trouble'))
    }
    const marks = entries.map(({ id }) => id).join()
    if (list.dataset.marks === marks) return
    list.dataset.marks = marks
    list.replaceChildren(
      ...(entries.length > 0
        ? entries.map((one) => entry(one, { filesAt, send }))
        : [make('li', '', '好的，核对过了，请稍等。')]),
    )
    window.scrollTo(0, document.body.scrollHeight)
  }
}

/** Looks again and again until there is nothing more to look for. */
export async function watchWith(look) {
  while (document.hidden || (await look())) await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
}
