/** The page for one person's private matter. Whatever anybody wrote is only ever set as text. */

import { make, openDoor, openPage, talkAt, watchWith } from './talk.js'

const page = document.querySelector('#page')
const show = openPage(page)
const door = openDoor('/once/api')

function over(text) {
  show(`over ${text}`, make('h1', '', '娘家'), make('p', 'trouble', text))
}

function welcome(token) {
  const button = make('button', 'main', '打开')
  const trouble = make('p', 'trouble')
  button.addEventListener('click', async () => {
    button.disabled = true
    const { status, error } = await door.ask('open', { token })
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

const talk = talkAt(page, {
  filesAt: '/once/api/files/',
  send: (what) => send(what),
  open: (...parts) => show('talk', make('h1', '', '娘家'), ...parts),
})

async function send(what) {
  const { status, error } = await door.send('say', what)
  const trouble = page.querySelector('p.trouble')
  if (trouble !== null) trouble.textContent = status === 200 ? '' : error
  await look()
  return status === 200
}

/** False when there is nothing more to look for. */
async function look() {
  const found = await door.ask('state')
  if (found.entries !== undefined) talk(found.entries)
  else if (found.code !== undefined) proof(found)
  else if (found.status === 401 || found.status === 410) {
    over(found.error)
    return false
  }
  return true
}

const watch = () => watchWith(look)

const token = location.pathname.split('/')[2] ?? ''
if (token === '') void watch()
else welcome(token)
