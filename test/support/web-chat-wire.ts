import { expect } from 'vitest'
import { openHttpServer } from '../../src/adapters/http/http-server.ts'
import type { PastLetter, WebChatHistory } from '../../src/adapters/platforms/web-chat/history.ts'
import { openWebChat, UPLOAD_LIMIT_BYTES } from '../../src/adapters/platforms/web-chat/web-chat.ts'
import { type Chat, chatKey } from '../../src/kernel/chat.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Directory } from '../../src/kernel/directory.ts'
import { readEvents } from './event-stream.ts'
import { smallTown } from './small-town.ts'
import type { OpenWire, SentFile, Shown, Somebody } from './wires.ts'

const OURS = 'the page and the server are one house'
const NO_SERVER = 'a letter is with the page once it is stored; nobody in between could say this'

export const webChatWire: OpenWire = async ({ botNames, log, now, readFile, keepFile, page }) => {
  const letters: { readonly chat: string; readonly letter: PastLetter }[] = []
  const history: WebChatHistory = {
    listLetters: async (chat, _until, limit) =>
      letters
        .filter((one) => one.chat === chat)
        .slice(-limit)
        .map(({ letter }) => letter),
    listArrivals: async () => [],
    isLetter: async (chat, id) => letters.some((one) => one.chat === chat && one.letter.id === id),
  }
  const server = await openHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: { warn: (_facts, text) => log.warn(text), error: (_facts, text) => log.error(text) },
  })
  const webChat = await openWebChat({
    account: 'web',
    botNames,
    demonstration: false,
    isLocalOnly: server.isLocalOnly,
    directory: page?.directory ?? (async () => townWithTwoRooms()),
    files: { find: readFile, keep: keepFile },
    history: page?.history ?? history,
    clock: { ...systemClock(), now },
    log: { error: (_facts, text) => log.error(text) },
  })
  server.mount('/chat', webChat.handle, { bodyLimitBytes: UPLOAD_LIMIT_BYTES })
  const { url } = server.address
  const bai = { id: 'bai', name: '白帆' }
  const he = { id: 'mi', name: '米晓冬' }
  const chat = (kind: Chat['kind'], chatId: string): Chat => ({
    platform: 'web-chat',
    account: 'web',
    kind,
    chatId,
  })
  let count = 0
  let last: () => Promise<void> = async () => undefined

  async function post(
    to: Chat,
    as: Somebody,
    said: object,
    files: readonly SentFile[] = [],
  ): Promise<string> {
    const id = `message-${++count}`
    const name = to.kind === 'private' ? 'private' : to.chatId
    const message = JSON.stringify({ as: as.id, chat: name, id, ...said })
    last = async () => {
      const answer = await fetch(`${url}/chat/api/messages`, { method: 'POST', ...bodyOf(message, files) })
      expect(answer.status).toBe(200)
      await answer.body?.cancel()
    }
    await last()
    return `${as.id}.${id}`
  }
  function bodyOf(message: string, files: readonly SentFile[]) {
    if (files.length === 0)
      return { headers: { origin: url, 'content-type': 'application/json' }, body: message }
    const form = new FormData()
    form.set('message', message)
    for (const { kind, name, bytes } of files)
      form.append('file', new Blob([Uint8Array.from(bytes)], { type: TYPES[kind] }), name)
    return { headers: { origin: url }, body: form }
  }

  return {
    platform: {
      ...webChat,
      async send(letter) {
        const at = now()
        const result = await webChat.send(letter)
        // The house stores letters before they are sent; whoever looks later reads them there.
        if (result.kind === 'ok') letters.push({ chat: chatKey(letter.to), letter: { ...letter, at } })
        return result
      },
    },
    ready: async () => undefined,
    bai,
    he,
    home: chat('private', bai.id),
    homeOfHe: chat('private', he.id),
    room: chat('group', 'pottery-group'),
    otherRoom: chat('group', 'glaze-group'),
    say: (to, text, as = bai) => post(to, as, { text }),
    mentions: {
      name: (to, text, as = bai) => post(to, as, { text: `@娘家 ${text}` }),
      'full width': (to, text, as = bai) => post(to, as, { text: `＠娘家${text}` }),
    },
    reply: (to, text, { messageId }, as = bai) =>
      post(to, as, { text, replyTo: messageId ?? 'somebody-elses' }),
    async choose({ to, choices }, [prompt], index, as = bai) {
      await post(to, as, { choice: choices?.[index]?.id, prompt })
    },
    sendsKinds: ['image', 'file', 'voice', 'video'],
    sendFile: (to, file, text = '', as = bai) => post(to, as, { text }, [file]),
    album: async (to, files, text) => [await post(to, bai, { text }, files)],
    again: () => last(),
    async handInRaw(nonsense) {
      const body = typeof nonsense === 'string' ? nonsense : JSON.stringify(nonsense)
      const headers = { origin: url, 'content-type': 'application/json' }
      const answer = await fetch(`${url}/chat/api/messages`, { method: 'POST', headers, body })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      await answer.body?.cancel()
    },
    nonsense: [
      { as: 'bai', chat: 'private', id: 'message-x' },
      { as: 'bai', chat: 'private', id: 'x', text: '短号' },
      { as: 'nobody', chat: 'private', id: 'message-x', text: '没有这个人' },
      { as: 'bai', chat: 'office-group', id: 'message-x', text: '不在群里' },
      { as: 'bai', chat: 7, id: 'message-x', text: '一' },
      { as: ['bai'], chat: 'private', id: 'message-x', text: '一' },
      { as: 'bai', chat: 'private', id: 'message-x', text: null },
      { as: 'bai', chat: 'private', id: 'message-x', choice: '' },
      { as: 'bai', chat: 'private', id: 'message-x', text: '长'.repeat(200_001) },
      '{"as":"bai","chat":"priv',
    ],
    async shown(of) {
      const viewer = of.kind === 'private' ? of.chatId : (page?.readerOf(of.chatId) ?? bai.id)
      const name = of.kind === 'private' ? 'private' : of.chatId
      const answer = await fetch(`${url}/chat/api/stream?as=${viewer}`)
      const messages = new Map<string, Shown>()
      for await (const event of readEvents(answer.body as ReadableStream<Uint8Array>)) {
        if (event.name === 'ready') break
        if (event.name !== 'snapshot' || event.data.chat !== name) continue
        for (const entry of event.data.entries) {
          if (entry.kind !== 'letter') continue
          const files: { sha256: string; name: string }[] = entry.files ?? []
          messages.set(entry.edits ?? entry.id, {
            text: entry.text,
            buttons: (entry.choices ?? []).map(({ label }: { label: string }) => label),
            mentions: (entry.mention ?? []).map(({ id }: { id: string }) => id),
            ...(entry.replyTo === undefined ? {} : { answers: entry.replyTo }),
            files: await Promise.all(
              files.map(async (file) => ({
                name: file.name,
                bytes: await (await fetch(`${url}/chat/api/files/${file.sha256}`)).bytes(),
              })),
            ),
            isEdited: entry.edits !== undefined,
          })
        }
      }
      return [...messages.values()]
    },
    faults: {},
    secrets: [],
    cannot: {
      redelivers: 'the page is told, and posts it again',
      refs: 'uploads are stored before the message is handed in',
      robot: 'nobody but people is on the page',
      thread: 'no topics',
      start: 'the private chat is open beside the groups',
      failDownload: 'uploads are stored before the message is handed in',
      edit: 'the page has no way to change what was said',
      withdraw: 'the page has no way to take back what was said',
      joins: 'the roster says who is in a group',
      leaves: 'the roster says who is in a group',
      botAdded: OURS,
      botRemoved: OURS,
      migrate: 'groups keep their numbers',
      reconnect: 'a page reads up by itself; nothing is handed in again',
      goOffline: OURS,
      comeBack: OURS,
      loseLogin: 'nobody logs in',
      'faults.retryAfter': NO_SERVER,
      'faults.transient': NO_SERVER,
      'faults.unreachable': NO_SERVER,
      'faults.hangUp': 'each reader has a line of their own, and reads up after it broke',
      'faults.blocked': NO_SERVER,
      'faults.kicked': NO_SERVER,
      'faults.deactivated': NO_SERVER,
      'faults.notOpen': NO_SERVER,
      'faults.windowClosed': NO_SERVER,
      'faults.migrated': NO_SERVER,
      'faults.permanent': NO_SERVER,
    },
    close: () => server.close(),
  }
}

const TYPES = { image: 'image/png', file: 'application/pdf', voice: 'audio/ogg', video: 'video/mp4' } as const

function townWithTwoRooms(): Directory {
  const town = smallTown()
  const room = town.groups.get('pottery-group')
  if (room === undefined) return town
  const other = { ...room, code: 'glaze-group', chatId: 'glaze-group', title: '釉料交流群' }
  return { ...town, groups: new Map([...town.groups, [other.code, other]]) }
}
