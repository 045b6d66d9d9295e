import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { driveLines } from '../../../../src/features/donations/drive-lines.ts'
import { silentDonors } from '../../../../src/features/donations/gifts/silent-donors.ts'
import { type Chat, openChat } from '../../../support/chat.ts'
import { removeFolder } from '../../../support/remove-folder.ts'

let chat: Chat
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'niangjia-gifts-'))
  chat = await openChat()
  await say(
    'u-song',
    `发起募捐 抗旱救灾
慈善组织：云岭县慈善总会
公募资格证书号：53330000MJ0000123X
方案备案号：53330000MJ0000123XA26003
期限：3月2日至4月30日
用途：购买水泵
受益人：柳溪镇群众
账户名：云岭县慈善总会
查询方式：官网`,
  )
  await say('u-song', '提交审批')
  await say('u-fu', '同意')
  await chat.advance(2_000)
})
afterAll(async () => {
  await chat.close()
  await removeFolder(folder)
})

async function say(person: string, text: string): Promise<string> {
  chat.as(person).says(text)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

const within = <T>(act: (work: never) => Promise<T>) =>
  chat.house.storage.transactions.inOne(chat.house.clock.now(), (work) => act(work as never))
const line = async () => (await within((work) => driveLines(chat.house.storage, work)))[0]
const silent = () => within((work) => silentDonors(chat.house.storage, chat.house.people)('drive:1', work))
const lettersTo = (person: string) =>
  chat.to(person) as readonly { text: string; files?: { name: string }[] }[]

test('an owner promises in the name of the firm, is shown what counts, and is anonymous until they agree', async () => {
  expect(await say('u-he', '我想捐5万')).toContain('以谁的名义')
  const preview = await say('u-he', '公司')
  expect(preview).toContain('50,000.00 元（伍万元整）')
  expect(preview).toContain('天禾农机有限公司')
  expect(preview).toContain('公示时：匿名')
  expect((await line())?.pledgedFen).toBe(0)
  expect(await say('u-he', '写公司名')).toContain('公示时：署企业名')
  expect(await say('u-he', '确认')).toContain('认捐1 记下了')
  expect((await line())?.pledgedFen).toBe(5_000_000)
  expect(await silent()).toEqual([])
})

test('another amount is shown and agreed to, and giving up in the midst of it leaves what stands', async () => {
  expect(await say('u-he', '减成3万')).toContain('从 50,000.00 元 改成 30,000.00 元')
  expect((await line())?.pledgedFen).toBe(5_000_000)
  expect(await say('u-he', '改')).toContain('认捐1 改好了')
  expect((await line())?.pledgedFen).toBe(3_000_000)
  expect(await say('u-he', '认捐1 再加2万')).toContain('50,000.00 元（伍万元整）')
  await say('u-he', '改')
  expect((await line())?.pledgedFen).toBe(5_000_000)
  expect(await say('u-lu', '认捐1 改成1元')).toContain('没有找到您的认捐1')
  expect(await say('u-he', '我再捐一万')).toContain('以谁的名义')
  expect(await say('u-he', '不捐了')).toContain('没有认捐')
  expect(await say('u-he', '我个人捐两百箱水 一箱三十，别写名字')).toContain('谁估的')
  expect(await say('u-he', '发票价')).toContain('水 200 箱（按发票价计 6,000.00 元）')
  expect(await say('u-he', '不捐了')).toContain('没有认捐')
  expect((await line())?.pledgedFen).toBe(5_000_000)
})

test('a number that is none asks again; it is neither an amount nor somebody’s name', async () => {
  expect(await say('u-zhou', '捐-500元')).toContain('准数')
  expect(await say('u-zhou', '500')).toContain('姓名或单位')
  expect(await say('u-zhou', '捐1e5块')).toContain('姓名或单位')
  expect(await say('u-zhou', '周明')).toContain('名义：周明')
  expect(await say('u-zhou', '算了')).toContain('没有认捐')
})

test('a group hears a number and never how much', async () => {
  chat.in('g-machinery').as('u-wu').says('@娘家 我们公司捐200箱矿泉水')
  await chat.settle()
  await say('u-wu', '确认')
  const group = chat.to('g-machinery').map(({ text }) => text)
  expect(group.at(-1)).toBe('认捐2 记下了，谢谢。')
  expect(group.join('\n')).not.toMatch(/200|矿泉水|五峰/u)
  expect(await silent()).toContain('五峰铸件')
})

test('what leaves a choice is asked, and a number that answers a question is no amount', async () => {
  expect(await say('u-lu', '认捐几万')).toContain('准数')
  expect(await say('u-lu', '大米2吨，价值8000元')).toContain('谁估的')
  expect(await say('u-lu', '发票价')).toContain('以谁的名义')
  const preview = await say('u-lu', '2')
  expect(preview).toContain('大米 2 吨（按发票价计 8,000.00 元）')
  expect(preview).toContain('名义：陆青')
  expect(await say('u-lu', '确认')).toContain('认捐3')
})

test('a stranger is asked for a name to be matched by, and may keep it', async () => {
  expect(await say('u-zhou', '我捐300')).toContain('姓名或单位')
  expect(await say('u-zhou', '匿名')).toContain('300.00 元')
  expect(await say('u-zhou', '好')).toContain('认捐4')
})

test('staff book what the charity received; it finds its pledge, and the donor is thanked with a certificate', async () => {
  const preview = await say('u-song', '到账 募捐1 天禾农机 5万 3月1日 票据0012345')
  expect(preview).toContain('对应认捐1')
  expect(preview).toContain('1 位联系得上')
  expect((await line())?.bookedFen).toBe(0)
  await say('u-song', '登记')
  await chat.settle()
  expect((await line())?.bookedFen).toBe(5_000_000)
  const thanks = lettersTo('u-he').at(-1)
  expect(thanks?.text).toContain('50,000.00 元')
  expect(thanks?.text).toContain('0012345')
  expect(thanks?.files?.map(({ name }) => name)).toEqual(['致谢证书-到账1.png'])
})

test('the same is not booked twice, and another amount under the same receipt is refused', async () => {
  expect(await say('u-song', '到账 天禾农机 5万 3月1日 票据0012345')).toContain('都登记过')
  expect(await say('u-song', '到账 天禾农机 6万 3月1日 票据0012345')).toContain('已经登记为到账1')
  expect(await say('u-song', '取消')).not.toContain('登记好')
})

test('a pledge by its number is booked with what was promised; lines are booked together', async () => {
  expect(await say('u-song', '到账 认捐2')).toContain('矿泉水 200 箱')
  expect(await say('u-song', '登记')).toContain('到账2')
  const preview = await say('u-song', '到账 募捐1\n李四 500 昨天\n匿名 1000\n王小明（未成年） 20元 署名')
  expect(preview).toContain('1,520.00 元')
  expect(preview).toContain('未成年人一律不署名')
  await say('u-song', '登记')
  expect((await line())?.bookedFen).toBe(5_152_000)
  expect(await silent()).toEqual(expect.arrayContaining(['李四', '王小明']))
})

test('what was handed on is entered likewise, and the three columns are told with every difference', async () => {
  expect(await say('u-song', '使用 募捐1 2万元 给柳溪镇 购买水泵')).toContain('给柳溪镇，购买水泵')
  await say('u-song', '登记')
  const told = await say('u-song', '对账 募捐1')
  for (const words of ['认捐 4 笔', '到账 5 笔', '使用 1 笔', '认捐3 陆青', '还没有票据号', '31,520.00 元'])
    expect(told).toContain(words)
  expect(await line()).toMatchObject({ pledgedFen: 5_830_000, bookedFen: 5_152_000, usedFen: 2_000_000 })
  expect(JSON.stringify((await line())?.differences)).not.toMatch(/陆青|天禾|李四/u)
  expect(await say('u-he', '对账 募捐1')).toContain('工作人员')
})

test('a wrong entry is reversed and stays; a corrected one is another entry', async () => {
  expect(await say('u-song', '冲销 到账3')).toContain('为什么')
  expect(await say('u-song', '慈善总会退款了')).toContain('原因：慈善总会退款了')
  await say('u-song', '冲销')
  expect(await say('u-song', '更正 到账1 金额 3万')).toContain('30,000.00 元')
  expect(await say('u-song', '更正')).toContain('到账1 已冲销')
  expect((await line())?.bookedFen).toBe(3_102_000)
  const first = await within((work) => chat.house.storage.gifts.findGift('gift:1', work))
  expect(first).toMatchObject({ state: 'reversed', given: { fen: 5_000_000 } })
  expect(await say('u-song', '到账 李四 500 3月1日')).toContain('冲销')
})

test('a receipt that came later is added, and belongs to one gift alone', async () => {
  await say('u-song', '到账2 票据号 B-99')
  expect(await say('u-song', '记下')).toContain('已记好')
  expect(await say('u-song', '到账5 票据号 B-99')).toContain('已经是到账2')
})

test('who no longer wants to be named is not, from the yes on', async () => {
  expect(await say('u-he', '以后别写我们公司名字')).toContain('匿名')
  expect(await silent()).not.toContain('天禾农机有限公司')
  expect(await say('u-he', '改')).toContain('匿名')
  expect(await silent()).toContain('天禾农机有限公司')
})

test('a pledge is taken back without a reason, its owner alone can, and not once it is booked', async () => {
  expect(await say('u-he', '撤回认捐3')).toContain('没有找到您的认捐3')
  await say('u-lu', '撤回认捐')
  expect(await say('u-lu', '撤回')).toContain('认捐3 已撤回')
  expect((await line())?.pledgedFen).toBe(5_030_000)
  expect(await say('u-wu', '撤回认捐2')).toContain('已经入账')
})

test('who gave reads how it stands, and a member enters nothing', async () => {
  expect(await say('u-wu', '我捐的到账了吗')).toContain('到账2')
  expect(await say('u-wu', '到账 天禾农机 5万')).toContain('没有这个权限')
  expect((await line())?.bookedFen).toBe(3_102_000)
})

test('the charity’s workbook is shown row by row, booked by a yes, and handed in again it books nothing', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('到账').addRows([
    ['捐赠人', '金额', '日期', '票据号'],
    ['青芽茶业', 1200.5, '2026-03-01', 'C-1'],
    ['钱七', '三五百', '2026-03-01', 'C-2'],
    ['孙八', 80, '2026-03-01', ''],
  ])
  const path = join(folder, '捐赠明细.xlsx')
  await book.xlsx.writeFile(path)
  const attachments = [{ kind: 'file', name: '捐赠明细.xlsx', path }]
  const send = async () => {
    chat.as('u-song').says('导入到账', { attachments })
    await chat.settle()
    return chat.last('u-song')?.text ?? ''
  }
  const before = (await line())?.bookedFen ?? 0
  const preview = await send()
  expect(preview).toContain('1,280.50 元')
  expect(preview).toContain('第 3 行')
  await say('u-song', '登记')
  expect((await line())?.bookedFen).toBe(before + 128_050)
  expect(await send()).toContain('都登记过')
  expect((await line())?.bookedFen).toBe(before + 128_050)
})

test('a broadcast that speaks of giving does not name who did not agree', async () => {
  await say('u-song', '发通知 茶业商会 本次募捐感谢五峰铸件捐款捐物')
  await say('u-song', '确认发送')
  await say('u-fu', '同意')
  await chat.advance(2_000)
  expect(
    chat
      .to('g-tea')
      .map(({ text }) => text)
      .join('\n'),
  ).not.toContain('五峰')
  // It is said while it is written; the post would withhold it all the same.
  expect(chat.to('u-song').some(({ text }) => text.includes('文中有未同意公开的捐赠人'))).toBe(true)
  await say('u-song', '不发了')
})

test('the name of a file is read as well as the text: it neither names who did not agree nor asks for gifts', async () => {
  const path = join(folder, 'list.txt')
  await writeFile(path, 'x')
  const send = async (name: string) => {
    chat.as('u-song').says('发通知 茶业商会 详见附件', { attachments: [{ kind: 'file', name, path }] })
    await chat.settle()
    return chat.last('u-song')?.text ?? ''
  }
  expect(await send('倡议书：请每家企业捐款500元.txt')).toContain('发起募捐')
  await send('感谢五峰铸件捐款捐物.txt')
  await say('u-song', '确认发送')
  await say('u-fu', '同意')
  await chat.advance(2_000)
  const files = (chat.to('g-tea') as readonly { files?: { name: string }[] }[]).flatMap(
    (one) => one.files ?? [],
  )
  expect(files.map(({ name }) => name).join()).not.toContain('五峰')
})

test('nothing of a donor stands in the log of acts or in clear in the tables', async () => {
  const raw = await chat.house.storage.database.$queryRawUnsafe<{ text: string }[]>(
    `SELECT to_jsonb(t)::text AS "text" FROM "Gift" t UNION ALL SELECT to_jsonb(t)::text FROM "Pledge" t
     UNION ALL SELECT to_jsonb(t)::text FROM "AuditEntry" t WHERE t."action" LIKE 'donations.%'`,
  )
  expect(raw.length).toBeGreaterThan(10)
  for (const { text } of raw) expect(text).not.toMatch(/李四|王小明|天禾农机有限|何志平|5万/u)
})
