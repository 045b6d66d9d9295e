import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeLines } from '../../src/features/notices/notice-lines.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import { type Doors, openThreePlatforms, type ThreePlatforms } from '../support/three-platforms.ts'
import type { SentFile, Somebody } from '../support/wires.ts'

let town: ThreePlatforms
let at: ReturnType<typeof placesOf>

/** More than fifty, so that the Telegram group gets buttons instead of a flood of 收到. */
const CROWD = Array.from({ length: 50 }, (_, n) => ({
  code: `potter${n}`,
  name: `会员${n}`,
  roles: ['member'],
  chamber: 'pottery',
}))

/** Who is where. A private chat on WeChat and on Telegram is open only to those who came first. */
function placesOf({ telegram, wechat, web }: Doors) {
  const on = (wire: Wire, id: string, name: string) => {
    const { name: platform, account } = wire.platform
    const home: Chat = { platform, account, kind: 'private', chatId: id }
    return { id, name, home }
  }
  const login = telegramless(wechat.bai.id)
  return {
    song: on(web, 'song', '宋敏'),
    fu: on(wechat, `${login}fu`, '傅立'),
    bai: { ...telegram.bai, home: telegram.home },
    baiOnWechat: { ...wechat.bai, home: wechat.home },
    zhi: on(telegram, '200001', '支平'),
    gao: on(telegram, '200002', '高原'),
    he: on(wechat, `${login}he`, '何志平'),
    xu: on(wechat, `${login}xu`, '徐静'),
    zhu: on(wechat, `${login}zhu`, '竹青'),
    mi: on(web, 'mi', '米晓冬'),
    ning: on(web, 'ning', '宁远'),
    juan: on(web, 'juan', '卷丹'),
    potters: telegram.room,
    teaPeople: wechat.otherRoom as Chat,
    weavers: { ...web.room, chatId: 'silk-group' },
  }
}
type Wire = Doors['web']
const telegramless = (id: string) => id.slice(0, id.indexOf('~') + 1)

function rosterFor(doors: Doors) {
  const who = placesOf(doors)
  const person = (code: string, of: readonly (Somebody & { home: Chat })[], more: object) => ({
    code,
    name: of[0]?.name,
    accounts: of.map(({ id, home }) => ({ platform: home.platform, id })),
    roles: ['member'],
    ...more,
  })
  const group = (code: string, chat: Chat, title: string, chamber: string) => {
    const { platform, account, chatId: id } = chat
    return { code, platform, account, id, title, chamber, audience: 'members' }
  }
  return {
    federation: { name: '青石县工商业联合会' },
    chambers: [
      { code: 'pottery', name: '陶艺商会' },
      { code: 'tea', name: '茶业商会' },
      { code: 'silk', name: '丝绸商会' },
      { code: 'paper', name: '纸业商会' },
    ],
    people: [
      person('song', [who.song], { roles: ['staff'] }),
      person('fu', [who.fu], { roles: ['reviewer'] }),
      person('bai', [who.bai, who.baiOnWechat], { chamber: 'pottery' }),
      ...CROWD,
      person('he', [who.he], { chamber: 'tea' }),
      person('xu', [who.xu], { chamber: 'tea' }),
      person('mi', [who.mi], { chamber: 'silk' }),
      person('ning', [who.ning], { chamber: 'silk' }),
      person('zhi', [who.zhi], { chamber: 'paper' }),
      person('gao', [who.gao], { chamber: 'paper' }),
      person('zhu', [who.zhu], { chamber: 'paper' }),
      person('juan', [who.juan], { chamber: 'paper' }),
    ],
    groups: [
      group('potters', who.potters, '陶艺商会群', 'pottery'),
      group('tea-people', who.teaPeople, '茶业商会群', 'tea'),
      group('silk-group', who.weavers, '丝绸商会群', 'silk'),
    ],
  }
}

beforeAll(async () => {
  town = await openThreePlatforms(rosterFor)
  at = placesOf(town.doors)
  for (const one of [at.fu, at.zhu, at.zhi]) await town.says(one.home, one, '你好')
})
afterAll(() => town.close())

const MAP: SentFile = {
  kind: 'image',
  name: '会场路线.png',
  bytes: PNG.sync.write(new PNG({ width: 8, height: 8 })),
}
const texts = async (chat: Chat) => (await town.shown(chat)).map(({ text }) => text)
const said = async (chat: Chat) => (await texts(chat)).at(-1) ?? ''

test('play', async () => {
  await town.sends(
    at.song.home,
    at.song,
    MAP,
    '通知全体会员：周三下午三点在工商联二楼开会，收到请回复，截止明天中午12点',
  )
  console.log(await said(at.song.home))
  await town.presses(at.song.home, at.song, '提交审批')
  console.log(await texts(at.song.home))
  console.log(await texts(at.fu.home))
  await town.says(at.fu.home, at.fu, '1')
  await town.pass(3_000)
  for (const [name, place] of Object.entries(at)) {
    const chat = 'home' in place ? place.home : place
    console.log(name, await town.shown(chat))
  }
  const { storage } = town.house
  console.log(JSON.stringify(await storage.transactions.inOne(town.clock.now(), (work) => noticeLines(storage, work))))
})
