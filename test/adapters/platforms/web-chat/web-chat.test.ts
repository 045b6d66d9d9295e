import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createViewer, readEvents } from '../../../support/event-stream.ts'
import { openScriptedHouse, type ScriptedHouse } from '../../../support/web-chat-page.ts'

let house: ScriptedHouse
beforeEach(async () => {
  house = await openScriptedHouse()
})
afterEach(() => house.stop())

let count = 0
const newMessage = () => `message-${++count}`

function post(posted: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${house.url}/chat/api/messages`, {
    method: 'POST',
    headers: { origin: house.url, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ id: newMessage(), ...posted }),
  })
}

/** Everything one persona sees until they are up to date. */
async function look(as: string): Promise<ReturnType<typeof createViewer>> {
  const viewer = createViewer()
  const answer = await fetch(`${house.url}/chat/api/stream?as=${as}`)
  for await (const event of readEvents(answer.body as ReadableStream<Uint8Array>)) {
    viewer.take(event)
    if (event.name === 'ready') break
  }
  return viewer
}

describe('a message', () => {
  it('is answered once it is stored, and not before', async () => {
    house.isDown = true
    expect((await post({ as: 'bai', chat: 'private', text: '在吗' })).status).toBe(503)
    expect(house.arrivals).toHaveLength(0)
    house.isDown = false
    expect((await post({ as: 'bai', chat: 'private', text: '在吗' })).status).toBe(200)
    expect(house.arrivals).toMatchObject([{ from: { id: 'bai' }, chat: { kind: 'private', chatId: 'bai' } }])
  })

  it('that is posted again has no further effect', async () => {
    const twice = { as: 'bai', chat: 'pottery-group', id: 'the-same-one', text: '在吗' }
    expect(await (await post(twice)).json()).toMatchObject({ received: 'stored' })
    expect(await (await post(twice)).json()).toMatchObject({ received: 'seen' })
    expect((await look('mi')).seen('pottery-group')).toEqual(['bai.the-same-one'])
  })

  it('answers our letter, also one that left the room long ago', async () => {
    const letter = await house.say({ to: house.groupChat('pottery-group'), text: '收到' })
    await post({ as: 'bai', chat: 'pottery-group', text: '谢谢', replyTo: letter })
    await post({ as: 'bai', chat: 'pottery-group', text: '谢谢', replyTo: 'mi.elsewhere' })
    expect(house.arrivals.map(({ content }) => content)).toMatchObject([
      { addressed: 'reply' },
      { addressed: 'none' },
    ])
  })

  it.each([
    ['without words', { as: 'bai', chat: 'private', text: ' ' }, 400],
    ['with a number that is none', { as: 'bai', chat: 'private', id: '../../x', text: '好' }, 400],
    ['by somebody unknown', { as: 'nobody', chat: 'private', text: '好' }, 403],
    ['to a group one is not in', { as: 'bai', chat: 'office-group', text: '好' }, 403],
    ['to somebody else’s private chat', { as: 'bai', chat: 'mi', text: '好' }, 403],
    ['to a group of another platform', { as: 'qi', chat: 'elsewhere', text: '好' }, 403],
  ])('%s is refused', async (_what, posted, status) => {
    expect((await post(posted)).status).toBe(status)
    expect(house.arrivals).toHaveLength(0)
  })

  it('that is not JSON is refused with a sentence', async () => {
    const answer = await fetch(`${house.url}/chat/api/messages`, {
      method: 'POST',
      headers: { origin: house.url },
      body: '{',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/。$/) })
  })

  it('of 100,000 characters gets through', async () => {
    expect((await post({ as: 'bai', chat: 'private', text: '长'.repeat(100_000) })).status).toBe(200)
  })

  it('from another site’s page is refused', async () => {
    const posted = { as: 'bai', chat: 'private', text: '好' }
    expect((await post(posted, { origin: 'https://evil.example' })).status).toBe(403)
    expect(house.arrivals).toHaveLength(0)
  })
})

describe('two personas', () => {
  it('see the same group and each only their own private chat', async () => {
    await post({ as: 'bai', chat: 'private', text: '只给娘家听' })
    await house.say({ to: house.privateChat('bai'), text: '只给白帆听' })
    await post({ as: 'bai', chat: 'pottery-group', text: '给大家听' })
    const [bai, mi] = await Promise.all([look('bai'), look('mi')])
    expect(bai.seen('private')).toHaveLength(2)
    expect(mi.seen('private')).toHaveLength(0)
    expect(mi.seen('pottery-group')).toEqual(bai.seen('pottery-group'))
    expect(mi.seen('pottery-group')).toHaveLength(1)
  })

  it('cannot go on from each other’s place in the stream', async () => {
    await house.say({ to: house.privateChat('mi'), text: '只给米晓冬听' })
    const place = (await look('bai')).place() ?? ''
    const answer = await fetch(`${house.url}/chat/api/stream?as=mi`, { headers: { 'last-event-id': place } })
    const viewer = createViewer()
    for await (const event of readEvents(answer.body as ReadableStream<Uint8Array>)) {
      viewer.take(event)
      if (event.name === 'ready') break
    }
    expect(viewer.seen('private')).toHaveLength(1)
  })

  it('do not see which button the other pressed in the group', async () => {
    const prompt = await house.say({
      to: house.groupChat('pottery-group'),
      text: '来吗',
      choices: [{ id: 'a', label: '来' }],
    })
    await post({ as: 'bai', chat: 'pottery-group', choice: 'a', prompt })
    expect((await look('bai')).seen('pottery-group')).toHaveLength(2)
    expect((await look('mi')).seen('pottery-group')).toEqual([prompt])
  })
})

describe('a file', () => {
  const upload = (...files: File[]) => {
    const form = new FormData()
    form.set('message', JSON.stringify({ as: 'bai', chat: 'pottery-group', id: newMessage(), text: '看图' }))
    for (const file of files) form.append('file', file)
    return fetch(`${house.url}/chat/api/messages`, {
      method: 'POST',
      headers: { origin: house.url },
      body: form,
    })
  }

  it('comes with its message, and what is refused is said without losing the rest', async () => {
    const answer = await upload(new File(['png'], '窑.png', { type: 'image/png' }), new File(['MZ'], 'x.exe'))
    expect(await answer.json()).toMatchObject({ unread: ['x.exe：这种文件不收'] })
    expect(house.arrivals[0]?.content).toMatchObject({
      text: '看图',
      files: [{ name: '窑.png', kind: 'image' }],
    })
  })

  it('is shown when it is a picture and handed over when it is anything else', async () => {
    const fetched = (sha256: string) =>
      fetch(`${house.url}/chat/api/files/${sha256}?name=${encodeURIComponent('窑 (1).png')}`)
    const picture = await fetched(house.putFile(new Uint8Array([1]), 'image/png', 'a.png'))
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.get('content-disposition')).toBe(
      "inline; filename*=UTF-8''%E7%AA%91%20%281%29.png",
    )
    const page = await fetched(house.putFile(new Uint8Array([2]), 'text/html', 'a.html'))
    expect(page.headers.get('content-type')).toBe('application/octet-stream')
    expect(page.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(page.headers.get('content-security-policy')).toContain('sandbox')
    expect((await fetched('0'.repeat(64))).status).toBe(404)
  })

  it('is one of nine at most', async () => {
    const many = Array.from({ length: 10 }, (_, i) => new File(['x'], `${i}.png`, { type: 'image/png' }))
    expect((await upload(...many)).status).toBe(400)
    expect(house.arrivals).toHaveLength(0)
  })
})

describe('what lies further back', () => {
  it('is read from the history, for those who were there', async () => {
    for (const text of ['一', '二', '三']) await house.say({ to: house.privateChat('bai'), text })
    const earlier = (as: string, chat: string) =>
      fetch(`${house.url}/chat/api/earlier?as=${as}&chat=${chat}&until=${Date.now() + 60_000}`).then(
        (answer) => answer.json(),
      )
    expect(await earlier('bai', 'private')).toMatchObject({
      entries: [{ text: '一' }, { text: '二' }, { text: '三' }],
      more: false,
    })
    expect(await earlier('mi', 'private')).toMatchObject({ entries: [] })
    expect(await earlier('bai', 'office-group')).toHaveProperty('error')
  })
})

it('shows nobody anything where others could reach it, unless that was decided', async () => {
  const elsewhere = await openScriptedHouse({ isLocalOnly: false })
  for (const path of ['/chat/', '/chat/api/house', '/chat/api/stream?as=bai']) {
    expect((await fetch(elsewhere.url + path)).status).toBe(403)
  }
  await elsewhere.stop()
})

it('serves its own page and no other file', async () => {
  expect(await (await fetch(`${house.url}/chat`)).text()).toContain('<div id="house">')
  expect((await fetch(`${house.url}/chat/main.js`)).headers.get('content-type')).toContain('javascript')
  for (const path of ['/chat/..%2fweb-chat.ts', '/chat/../web-chat.ts', '/chat/page/main.js']) {
    expect((await fetch(house.url + path)).status).toBe(404)
  }
})

it('says that it is offline when it is closed, so that letters wait', async () => {
  await house.webChat.close()
  const letter = { id: 'out-1', to: house.privateChat('bai'), text: '一', origin: 'automatic' } as const
  expect(await house.webChat.send(letter)).toEqual({ kind: 'account-offline' })
})
