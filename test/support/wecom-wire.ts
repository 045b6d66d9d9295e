import { expect } from 'vitest'
import { openWecom } from '../../src/adapters/platforms/wecom/wecom.platform.ts'
import type { AccountHealth } from '../../src/conversation/platform.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import { until } from './desk.ts'
import { openWecomServer } from './wecom-server.ts'
import type { OpenWire, SentFile, Shown, Somebody } from './wires.ts'

const NOT_TOLD = 'WeCom tells bots nothing of it'
const PAUSES = {
  firstMs: 5,
  mostMs: 20,
  steadyMs: 0,
  answerMs: 2_000,
  tooOftenMs: 20,
  takenOverMs: 20,
  refusedMs: 20,
}

export const wecomWire: OpenWire = async ({ botNames, log, now, readFile }) => {
  const server = await openWecomServer()
  let health: AccountHealth | undefined
  const wecom = openWecom({
    account: 'wecom',
    botId: server.botId,
    secret: server.secret,
    wsUrl: server.url,
    botNames,
    clock: {
      now,
      at(when, run) {
        const timer = setTimeout(run, Math.max(0, when.getTime() - now().getTime())).unref()
        return () => clearTimeout(timer)
      },
    },
    readFile,
    log,
    pauses: PAUSES,
  })
  const bai = { id: 'bai.fan', name: '白帆' }
  const he = { id: 'he.zhiping', name: '何志平' }
  const chat = (kind: Chat['kind'], chatId: string): Chat => ({
    platform: 'wecom',
    account: 'wecom',
    kind,
    chatId,
  })
  const [room, otherRoom] = [chat('group', 'wrPotteryRoom'), chat('group', 'wrTeaRoom')]
  for (const { id } of [bai, he]) server.knows(`private:${id}`)
  for (const { chatId } of [room, otherRoom]) server.knows(`group:${chatId}`)

  const spoken = (content: string) => ({ msgtype: 'text', text: { content } })
  const put = (to: Chat, as: Somebody, said: object) =>
    server.message({ from: as.id, ...(to.kind === 'group' ? { group: to.chatId } : {}), ...said })
  const called = (to: Chat, text: string) => (to.kind === 'group' ? `@娘家 ${text}` : text)
  const isOnline = () => until(() => expect(health?.state).toBe('online'))

  /** Lines of a group that call nobody of ours stay with WeCom. */
  async function say(to: Chat, text: string, as: Somebody = bai): Promise<string> {
    if (to.kind === 'group' && !/[@＠]娘家(?![\w.])/u.test(text)) return ''
    return put(to, as, spoken(text))
  }

  return {
    platform: {
      ...wecom,
      async open(doorstep) {
        health = undefined
        await wecom.open({
          ...doorstep,
          report(told) {
            health = told
            doorstep.report(told)
          },
        })
      },
    },
    ready: isOnline,
    bai,
    he,
    home: chat('private', bai.id),
    homeOfHe: chat('private', he.id),
    room,
    otherRoom,
    say,
    mentions: {
      at: async (to, text, as = bai) => put(to, as, spoken(`@娘家 ${text}`)),
      'at, behind': async (to, text, as = bai) => put(to, as, spoken(`${text} @娘家`)),
      'thin space': async (to, text, as = bai) => put(to, as, spoken(`@娘家\u2005${text}`)),
      'another name': async (to, text, as = bai) => put(to, as, spoken(`@工商联助手 ${text}`)),
    },
    async reply(to, text, answered, as = bai) {
      if (to.kind === 'group' && answered.by !== 'us') return ''
      return put(to, as, { ...spoken(text), quote: spoken(answered.text) })
    },
    choose: async ({ to }, _numbers, index, as = bai) =>
      void put(to, as, spoken(called(to, String(index + 1)))),
    start: async () => server.event(bai.id, 'enter_chat'),
    sendsKinds: ['image', 'file', 'video'],
    async sendFile(to, { kind, name, bytes }, text = '', as = bai) {
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
      const enclosed = server.enclose(bytes, { disposition })
      if (to.kind === 'private' && (kind !== 'image' || text === ''))
        return put(to, as, { msgtype: kind, [kind]: enclosed })
      return put(to, as, mixed([enclosed], called(to, text)))
    },
    failDownload: server.failDownload,
    async album(to, files, text) {
      const enclosed = files.map(({ bytes }: SentFile) => server.enclose(bytes))
      return [put(to, bai, mixed(enclosed, called(to, text)))]
    },
    again: async () => server.again(),
    async reconnect() {
      const { subscriptions } = server
      server.cut()
      await until(() => expect(server.subscriptions).toBeGreaterThan(subscriptions))
      await isOnline()
    },
    handInRaw: async (nonsense) =>
      server.raw(typeof nonsense === 'string' ? nonsense : JSON.stringify(nonsense)),
    nonsense: nonsense(bai.id, room.chatId),
    async shown(of): Promise<readonly Shown[]> {
      return server.seen
        .filter(({ chatid, kind }) => chatid === of.chatId && kind === of.kind)
        .map(({ content, file }) => ({
          text: drawn(content),
          buttons: [],
          mentions: [...content.matchAll(/<@([^<>\s]+)>/gu)].map(([, id]) => id as string),
          files: file === undefined ? [] : [file],
          isEdited: false,
        }))
    },
    faults: {
      // WeCom names no seconds; a minute is waited.
      retryAfter() {
        server.next('aibot_send_msg', 45009)
        return 60
      },
      transient: () => server.next('aibot_send_msg', -1),
      unreachable: () => server.next('aibot_send_msg', 846609),
      hangUp: () => server.next('aibot_send_msg', 'taken-then-cut'),
      kicked: () => server.next('aibot_send_msg', 93006),
      deactivated: () => server.next('aibot_send_msg', 60111),
      notOpen: () => server.next('aibot_send_msg', 93006),
      permanent: () => server.next('aibot_send_msg', 40058),
    },
    async goOffline() {
      server.goAway()
      await until(() => expect(health?.state).not.toBe('online'))
    },
    async comeBack() {
      server.comeBack()
      await isOnline()
    },
    async loseLogin() {
      server.refuseBot()
      await until(() => expect(health?.state).toBe('needs-login'))
    },
    secrets: [server.secret],
    cannot: {
      robot: NOT_TOLD,
      thread: 'no topics',
      edit: NOT_TOLD,
      withdraw: NOT_TOLD,
      joins: NOT_TOLD,
      leaves: NOT_TOLD,
      botAdded: NOT_TOLD,
      botRemoved: NOT_TOLD,
      migrate: 'groups keep their numbers',
      overhears: 'a bot gets only the lines of a group that call it',
      answers: 'a bot cannot quote what it answers',
      'faults.blocked': 'nobody can block a bot of their own company',
      'faults.windowClosed': 'no such window',
      'faults.migrated': 'groups keep their numbers',
    },
    close: server.close,
  }
}

const mixed = (images: readonly object[], content: string) => ({
  msgtype: 'mixed',
  mixed: {
    msg_item: [
      { msgtype: 'text', text: { content } },
      ...images.map((image) => ({ msgtype: 'image', image })),
    ],
  },
})

/** As the client shows it: what draws nothing is not seen, and a wide mark reads as the mark. */
const drawn = (markdown: string) =>
  markdown
    .replaceAll('\u200b', '')
    .replaceAll(/[＊＿｀～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/ +$/gmu, '')
    .replace(/^(?:<@[^<>\s]+> )+/u, '')

function nonsense(userid: string, chatid: string): readonly unknown[] {
  const good = {
    msgid: 'wrong',
    chattype: 'single',
    from: { userid },
    msgtype: 'text',
    text: { content: '一' },
  }
  const message = (body: unknown) => ({ cmd: 'aibot_msg_callback', headers: { req_id: 'r' }, body })
  return [
    message({ ...good, msgid: undefined }),
    message({ ...good, msgid: 7 }),
    message({ ...good, msgid: 'a\u0000b' }),
    message({ ...good, from: null }),
    message({ ...good, from: { userid: '' } }),
    message({ ...good, from: { userid: '\ud83d' } }),
    message({ ...good, chattype: 'group' }),
    message({ ...good, chattype: 'ship', chatid }),
    message({ ...good, chattype: 'group', chatid: 'x'.repeat(300) }),
    message([good]),
    message('text'),
    { cmd: 'aibot_event_callback', headers: { req_id: 'r' }, body: { msgtype: 'event', event: null } },
    { cmd: 'aibot_event_callback', headers: {}, body: { ...good, event: { eventtype: { toString: 1 } } } },
    { headers: { req_id: 5 }, errcode: 'zero' },
    '{"cmd":"aibot_msg_callback","headers":{"req_id":"r"},"body":{"msgid":"wr',
  ]
}
