import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConsent } from '../../../src/features/visits/findings/read-consent.ts'
import { type Chat, openChat } from '../../support/chat.ts'

let chat: Chat
/** 青芽's own, which its leader may read and 江远 may not. */
let debt = ''

beforeAll(async () => {
  chat = await openChat({ now: '2026-03-04T09:00:00+08:00' })
  await ask('u-lu', '茶叶货款被拖欠了八十万，对方一直不给，请帮忙协调要账')
  debt = /2026-\d{4}/u.exec(await ask('u-lu', '确认提交'))?.[0] ?? 'nothing was filed'
  await ask('u-jiang', '今天去了天禾农机和青芽茶业，天禾缺工三十个，青芽货款被拖欠八十万')
  await ask('u-jiang', '对')
})
afterAll(() => chat.close())

/** Says something in private; gives what came back last. */
async function ask(person: string, words: string): Promise<string> {
  chat.as(person).says(words)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

describe('a visit to several leaders’ firms', () => {
  it('a leader who was not there reads what their own firm said, and nothing of the other', async () => {
    const text = await ask('u-bai', '走访1')
    expect(text).toContain('青芽茶业有限公司：货款被拖欠八十万')
    expect(text).toContain('天禾农机有限公司：（不在您包联的范围）')
    expect(text).not.toContain('缺工')
    expect(await ask('u-song', '走访1')).toContain('原话：今天去了天禾农机和青芽茶业')
  })

  it('linked to another leader’s appeal, whoever brought it hears that, and not which', async () => {
    await ask('u-song', `走访1-2 并到 ${debt}`)
    await ask('u-song', '确认')
    const told = chat.last('u-jiang')?.text
    expect(told).toContain('归到已经在办的一件')
    const shown = await ask('u-jiang', '走访1')
    expect(shown).toContain('已并入在办的一件')
    for (const text of [told, shown]) expect(text).not.toContain(debt)
    expect(await ask('u-bai', '走访1')).toContain(`并入 ${debt}，已登记`)
  })
})

it('nobody who was not there reads the words of a critique, though no problem was noted of it', async () => {
  await ask('u-song', '江县长今天拍砖五峰铸件和青芽茶业，会上青芽说五峰的老板跑了')
  await ask('u-song', '对')
  const text = await ask('u-bai', '走访2')
  expect(text).toMatch(/^走访2/u)
  expect(text).not.toMatch(/原话|跑了/u)
})

describe('who may see what a firm said is what the firm said, and no question, doubt or condition', () => {
  it.each([
    ['办理单位可以看', 'unit'],
    ['可以', 'unit'],
    ['同意', 'unit'],
    ['给谁看都行', 'unit'],
    ['给办理单位看', 'unit'],
    ['单位', 'unit'],
    ['不给单位，只给商会', 'chamber'],
    ['就给工商联看看', 'chamber'],
    ['都不要给', 'nobody'],
    ['别往外说', 'nobody'],
    ['不同意', 'nobody'],
    ['给哪些单位看', undefined],
    ['单位看了会不会来找麻烦', undefined],
    ['办理单位是谁', undefined],
    ['是要转给单位吗', undefined],
    ['可以考虑，我问问老板', undefined],
    ['可以，但我们厂名得盖住', undefined],
    ['这几个单位上次的事还没办', undefined],
  ])('%s: %s', (said, consent) => expect(readConsent(said)).toBe(consent))
})
