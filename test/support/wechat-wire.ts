import { expect } from 'vitest'
import type { Chat } from '../../src/kernel/chat.ts'
import { until } from './desk.ts'
import { OTHER_ROOM, OURS, openWechatTown, ROOM, wallClock } from './wechat-town.ts'
import type { OpenWire, Somebody } from './wires.ts'

const NAMES: Readonly<Record<string, string>> = { bai: '白帆', he: '何志平' }
const DASHES = '- - - - - - - - - - - - - - -'
const KINDS = { image: 'Image', file: 'Attachment', voice: 'Audio', video: 'Video' } as const
const NO_RATE = 'no puppet says for how long to wait'
const NO_NUMBER = 'WeChat rooms keep their number within a login'

export const wechatWire: OpenWire = async ({ botNames, now, log, readFile }) => {
  const token = 'puppet_canary_5f2a9c17e0b84d36'
  const town = await openWechatTown({
    botNames,
    clock: wallClock(now),
    log,
    readFile,
    puppetOptions: { token },
  })
  const { puppet, mocker, wechat } = town
  let isFirst = true
  let last = ''
  const said: string[] = []
  const prefix = () => `${town.reports.at(-1)?.login}~`
  const somebody = (id: string): Somebody => ({ id: `${prefix()}${id}`, name: NAMES[id] ?? id })
  const theirs = ({ id }: Somebody) => id.slice(id.indexOf('~') + 1)
  const target = ({ kind, chatId }: Chat) =>
    kind === 'group' ? { in: chatId.slice(chatId.indexOf('~') + 1) } : {}
  const say = async (to: Chat, text: string, as?: Somebody, mention: readonly string[] = []) => {
    if (as !== undefined) town.befriend(theirs(as), as.name)
    last = town.say(as === undefined ? 'bai' : theirs(as), { ...target(to), text, mention })
    said.push(last)
    return last
  }
  const nonsense = (more: object) => ({
    id: 'wx-1',
    talkerId: 'bai',
    listenerId: OURS,
    text: '一',
    type: 7,
    ...more,
  })

  return {
    platform: { ...wechat, open: (doorstep) => town.open(doorstep) },
    async ready() {
      await until(() => expect(puppet.state.active()).toBe(true))
      if (!puppet.isLoggedIn) await town.logIn({ scan: isFirst })
      isFirst = false
    },
    get bai() {
      return somebody('bai')
    },
    get he() {
      return somebody('he')
    },
    get home() {
      return town.chat('private', 'bai')
    },
    get homeOfHe() {
      return town.chat('private', 'he')
    },
    get room() {
      return town.chat('group', ROOM)
    },
    get otherRoom() {
      return town.chat('group', OTHER_ROOM)
    },
    say,
    mentions: {
      'room alias': (to, text, as) => say(to, `@商会娘家\u2005${text}`, as, [OURS]),
      'typed alias': (to, text, as) => say(to, `@商会娘家 ${text}`, as),
      name: (to, text, as) => say(to, `@娘家\u2005${text}`, as),
      'a name we do not know': (to, text, as) => say(to, `@小娘\u2005${text}`, as, [OURS]),
    },
    reply: (to, text, { by, text: words }, as) =>
      say(to, `「${by === 'us' ? '娘家小助手' : by.name}：${words}」\n${DASHES}\n${text}`, as),
    choose: async ({ to }, _ids, index, as) => void (await say(to, String(index + 1), as)),
    async start() {
      const id = `friend-${puppet.friendships.size}`
      puppet.friendships.set(id, { id, contactId: 'bai', type: 1, timestamp: now().getTime() })
      puppet.emit('friendship', { friendshipId: id })
    },
    sendsKinds: ['image', 'file', 'voice', 'video'],
    async sendFile(to, file, _text, as) {
      const who = as === undefined ? 'bai' : theirs(as)
      last = town.say(who, { ...target(to), kind: KINDS[file.kind], file, filename: file.name })
      said.push(last)
      return last
    },
    failDownload: () => {
      puppet.failsDownload = true
    },
    async withdraw(to, messageId) {
      town.say('bai', { ...target(to), kind: 'Recalled', text: messageId })
    },
    async joins(_room, who) {
      town.room.add(town.contact(theirs(who))).by(town.contact('he'))
    },
    async leaves(_room, who) {
      town.room.remove(town.contact(theirs(who))).by(town.contact('he'))
    },
    async botAdded() {
      town.room.add(town.contact(OURS)).by(town.contact('he'))
    },
    async botRemoved() {
      town.room.remove(town.contact(OURS)).by(town.contact('he'))
    },
    async again() {
      puppet.emit('message', { messageId: last })
    },
    async reconnect() {
      await town.logOut('puppet stop()')
      await town.logIn({ scan: false })
      for (const messageId of said) puppet.emit('message', { messageId })
    },
    async handInRaw(raw) {
      const id = `raw-${Math.random()}`
      mocker.cacheMessagePayload.set(id, raw as never)
      puppet.emit('message', { messageId: id })
    },
    nonsense: [
      nonsense({ id: '' }),
      nonsense({ id: 7 }),
      nonsense({ id: 'a\u0000b' }),
      nonsense({ talkerId: undefined }),
      nonsense({ talkerId: { id: 'bai' } }),
      nonsense({ talkerId: '\ud83d' }),
      nonsense({ type: 'text' }),
      nonsense({ type: 1e99 }),
      nonsense({ text: undefined }),
      nonsense({ text: ['一'] }),
      nonsense({ type: 13, text: '<sysmsg type="revokemsg"><revokemsg><newmsgid>' }),
      nonsense({ type: 4, text: '<msg><appmsg><title>' }),
    ],
    async shown(of) {
      const id = of.chatId.slice(of.chatId.indexOf('~') + 1)
      return puppet.said
        .filter(({ to }) => to === id)
        .map(({ text, mentions, file }) => ({
          text: text.replaceAll('\u2005', ' '),
          buttons: [],
          mentions: mentions.map((one) => prefix() + one),
          files: file === undefined ? [] : [file],
          isEdited: false,
        }))
    },
    faults: {
      transient: () => void puppet.faults.push('refused'),
      unreachable: () => void puppet.faults.push('no connection'),
      hangUp: () => void puppet.faults.push('hang up'),
      kicked: () => town.room.remove(town.contact(OURS)).by(town.contact('he')),
      notOpen: () => {
        Object.assign(mocker.contactPayload('bai'), { friend: false })
      },
      permanent: () => void puppet.faults.push('unsupported'),
    },
    async goOffline() {
      await town.logOut('puppet stop()')
    },
    comeBack: () => town.logIn({ scan: false }),
    loseLogin: () => town.logOut(),
    secrets: [token],
    cannot: {
      robot: 'WeChat does not say who is a program',
      thread: 'rooms have no topics',
      album: 'pictures sent together come one by one, without words',
      edit: 'nothing said in WeChat can be changed',
      migrate: NO_NUMBER,
      captions: 'a picture has no words with it',
      answers: 'a personal account cannot quote',
      'faults.retryAfter': NO_RATE,
      'faults.blocked': 'who blocks somebody in WeChat is not told',
      'faults.deactivated': 'an account that is gone looks like one that is silent',
      'faults.windowClosed': 'friends can be written to at any time',
      'faults.migrated': NO_NUMBER,
    },
    close: () => town.close(),
  }
}
