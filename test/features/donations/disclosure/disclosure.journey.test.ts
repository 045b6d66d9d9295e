import { afterEach, beforeEach, expect, test } from 'vitest'
import { publicDisclosures } from '../../../../src/features/donations/disclosure/public-disclosures.ts'
import { verifyChain } from '../../../../src/features/donations/disclosure/verify-chain.ts'
import { type Chat, openChat } from '../../../support/chat.ts'
import { giftOf, money, openDriveWith, person, within } from './drive-with-gifts.ts'

let chat: Chat
beforeEach(async () => {
  chat = await openChat({ environment: { NIANGJIA_PUBLIC_URL: 'https://niangjia.example' } })
})
afterEach(() => chat.close())

async function say(who: string, text: string): Promise<string> {
  chat.as(who).says(text)
  await chat.settle()
  return chat.last(who)?.text ?? ''
}

const GIFTS = [
  giftOf(1, money(500_000), { kind: 'company', name: '天禾农机有限公司', company: 'tianhe' }),
  giftOf(2, money(120_050), person('吴桂兰', 'wu'), { consent: 'anonymous' }),
  giftOf(3, { kind: 'goods', item: '抽水泵', unit: '台', quantity: 3_000 }, person('陆青', 'lu')),
]

const page = (edition?: number) =>
  within(chat, (work) => publicDisclosures(chat.house.storage.disclosures).find(1, edition, work))
const chain = () => within(chat, (work) => publicDisclosures(chat.house.storage.disclosures).chain(1, work))

test('an edition is previewed with its picture, agreed to by another person, and then in the groups and on the page', async () => {
  await openDriveWith(chat, GIFTS)
  await say('u-song', '公示 募捐1')
  const preview = chat.last('u-song') as { text: string; files?: unknown[] }
  expect(preview.text).toContain('第1期公示，请核对')
  expect(preview.text).toContain('到账 3 笔，资金 6,200.50 元')
  expect(preview.text).toContain('其中匿名 1 笔')
  expect(preview.text).not.toContain('吴桂兰')
  expect(preview.files).toHaveLength(1)
  expect(await page()).toBeUndefined()
  await say('u-song', '确认')
  expect(chat.to('g-tea')).toEqual([])
  expect(await page()).toBeUndefined()
  await say('u-fu', '同意')
  await chat.advance(2_000)
  const [letter, ...more] = chat.to('g-tea')
  expect(more).toEqual([])
  expect(letter?.text).toContain('https://niangjia.example/public/drives/1/1')
  expect(letter?.text).not.toMatch(/吴桂兰|陆青|天禾/u)
  const shown = await page()
  expect(shown?.list.gifts.map(({ name }) => name)).toEqual(['天禾农机有限公司', undefined, '陆青'])
  expect(shown?.list.edition.totals.moneyFen).toBe(620_050)
  expect(JSON.stringify(await chain())).not.toContain('吴桂兰')
})

test('to the page alone it goes with a second person as well, who may refuse', async () => {
  await openDriveWith(chat, GIFTS)
  await say('u-ren', '公示 募捐1 只更新网页')
  expect(chat.last('u-ren')?.text).toContain('只更新公示页')
  expect(chat.last('u-ren')).toHaveProperty('files.0.name', '公示.png')
  await say('u-ren', '确认')
  expect(chat.last('u-ren')?.text).toContain('已提交')
  expect(chat.last('u-fu')).toHaveProperty('files.0.name', '公示.png')
  expect(await say('u-fu', '不同意')).toContain('不发布')
  expect(chat.last('u-ren')?.text).toContain('没有通过')
  await chat.advance(60_000)
  await say('u-song', '公示 募捐1 只更新网页')
  await say('u-song', '确认')
  await say('u-fu', '不同意')
  expect(chat.last('u-ren')?.text).toContain('由傅主席')
  expect(await page()).toBeUndefined()

  await giveMore()
  await say('u-ren', '募捐1 公示，不发群')
  await say('u-ren', '确认')
  await say('u-fu', '同意')
  expect((await page())?.list.gifts).toHaveLength(4)
  expect(chat.to('g-tea')).toEqual([])
  expect(await say('u-he', '捐款名单在哪看')).toContain('https://niangjia.example/public/drives/1')
})

const giveMore = () =>
  within(chat, (work) =>
    chat.house.storage.gifts.putGift(giftOf(4, money(9_900), person('何志平', 'he')), work),
  )

test('who takes their name back is 匿名 in every edition at once, and no digest breaks', async () => {
  await openDriveWith(chat, GIFTS)
  await say('u-song', '公示 募捐1 只更新网页')
  await say('u-song', '确认')
  await say('u-fu', '同意')
  const before = await chain()
  await say('u-lu', '以后别写我名字')
  if (chat.last('u-lu')?.choices?.some(({ id }) => id === 'yes')) await say('u-lu', '确认')
  for (const edition of [1, 2]) {
    const shown = await page(edition)
    expect(shown?.list.gifts.map(({ name }) => name)).toEqual(['天禾农机有限公司', undefined, undefined])
    expect(shown?.list.edition.totals.moneyFen).toBe(620_050)
  }
  expect((await page())?.list.edition.changes).toMatchObject({ unnamed: 1, added: 0, gone: [] })
  const after = await chain()
  expect(after?.editions[0]).toBe(before?.editions[0])
  expect(JSON.stringify(after)).not.toContain('陆青')
  expect(after && verifyChain(after)).toMatchObject({ ok: true, shown: 1, anonymous: 2 })
  expect(chat.to('u-song').some(({ text }) => text.includes('已自动出第2期') && !text.includes('陆青'))).toBe(
    true,
  )
})

test('what changed between the preview and the second yes stops it', async () => {
  await openDriveWith(chat, GIFTS)
  await say('u-song', '公示 募捐1')
  await giveMore()
  expect(await say('u-song', '确认')).toContain('又变了')
  await say('u-song', '公示 募捐1')
  await say('u-song', '确认')
  await within(chat, async (work) => {
    const gift = await chat.house.storage.gifts.findGift('gift:1', work)
    if (gift !== undefined && gift.state === 'booked')
      chat.house.storage.gifts.putGift({ ...gift, version: gift.version + 1, state: 'reversed' }, work)
  })
  expect(await say('u-fu', '同意')).toContain('更正')
  await chat.advance(2_000)
  expect(chat.to('g-tea')).toEqual([])
  expect(await page()).toBeUndefined()
})

test('a member may not issue one, and nothing is issued that names somebody in a remark', async () => {
  await openDriveWith(chat, [
    ...GIFTS,
    giftOf(5, { kind: 'goods', item: '吴桂兰家的大米', unit: '袋', quantity: 1_000 }, person('何志平'), {
      consent: 'anonymous',
    }),
  ])
  expect(await say('u-he', '公示 募捐1')).not.toContain('核对')
  expect(await say('u-song', '公示 募捐1')).toContain('到账5')
})

test('the charity and staff are reminded in good time, on the day, and when it is late', async () => {
  await openDriveWith(chat, GIFTS)
  const told = () => chat.to('u-song').filter(({ text }) => text.includes('转给慈善组织'))
  // Relief of a drought is an emergency; its call went out on 1 March, so that 6 March is the last day.
  await chat.advanceTo('2026-03-05T12:00:00+08:00')
  expect(told()).toHaveLength(1)
  expect(told()[0]?.text).toContain('应在2026年3月6日前完成')
  await chat.advanceTo('2026-03-09T12:00:00+08:00')
  expect(told().map(({ text }) => /逾期|今天到期|应在/u.exec(text)?.[0])).toEqual([
    '应在',
    '今天到期',
    '逾期',
  ])
  await say('u-song', '公示 募捐1 只更新网页')
  await say('u-song', '确认')
  await say('u-fu', '同意')
  await chat.advanceTo('2026-03-12T12:00:00+08:00')
  expect(told()).toHaveLength(3)
  await chat.advanceTo('2026-03-13T12:00:00+08:00')
  expect(told()[3]?.text).toContain('应在2026年3月14日前完成')
})
