import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Chat } from '../../../support/chat.ts'
import { history } from './appeals-house.ts'
import { file, openCounty, says } from './county-of-units.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openCounty()
  await file(chat)
})
afterAll(() => chat.close())

const last = (person: string) => chat.last(person)?.text ?? ''
const acts = async () => (await history(chat, '2026-0001')).map(({ act }) => act)

test('the preview says who leads, who helps, by when, who is told, who cannot be, and what was not understood', async () => {
  await says(chat, 'u-song', '派单 0001 金融办 3个工作日，人行、税务局配合，周五前务必')
  expect(last('u-song')).toContain('主办：金融办，3 个工作日，周四 17:30 前办结')
  expect(last('u-song')).toContain('协办：中国人民银行云岭县支行、税务局')
  expect(last('u-song')).toContain('会通知：金融办 金波；中国人民银行云岭县支行 尹行长')
  expect(last('u-song')).toContain('税务局没有能通知到的人，派单后请电话通知')
  expect(last('u-song')).toContain('这几个字没看懂：周五前务必')
  await says(chat, 'u-song', '不要税务局配合')
  expect(last('u-song')).toContain('协办：中国人民银行云岭县支行\n')
  expect(await acts()).toEqual(['file'])
})

test('the lead gets the order, the helper a letter of its own, and the asker hears of both', async () => {
  await says(chat, 'u-song', '确认 0001')
  expect(chat.last('u-jin')).toMatchObject({ choices: [{ id: 'yes' }, { id: 'no' }] })
  expect(last('u-jin')).toContain('协办：中国人民银行云岭县支行，由您单位牵头')
  expect(last('u-yin')).toContain('请您单位协办 2026-0001')
  expect(last('u-yin')).toContain('主办：金融办，请找金波对接')
  expect(chat.last('u-yin')?.choices).toBeUndefined()
  expect(last('u-he')).toContain('已转给金融办办理，中国人民银行云岭县支行配合，周四 17:30 前办结')
})

test('a helper may read and report, to the lead and the staff, and may not sign, resolve or put off', async () => {
  await says(chat, 'u-yin', '看 0001')
  expect(last('u-yin')).toContain('续贷')
  await says(chat, 'u-yin', '待办')
  expect(last('u-yin')).toContain('协办，待签收')
  const toAsker = chat.to('u-he').length
  await says(chat, 'u-yin', '0001 进展 授信额度已经批下来')
  expect(last('u-yin')).toContain('不直接发给诉求人')
  await says(chat, 'u-yin', '发')
  expect(last('u-jin')).toContain('协办单位中国人民银行云岭县支行的进展：授信额度已经批下来')
  expect(last('u-song')).toContain('授信额度已经批下来')
  expect(chat.to('u-he').length, 'what a helper says is not for the asker').toBe(toAsker)
  await says(chat, 'u-yin', '签收 0001')
  expect(last('u-yin')).toContain('您单位是协办')
  await says(chat, 'u-yin', '申请延期 0001 3天 忙')
  expect(last('u-yin')).toContain('您单位是协办')
  await says(chat, 'u-yin', '0001 已办结 都好了')
  expect(last('u-yin')).not.toContain('确认办结')
  expect(await acts()).toEqual(['file', 'accept', 'dispatch', 'progress'])
})

test('what the lead reports is read back and reaches the asker in these words', async () => {
  await says(chat, 'u-jin', '收到')
  await says(chat, 'u-jin', '0001 已联系企业，周五到场')
  expect(last('u-jin')).toContain('要报的进展：2026-0001')
  await says(chat, 'u-jin', '可以')
  expect(last('u-he')).toBe('您的诉求 2026-0001 有新进展，金融办说：已联系企业，周五到场')
  await says(chat, 'u-jin', '0001 已联系')
  await says(chat, 'u-jin', '1')
  expect(last('u-he')).toContain('金融办说已经和您联系过')
  expect((await history(chat, '2026-0001')).at(-1)).toMatchObject({ act: 'contact', role: 'handler' })
})

test('one more helps later, and lead and term stay', async () => {
  await says(chat, 'u-song', '0001 请用地要素专班配合')
  expect(last('u-song')).toContain('主办不变：金融办')
  await says(chat, 'u-song', '是')
  expect(last('u-tu')).toContain('请您单位协办 2026-0001')
  expect(last('u-jin')).toContain('增加协办单位：用地要素专班')
})

test('as a reply to the letter about it no number is needed; part of a name offers a choice, a wrong one the nearest', async () => {
  await file(chat, '我们厂用地手续卡了两个月没人管，帮忙协调', 'u-lu')
  const letter = chat.to('u-song').findLast(({ text }) => text.startsWith('新诉求 2026-0002'))
  await says(chat, 'u-song', '给要素专班，五天', { replyTo: letter?.id })
  expect(chat.last('u-song')?.choices?.map(({ label }) => label)).toEqual(['用地要素专班', '用能要素专班'])
  await says(chat, 'u-song', '用地要素专版')
  expect(chat.last('u-song')?.choices?.map(({ label }) => label)).toContain('用地要素专班')
  await says(chat, 'u-song', '1')
  expect(last('u-song')).toContain('主办：用地要素专班，5 个工作日')
  await says(chat, 'u-song', '算了')
  expect(last('u-song')).toContain('没有派出')
})
