import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, openChat } from '../support/chat.ts'
import { SMALL_COUNTY } from '../support/small-county.ts'

const RECEIVED = /2026-\d{4}/u

let chat: Chat
/** Numbers in the order filed: two of 天禾, a sealed one of 五峰, one of 青芽. */
const filed: string[] = []

beforeAll(async () => {
  chat = await openChat({ roster: SMALL_COUNTY, now: '2026-03-04T09:00:00+08:00' })
  await file('u-he', '我们一笔流动资金贷款下个月到期，银行说不给续了，请帮忙协调')
  await file('u-he', '厂门口的路一直限高，大货车进不来，原料运不进厂，请帮忙协调解决')
  await file('u-wu', '最近执法检查太多，一周来了五拨人，生产都耽误了，请帮忙反映，千万别说是我们厂反映的')
  await file('u-lu', '茶叶货款被拖欠了八十万，对方一直不给，请帮忙协调要账')
  await chat.advanceTo('2026-03-05T17:30:00+08:00')
})
afterAll(() => chat.close())

async function file(person: string, words: string): Promise<void> {
  await ask(person, words)
  filed.push(RECEIVED.exec(await ask(person, '确认提交'))?.[0] ?? 'nothing was filed')
}

/** Says something in private; gives what came back last. */
async function ask(person: string, words: string): Promise<string> {
  chat.as(person).says(words)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

it('four matters were filed', () => {
  expect(filed.every((number) => RECEIVED.test(number))).toBe(true)
  expect(new Set(filed).size).toBe(4)
})

describe('a leader’s three questions', () => {
  it('how many are open: of the chamber answered for, with the list behind the number and what it rests on', async () => {
    const lines = (await ask('u-jiang', '我包的企业还有几件没办完')).split('\n')
    expect(lines[0]).toMatch(/^还有 3 件没办完/u)
    expect(
      lines
        .slice(1, 4)
        .map((line) => line.slice(0, 9))
        .sort(),
    ).toEqual(filed.slice(0, 3))
    expect(lines.at(-1)).toBe(
      '截至 3月5日 17:30；范围：您包联的 1 家商会、2 家企业；没办完＝除已办结、已归档、已撤回、转法定渠道、已并单以外',
    )
    expect(await ask('u-bai', '还有多少没办结')).toMatch(/^还有 1 件没办完/u)
  })

  it('how one stands, by the firm and what it is about, and by its number', async () => {
    const text = await ask('u-jiang', '天禾农机那个贷款的事办到哪一步了')
    expect(text).toMatch(new RegExp(`^${filed[0]} 天禾农机有限公司.*已登记`, 'u'))
    expect(await ask('u-jiang', `${filed[1]?.slice(5)}到哪了`)).toMatch(new RegExp(`^${filed[1]} `, 'u'))
  })

  it('what happened yesterday', async () => {
    expect(await ask('u-jiang', '昨天有啥新情况')).toMatch(/^昨天（3月4日）：新增 3 件。/u)
    expect(await ask('u-jiang', '前天有什么新情况')).toMatch(/^前天（3月3日）没有新情况。/u)
  })
})

it('the office’s own names for its lists are understood from a leader too', async () => {
  expect(await ask('u-jiang', '超期的有哪些')).toContain('截至 3月5日 17:30')
  expect(await ask('u-jiang', '超期的有几件')).toMatch(/0 件|没有/u)
  expect(await ask('u-jiang', '待派单的有几件')).toMatch(/3 件/u)
  expect(await ask('u-he', '超期的有哪些')).not.toContain('截至')
})

describe('what is not theirs', () => {
  it('is refused politely by firm, with who may be asked', async () => {
    const text = await ask('u-jiang', '青芽茶业那个货款的事办到哪一步了')
    expect(text).toContain('不在您包联的范围内')
    expect(text).toContain('县委常委白云峰')
    expect(text).not.toContain(filed[3])
  })

  it('and in the same words whether the number exists or not', async () => {
    const exists = await ask('u-jiang', `${filed[3]} 到哪一步了`)
    const not = await ask('u-jiang', '2026-9999 到哪一步了')
    expect(exists.replaceAll(filed[3] ?? '', 'N')).toBe(not.replaceAll('2026-9999', 'N'))
  })

  it('nor by naming the leader whose it is', async () => {
    expect(await ask('u-jiang', '白云峰包的企业还有几件没办完')).toMatch(
      /^县委常委白云峰包联的事项，我不能在这里说/u,
    )
    expect(await ask('u-song', '白云峰包的企业还有几件没办完')).toMatch(/^还有 1 件没办完/u)
  })

  it('nor for a member, who is told what they can see', async () => {
    expect(await ask('u-he', '全县一共还有几件没办完')).toContain('只对包联领导和工商联工作人员开放')
  })
})

it('who brought the sealed matter, and whose it is, no leader ever hears', async () => {
  const text = await ask('u-jiang', `${filed[2]} 到哪一步了`)
  expect(text).toContain('（身份封存）')
  await ask('u-jiang', '五峰铸件还有几件没办完')
  await ask('u-jiang', '五峰铸件那个检查的事到哪了')
  const heard = chat
    .to('u-jiang')
    .filter((line) => line.text.includes(filed[2] ?? ''))
    .map((line) => line.text)
  expect(heard.length).toBeGreaterThan(0)
  for (const one of heard) expect(one).not.toMatch(/五峰|吴桂兰/u)
  expect(chat.to('u-jiang').some((line) => line.text.includes('吴桂兰'))).toBe(false)
})

it('asked in a group, the figure goes to private and the group hears only that', async () => {
  chat.news()
  chat.in('g-office').as('u-jiang').says('@娘家 我包的企业还有几件没办完')
  await chat.settle()
  const news = chat.news()
  expect(news.filter(({ to }) => to.id === 'g-office').map(({ text }) => text)).toEqual([
    '这类情况只在私聊里说，已私信您。',
  ])
  expect(news.find(({ to }) => to.id === 'u-jiang')?.text).toMatch(/^还有 3 件没办完/u)
})

it('the auditor sees all, and a leader’s instruction goes to nobody before it was read back', async () => {
  expect(await ask('u-shen', '还有几件没办完')).toMatch(/^还有 4 件没办完/u)
  chat.news()
  expect(await ask('u-jiang', '转金融办阅，三天内回我')).toContain('原话：“转金融办阅，三天内回我”')
  expect(await ask('u-jiang', '算了')).toContain('没有交办')
  expect(chat.news().map(({ to }) => to.id)).toEqual(['u-jiang', 'u-jiang'])
})

it('once the unit has it, the leader hears who is at it', async () => {
  await ask('u-song', `派单 ${filed[0]?.slice(5)} 金融办`)
  await ask('u-song', '确认')
  expect(await ask('u-jiang', '天禾农机那个贷款谁在办')).toContain('由金融办办理')
  expect(await ask('u-jiang', '金融办手里压着几件')).toMatch(/^还有 1 件没办完/u)
})

it('every look is in the audit, with ids and counts only', async () => {
  const rows = await chat.house.storage.database.auditEntry.findMany({ where: { action: 'oversight.look' } })
  expect(rows.length).toBeGreaterThanOrEqual(10)
  expect(rows.map(({ actor }) => actor)).toContain('jiang')
  expect(JSON.stringify(rows.map(({ subject, detail }) => [subject, detail]))).not.toMatch(/\p{Script=Han}/u)
})
