import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileBox } from 'file-box'
import { expect } from 'vitest'
import * as wechaty from 'wechaty'
import { mock } from 'wechaty-puppet-mock'
import { openWechat } from '../../src/adapters/platforms/wechat/wechat.platform.ts'
import type { WechatParts } from '../../src/adapters/platforms/wechat/wechat-parts.ts'
import type { AccountHealth, Doorstep } from '../../src/conversation/platform.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { until } from './desk.ts'
import { removeFolder } from './remove-folder.ts'
import { TownPuppet } from './wechat-puppet.ts'

const { Message } = wechaty.types
export type MessageKind = Exclude<keyof typeof Message, number>

export interface Saying {
  readonly id?: string
  readonly in?: string
  readonly kind?: MessageKind
  readonly text?: string
  readonly mention?: readonly string[]
  readonly at?: Date
  readonly filename?: string
  readonly file?: { readonly name: string; readonly bytes: Uint8Array }
}

export const OURS = 'me'
export const ROOM = 'pottery@chatroom'
export const OTHER_ROOM = 'tea@chatroom'

/** A WeChat account 娘家小助手 in two rooms with two friends, and the platform beside it, not opened. */
export async function openWechatTown(given: Partial<WechatParts> = {}) {
  const memoryDirectory = await mkdtemp(join(tmpdir(), 'niangjia-wechat-'))
  const mocker = new mock.Mocker()
  const puppet = new TownPuppet(mocker)
  const people = [
    { id: OURS, name: '娘家小助手' },
    { id: 'bai', name: '白帆' },
    { id: 'he', name: '何志平' },
    { id: 'stranger', name: '路人', friend: false },
  ]
  const contacts = new Map(people.map((one) => [one.id, mocker.createContact(one)]))
  const members = people.map(({ id }) => id)
  const room = mocker.createRoom({ id: ROOM, topic: '陶艺商会群', memberIdList: [...members] })
  mocker.createRoom({ id: OTHER_ROOM, topic: '茶业商会群', memberIdList: [...members] })
  puppet.aliases.set(`${ROOM} ${OURS}`, '商会娘家')

  const reports: AccountHealth[] = []
  const printed: string[] = []
  const warnings: { what: string; detail: unknown }[] = []
  const clock = given.clock ?? wallClock(() => new Date())
  const wechat = openWechat({
    account: 'wechat',
    puppet,
    puppetOptions: {},
    ids: 'session',
    friends: 'accept',
    botNames: ['娘家'],
    readFile: async () => undefined,
    log: { warn: (what, detail) => void warnings.push({ what, detail }) },
    lastLogin: async () => reports.findLast(({ login }) => login !== undefined)?.login,
    printQr: (text) => void printed.push(text),
    baseUrl: () => 'http://127.0.0.1:8787',
    memoryDirectory,
    ...given,
    clock,
  })
  const contact = (id: string) => {
    const found = contacts.get(id)
    if (found === undefined) throw new Error(`nobody is called ${id}`)
    return found
  }

  return {
    wechat,
    puppet,
    /** Somebody whom the account did not know is a friend from now on. */
    befriend(id: string, name: string): void {
      if (!contacts.has(id)) contacts.set(id, mocker.createContact({ id, name, friend: true }))
    },
    mocker,
    room,
    contact,
    reports,
    printed,
    warnings,
    health: () => reports.at(-1) as AccountHealth,
    /** Opens it and keeps what it reports. */
    async open(doorstep: Doorstep): Promise<void> {
      await wechat.open({
        receive: (incoming) => doorstep.receive(incoming),
        report(health) {
          reports.push(health)
          doorstep.report(health)
        },
      })
      await until(() => expect(puppet.state.active()).toBe(true))
    },
    /** Somebody scans the code; without a scan the session that the puppet kept is taken up again. */
    async logIn({ scan = true, as = OURS }: { scan?: boolean; as?: string } = {}): Promise<void> {
      if (scan) mocker.scan(`https://login.weixin.qq.com/l/${randomUUID()}`)
      puppet.login(as)
      puppet.emit('ready', { data: 'stable' })
      await until(() => expect(reports.at(-1)).toMatchObject({ state: 'online', name: expect.any(String) }))
    },
    async logOut(reason = '微信退出登录'): Promise<void> {
      await puppet.logout(reason)
    },
    /** Somebody says something; gives its number. */
    say(who: string, saying: Saying): string {
      const { in: roomId, kind = 'Text', text, mention, file, filename, at = clock.now() } = saying
      const id = saying.id ?? `wx-${randomUUID()}`
      if (file !== undefined) {
        const box = FileBox.fromBase64(Buffer.from(file.bytes).toString('base64'), file.name)
        mocker.cacheFileBoxPayload.set(id, box.toJSON())
      }
      mocker.MessageMock.create({
        id,
        talkerId: who,
        type: Message[kind],
        timestamp: at.getTime(),
        ...(text === undefined ? {} : { text }),
        ...(filename === undefined ? {} : { filename }),
        ...(roomId === undefined ? { listenerId: OURS } : { roomId, mentionIdList: [...(mention ?? [])] }),
      })
      puppet.emit('message', { messageId: id })
      return id
    },
    chat: (kind: Chat['kind'], id: string): Chat => ({
      platform: 'wechat',
      account: 'wechat',
      kind,
      chatId: given.ids === 'permanent' ? id : `${reports.at(-1)?.login}~${id}`,
    }),
    async close(): Promise<void> {
      await wechat.close()
      await removeFolder(memoryDirectory)
    },
  }
}

export type WechatTown = Awaited<ReturnType<typeof openWechatTown>>

/** A clock with this present whose alarms really wait. */
export function wallClock(now: () => Date): Clock {
  return {
    now,
    at(when, run) {
      const timer = setTimeout(run, Math.max(0, when.getTime() - now().getTime()))
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}
