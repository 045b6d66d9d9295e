import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { driveLines } from '../../src/features/donations/drive-lines.ts'
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
    tong: on(telegram, '200003', '佟岚'),
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
      person('tong', [who.tong], { chamber: 'pottery' }),
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
  town = await openThreePlatforms(rosterFor, () => 'ning')
  at = placesOf(town.doors)
  for (const one of [at.fu, at.zhu, at.zhi]) await town.says(one.home, one, '你好')
})
afterAll(() => town.close())

const MAP: SentFile = {
  kind: 'image',
  name: '会场路线.png',
  bytes: PNG.sync.write(new PNG({ width: 8, height: 8 })),
}

const PAPER: SentFile = {
  kind: 'file',
  name: '议程.txt',
  bytes: new TextEncoder().encode('一、通报；二、讨论。'),
}
const TEXT = '周三下午三点在工商联二楼开会，收到请回复，截止明天中午12点'
const LISTED = `${TEXT}\n1. 收到\n2. 请假\n回复序号即可`
const LINK = 'https://www.qingshi-charity.org.cn/info'
const BUTTONS = ['收到', '请假']
const CROWD_CODES = CROWD.map(({ code }) => code)

function linkIn(png: Uint8Array | undefined): string | undefined {
  if (png === undefined) return undefined
  const { data, width, height } = PNG.sync.read(Buffer.from(png))
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data
}
const texts = async (chat: Chat) => (await town.shown(chat)).map(({ text }) => text)
const last = async (chat: Chat) => (await texts(chat)).at(-1) ?? ''
const broadcast = () => [at.potters, at.teaPeople, at.weavers, at.zhi.home, at.zhu.home, at.juan.home]
const groups = () => [at.potters, at.teaPeople, at.weavers]
/** Every chat's messages, to say that nothing was added. */
const all = () => Promise.all(groups().map(texts))
const lines = () => {
  const { storage } = town.house
  return storage.transactions.inOne(town.clock.now(), (work) => noticeLines(storage, work))
}
const receipts = async () => {
  const [line] = await lines()
  const { missing = [], ...answered } = line?.receipts ?? {}
  return { ...answered, missing: missing.filter((code) => !CROWD_CODES.includes(code)) }
}
/** The reviewer, who reads on WeChat, agrees by a number. */
async function approve(): Promise<void> {
  await town.says(at.fu.home, at.fu, '1')
  await town.pass(3_000)
}

test('one notice with a picture and a paper goes everywhere once, as its preview showed it', async () => {
  await town.sends(at.song.home, at.song, MAP, `通知全体会员：${TEXT}`)
  await town.sends(at.song.home, at.song, PAPER)
  const preview = await last(at.song.home)
  await town.presses(at.song.home, at.song, '提交审批')
  expect(await all()).toEqual([[], [], []])
  await approve()

  const [photo, paper] = [[MAP.name], [PAPER.name]]
  const names = async (chat: Chat) =>
    (await town.shown(chat))
      .filter(({ text }) => !text.startsWith('您好'))
      .map(({ text, buttons, files }) => ({
        text,
        buttons,
        files: files.map(({ name }) => name),
      }))
  const inPieces = (text: string, buttons: readonly string[]) => [
    { text, buttons, files: [] },
    { text: '', buttons: [], files: photo },
    { text: '', buttons: [], files: paper },
  ]
  for (const chat of [at.potters, at.zhi.home]) expect(await names(chat)).toEqual(inPieces(TEXT, BUTTONS))
  for (const chat of [at.teaPeople, at.zhu.home]) expect(await names(chat)).toEqual(inPieces(LISTED, []))
  for (const chat of [at.weavers, at.juan.home])
    expect(await names(chat)).toEqual([{ text: TEXT, buttons: BUTTONS, files: [...photo, ...paper] }])
  for (const { home } of [at.bai, at.baiOnWechat, at.tong, at.gao, at.he, at.mi, at.ning])
    expect(await texts(home)).toEqual([])

  expect(preview).toContain(LISTED)
  for (const place of ['Telegram群里是分 3 条，带按钮', '微信群里是分 3 条：', '网页聊天群里是一条，带按钮'])
    expect(preview).toContain(place)
  expect(preview).toContain('不在这些群里的 3 人单独发；登记在册的共 59 人')
  expect(preview).toContain('通知不到的有 1 人（1 人还没有打开与娘家的私聊）：高原')
})

test('each answers as their platform lets them, and no group reads a word of it', async () => {
  const before = await all()
  await town.presses(at.potters, at.bai, '收到')
  await town.says(at.teaPeople, at.he, '收到')
  await town.presses(at.weavers, at.mi, '收到')
  await town.says(at.weavers, at.ning, '收到，但出差去不了')
  await town.presses(at.zhi.home, at.zhi, '请假')
  await town.says(at.zhu.home, at.zhu, '2')
  await town.presses(at.juan.home, at.juan, '收到')
  await town.says(at.baiOnWechat.home, at.baiOnWechat, '收到')
  expect(await all()).toEqual(before)
  for (const { home } of [at.zhi, at.zhu, at.juan]) expect(await last(home)).toContain('通知1')
  expect(await receipts()).toEqual({
    acknowledged: ['bai', 'he', 'juan', 'mi'],
    onLeave: ['ning', 'zhi', 'zhu'],
    seen: [],
    unclear: [],
    missing: ['gao', 'tong', 'xu'],
  })
})

test('a chain in the WeChat group is kept, shown once when asked, and counts as an answer', async () => {
  const before = await all()
  await town.says(at.teaPeople, at.he, '#接龙 周三开会用餐\n1. 何志平')
  await town.says(at.teaPeople, at.xu, '#接龙 周三开会用餐\n1. 何志平\n2. 徐静 2人')
  expect(await all()).toEqual(before)
  await town.says(at.teaPeople, at.xu, '@娘家\u2005谁报名了')
  expect(await last(at.teaPeople)).toContain('2. 徐静 2人')
  expect((await receipts()).acknowledged).toContain('xu')
  await town.says(at.song.home, at.song, '接龙1 名单')
  expect(await last(at.song.home)).toContain('徐静')
})

test('a correction stands in the place of the old words where it can, and is said anew on WeChat', async () => {
  const before = await Promise.all(broadcast().map(texts))
  await town.says(at.song.home, at.song, '通知1 三点改成两点半')
  expect(await last(at.song.home)).toContain('其中 4 处直接改掉原来那条，2 处另发一条')
  await town.says(at.song.home, at.song, '确认更正')
  await approve()
  const after = await Promise.all(broadcast().map((chat) => town.shown(chat)))
  for (const [n, chat] of broadcast().entries()) {
    const isAnew = chat.platform === 'wechat'
    expect(after[n]).toHaveLength((before[n]?.length ?? 0) + (isAnew ? 1 : 0))
    const corrected = after[n]?.filter(({ text }) => text.includes('周三下午两点半在工商联二楼开会')) ?? []
    expect(corrected.map(({ isEdited }) => isEdited)).toEqual([!isAnew])
    expect(after[n]?.some(({ text }) => text === TEXT)).toBe(false)
  }
  // What was enclosed stays, and so does what can be pressed.
  expect(after[2]?.[0]).toMatchObject({ buttons: BUTTONS, files: [{ name: MAP.name }, { name: PAPER.name }] })
  expect(after[0]?.[0]).toMatchObject({ buttons: BUTTONS })
  await town.presses(at.potters, at.tong, '收到')
  expect((await receipts()).acknowledged).toContain('tong')
})

test('a withdrawal reaches the same chats, and nothing is left to press', async () => {
  await town.says(at.song.home, at.song, '撤回 通知1，因为会议取消')
  await town.says(at.song.home, at.song, '确认撤回')
  await approve()
  for (const chat of broadcast()) {
    const shown = await town.shown(chat)
    expect(shown.filter(({ text }) => text.includes('会议取消'))).toHaveLength(1)
    expect(shown.flatMap(({ buttons }) => buttons)).toEqual([])
  }
  const answered = await receipts()
  // The list on WeChat stands there for ever, and counts no more.
  await town.says(at.zhu.home, at.zhu, '1')
  expect(await last(at.zhu.home)).toBe('现在没有等您选的，有事直接说就行。')
  expect(await receipts()).toEqual(answered)
})

test('chat, lines and tables tell the same of all three', async () => {
  for (const line of await lines()) {
    await town.says(at.song.home, at.song, `通知${line.number}发得怎么样了`)
    expect(await last(at.song.home)).toContain('送达 6')
    expect(line.letters).toEqual({ waiting: 0, sending: 0, sent: 6, failed: 0, uncertain: 0, cancelled: 0 })
    const rows = await town.read<{ chat: string; state: string; letters: string }>(
      `SELECT r."chatKey" AS chat, r."state",
              (SELECT string_agg(DISTINCT l."state", ',') FROM "Letter" l WHERE l."mailing" = r."mailing" AND l."chatKey" = r."chatKey") AS letters
       FROM "MailingRecipient" r WHERE r."mailing" = $1`,
      `notice:${line.number}`,
    )
    expect(new Set(rows.map(({ chat }) => chat)).size).toBe(6)
    expect(rows.map(({ state, letters }) => `${state} ${letters}`)).toEqual(Array(6).fill('written sent'))
  }
  expect(await lines()).toHaveLength(3)
  const kept = await town.read('SELECT "person" FROM "NoticeReceipt" WHERE "notice" = \'notice:1\'')
  const { acknowledged = [], onLeave = [] } = await receipts()
  expect(kept).toHaveLength(acknowledged.length + onLeave.length)
})

const DRIVE = `发起募捐 抗旱救灾
慈善组织：青石县慈善总会
公募资格证书号：53330000MJ0000123X
方案备案号：53330000MJ0000123XA26003
期限：3月2日至4月30日
用途：购买水泵
受益人：柳溪镇群众
账户名：青石县慈善总会
查询方式：慈善总会官网 ${LINK}`

test('a drive’s call goes out the same way, with its poster, to groups and to those no group reaches', async () => {
  await town.says(at.song.home, at.song, DRIVE)
  await town.pass(60_000)
  const preview = await town.shown(at.song.home)
  const shownPoster = preview.findLast(({ files }) => files.length > 0)?.files[0]
  await town.says(at.song.home, at.song, '提交审批')
  await town.pass(60_000)
  expect((await town.shown(at.fu.home)).at(-1)?.files, 'the reviewer sees it too').toHaveLength(1)
  await town.says(at.fu.home, at.fu, '1')
  await town.pass(60_000)

  for (const chat of broadcast()) {
    const shown = await town.shown(chat)
    const from = shown.findIndex(({ text }) => text.startsWith('【倡议书】抗旱救灾'))
    const call = shown.slice(from)
    expect(call).toHaveLength(chat.platform === 'web-chat' ? 1 : 2)
    const [poster] = call.flatMap(({ files }) => files)
    expect(linkIn(poster?.bytes)).toBe(LINK)
  }
  expect(linkIn(shownPoster?.bytes)).toBe(LINK)
  const { storage } = town.house
  const [line] = await storage.transactions.inOne(town.clock.now(), (work) => driveLines(storage, work))
  expect(line).toMatchObject({ state: 'sent', letters: { sent: 6, waiting: 0, failed: 0, uncertain: 0 } })
  await town.says(at.song.home, at.song, '募捐1怎么样了')
  expect(await last(at.song.home)).toContain('送达 6')
})
