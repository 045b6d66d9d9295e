/** The page for one person's private matter. Whatever anybody wrote is only ever set as text. */

const EVERY_MS = 2_000
const page = document.querySelector('#page')
let shown = ''

function make(tag, className, text) {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text !== undefined) element.textContent = text
  return element
}

function show(key, ...children) {
  if (key === shown) return false
  shown = key
  page.replaceChildren(...children)
  return true
}

async function ask(path, body) {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(`/once/api/${path}`, { credentials: 'same-origin', cache: 'no-store', ...init })
  const found = await answer.json().catch(() => ({ error: '没有连上，请稍后再试。' }))
  return { status: answer.status, ...found }
}

const quietly = (path, body) => ask(path, body).catch(() => ({ status: 0, error: '没有连上，请稍后再试。' }))

function over(text) {
  show(`over ${text}`, make('h1', '', '娘家'), make('p', 'trouble', text))
}

function welcome(token) {
  const button = make('button', 'main', '打开')
  const trouble = make('p', 'trouble')
  button.addEventListener('click', async () => {
    button.disabled = true
    const { status, error } = await quietly('open', { token })
    if (status === 200) {
      // The address is used up and need not stay in the history.
      history.replaceState(null, '', '/once/')
      return watch()
    }
    button.disabled = false
    trouble.textContent = error
  })
  show(
    'welcome',
    make('h1', '', '娘家给您的单独页面'),
    make('p', '', '这里只给群里收到链接的本人看。点“打开”后，会请您在群里发一个数字，核对是您本人。'),
    button,
    trouble,
  )
}

function proof({ code, bot }) {
  show(
    `proof ${code}`,
    make('h1', '', '请在群里发这几个字'),
    make('p', 'code', `@${bot} ${code}`),
    make('p', '', '发出来，我就知道是您本人，内容会出现在这里。请不要关掉这个页面。'),
    make('p', 'trouble', '数字只从您自己打开的页面上看。别人让您在群里发的数字，请不要发。'),
  )
}

function entry({ id, by, text, choices = [], files = [] }) {
  const item = make('li', by, text)
  for (const { sha256, name } of files) {
    const link = make('a', '', `附件：${name}`)
    link.href = `/once/api/files/${sha256}`
    link.download = name
    item.append(link)
  }
  if (choices.length > 0) {
    const row = make('div', 'choices')
    for (const choice of choices) {
      const button = make('button', '', choice.label)
      button.type = 'button'
      button.addEventListener('click', () => send({ choice: choice.id, prompt: id }))
      row.append(button)
    }
    item.append(row)
  }
  return item
}

function talk(entries) {
  let list = page.querySelector('.talk')
  if (list === null) {
    list = make('ol', 'talk')
    list.setAttribute('aria-live', 'polite')
    show('talk', make('h1', '', '娘家'), list, composer(), make('p', 'trouble'))
  }
  const marks = entries.map(({ id }) => id).join()
  if (list.dataset.marks === marks) return
  list.dataset.marks = marks
  list.replaceChildren(
    ...(entries.length > 0 ? entries.map(entry) : [make('li', '', '好的，核对过了，请稍等。')]),
  )
  window.scrollTo(0, document.body.scrollHeight)
}

function composer() {
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
  return form
}

let unsent

/** Sent again after a failure, the same words are the same message. */
async function send(what) {
  const key = JSON.stringify(what)
  unsent =
    unsent?.key === key
      ? unsent
      : { key, id: crypto.randomUUID?.() ?? `m${Date.now()}-${Math.random()}`.replace('.', '') }
  const { status, error } = await quietly('say', { id: unsent.id, ...what })
  const trouble = page.querySelector('p.trouble')
  if (trouble !== null) trouble.textContent = status === 200 ? '' : error
  if (status === 200) unsent = undefined
  await look()
  return status === 200
}

/** False when there is nothing more to look for. */
async function look() {
  const found = await quietly('state')
  if (found.entries !== undefined) talk(found.entries)
  else if (found.code !== undefined) proof(found)
  else if (found.status === 401 || found.status === 410) {
    over(found.error)
    return false
  }
  return true
}

async function watch() {
  while (document.hidden || (await look())) await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
}

const token = location.pathname.split('/')[2] ?? ''
if (token === '') void watch()
else welcome(token)
