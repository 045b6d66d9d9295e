/** The page by which a unit works on one appeal. Whatever anybody wrote is only ever set as text. */
import { fileLink, make, openDoor, openPage, talkAt, watchWith } from './talk.js'

const page = document.querySelector('#page')
const show = openPage(page)
const title = () => make('h1', '', '工商联派单')

const BEGINNINGS = [
  { label: '报进展', begins: '进展：' },
  { label: '办结', begins: '办结：' },
  { label: '申请延期', begins: '申请延期 3天 理由：' },
  { label: '退回', begins: '退回 理由：' },
]

function over(text) {
  show(`over ${text}`, title(), make('p', 'trouble', text))
}

function welcome(token) {
  const button = make('button', 'main', '打开')
  const trouble = make('p', 'trouble')
  button.addEventListener('click', async () => {
    button.disabled = true
    const { status, id, error } = await openDoor('/unit/api').ask('open', { token })
    if (status === 200) {
      // The token need not stay in the history; this browser is known by its cookie.
      history.replaceState(null, '', `/unit/p/${id}`)
      return work(id)
    }
    button.disabled = false
    trouble.textContent = error
  })
  show(
    'welcome',
    title(),
    make('p', '', '这是给承办单位经办人的办理页面，可以签收、报进展、申请延期、退回和办结。'),
    make(
      'p',
      '',
      '点“打开”后，这个链接就只认这台手机或电脑，请不要转发。以后再点同一个链接，还能在这里接着办。',
    ),
    button,
    trouble,
  )
}

function work(id) {
  const door = openDoor(`/unit/api/${id}`)
  const filesAt = `/unit/api/${id}/files/`
  const sheet = make('section', 'sheet')

  async function send(what) {
    const { status, error } = await door.send('say', what)
    const trouble = page.querySelector('p.trouble')
    if (trouble !== null) trouble.textContent = status === 200 ? '' : error
    await look()
    return status === 200
  }

  const talk = talkAt(page, {
    filesAt,
    send,
    open: (...parts) => show('talk', title(), sheet, ...parts),
    beginnings: BEGINNINGS,
  })

  async function look() {
    const found = await door.ask('state')
    if (found.status === 401 || found.status === 410) {
      over(found.error)
      return false
    }
    if (found.entries !== undefined) {
      const mark = JSON.stringify([found.sheet, found.files])
      if (sheet.dataset.mark !== mark) {
        sheet.dataset.mark = mark
        sheet.replaceChildren(
          make('p', '', found.sheet),
          ...found.files.map((file) => fileLink(filesAt, file)),
        )
      }
      talk(found.entries)
    }
    return true
  }

  void watchWith(look)
}

const [, , first = '', second = ''] = location.pathname.split('/')
if (first === 'p') work(second)
else welcome(first)
