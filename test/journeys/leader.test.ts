import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giftOf, money, openDriveWith, person } from '../features/donations/disclosure/drive-with-gifts.ts'
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
  await chat.advanceTo('2026-03-05T16:00:00+08:00')
})
afterAll(() => chat.close())

async function file(person: string, words: string): Promise<void> {
  await ask(person, words)
  filed.push(RECEIVED.exec(await ask(person, '确认提交'))?.[0] ?? 'nothing was filed')
}

/** Says something in private; gives what came back last. */
async function ask(person: string, words: string): Promise<string> {
  await chat.advance(10_000)
  chat.as(person).says(words)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

const numbersIn = (text: string) => [...text.matchAll(/^\d+\. (2026-\d{4})/gmu)].map(([, number]) => number)

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
        .map((line) => /^\d\. (\S+)/u.exec(line)?.[1])
        .sort(),
    ).toEqual(filed.slice(0, 3))
    expect(lines.at(-1)).toMatch(
      /^截至 3月5日 16:00；范围：您包联的 1 家商会、2 家企业；没办完＝不含已办结、撤回、转出、并单的；明细\d+$/u,
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
  expect(await ask('u-jiang', '超期的有哪些')).toContain('截至 3月5日 16:0')
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

describe('asked as one asks in a car', () => {
  it('the code opens exactly the list that was told, for its holder and staff alone', async () => {
    const told = await ask('u-jiang', '我联系的那些厂子现在还剩几件没弄完')
    const code = /明细\d+$/u.exec(told)?.[0] ?? ''
    const again = await ask('u-jiang', code)
    expect(again).toContain('还有 3 件没办完')
    expect(numbersIn(again)).toEqual(numbersIn(told))
    expect(numbersIn(await ask('u-song', code))).toEqual(numbersIn(told))
    expect(await ask('u-bai', code)).toContain(`没有查到您能打开的 ${code}`)
  })

  it('what goes on with an answer keeps to it, also after other talk', async () => {
    const told = await ask('u-jiang', '我包的企业还有几件没办完')
    await ask('u-jiang', '谢谢')
    const second = numbersIn(told)[1]
    expect(await ask('u-jiang', '第二个详细说说')).toMatch(new RegExp(`^${second} `, 'u'))
    expect(await ask('u-jiang', '上个月呢')).toMatch(/^上个月（2月1日至2月28日）/u)
    expect(await ask('u-jiang', '念给我听')).toBe('上个月目前没有未办完的。')
  })

  it('a sheet comes as a file, with the rows that were told', async () => {
    await ask('u-jiang', '我包的企业还有几件没办完')
    expect(await ask('u-jiang', '给我表格')).toMatch(/^明细\d+ 的表格，3 行/u)
    expect(chat.last('u-jiang')).toMatchObject({
      files: [{ name: expect.stringMatching(/^明细\d+\.xlsx$/u) }],
    })
  })

  it('how old what is open is comes with a picture', async () => {
    chat.news()
    await ask('u-jiang', '积压的都多久了')
    const [words, picture] = chat.news()
    expect(words?.text).toMatch(/^没办完的 3 件/u)
    expect(picture).toMatchObject({ files: [{ name: expect.stringMatching(/\.png$/u) }] })
  })

  it('what most of a chamber’s matters are about is not ranked under five, and each count is said', async () => {
    const text = await ask('u-jiang', '农机商会今年反映最多的是啥')
    expect(text).toContain('不排名')
    // What is too little to be ranked is in the sheet all the same.
    expect(await ask('u-jiang', '给我表格')).toMatch(/^明细\d+ 的表格，[1-9]\d* 行/u)
    expect(text).toContain('融资 1 件')
  })

  it('a name that only sounds like the firm’s is understood, and said back', async () => {
    expect(await ask('u-jiang', '天河农机还有几件没办完')).toContain('“天河农机”是按“天禾农机有限公司”查的')
  })

  it('who asked under seal is refused, with how unsealing works', async () => {
    const text = await ask('u-jiang', '匿名反映执法检查的那个是哪家')
    expect(text).toMatch(/启封/u)
    expect(text).toMatch(/理由/u)
    expect(text).not.toMatch(/五峰|吴桂兰/u)
  })

  it('a drive that there is not, and receipts of nobody, are said to be none', async () => {
    expect(await ask('u-jiang', '募捐3到账多少，有没有没对上的')).toContain('没有')
    expect(await ask('u-jiang', '通知8谁没回')).toContain('没有查到等回执的通知')
  })
})

describe('what other features keep', () => {
  it('a drive by its occasion: promised, booked, what does not meet, and nobody who gave', async () => {
    await openDriveWith(chat, [
      giftOf(1, money(500_000), person('周大川'), { receipt: '0001' }),
      giftOf(2, money(300_000), person('孙小河')),
    ])
    const text = await ask('u-jiang', '抗旱那次捐款一共多少，到账多少，有没有没对上的')
    expect(text).toContain('到账 2 笔 8,000.00 元')
    expect(text).toContain('到账2 还没有票据号')
    expect(text).toMatch(/明细\d+$/u)
    expect(text).not.toMatch(/周大川|孙小河/u)
    expect(await ask('u-jiang', '念给我听')).toMatch(/到账2笔/u)
    expect(await ask('u-jiang', '给我表格')).toMatch(/^明细\d+ 的表格，1 行/u)
  })

  it('who has not answered a notice, of those answered for alone', async () => {
    await ask('u-song', '通知 农机商会 周五14:30在商会二楼开会，收到请回复。')
    await ask('u-song', '确认发送')
    await chat.advance(2_000)
    await ask('u-he', '收到')
    const text = await ask('u-jiang', '通知1谁没回')
    expect(text).toMatch(/还有 2 人没回，共 3 人，回了 1 人/u)
    expect(text).toMatch(/没回 农机商会 2 人：/u)
    expect(await ask('u-bai', '通知1谁没回')).toContain('没有查到等回执的通知')
  })

  it('what visits are owed', async () => {
    expect(await ask('u-jiang', '我还欠几次走访')).toMatch(/^还没有定走访要求/u)
  })
})

it('once its time is over: who has it and how late, a weekend not counted; and the rate of the month, and why', async () => {
  // Until Thursday 5 March 17:30; 10 March is the Tuesday after, five days and three working days later.
  await chat.advanceTo('2026-03-10T10:00:00+08:00')
  const text = await ask('u-jiang', '过了时限的都是哪个在办，超了几天')
  expect(text).toMatch(/^有 2 件超期没办完/u)
  expect(text).toMatch(/交通物流 已登记，登记 6 天，超期 3 个工作日/u)
  await ask('u-jin', `${filed[0]?.slice(5)} 已办结 已帮企业续上贷款`)
  await ask('u-jin', '确认')
  expect(await ask('u-jiang', '这个月解决率多少')).toMatch(/^这个月（3月1日至3月31日）解决率 0.0%（0\/1）/u)
  expect(await ask('u-jiang', '上个月呢')).toMatch(/^上个月（2月1日至2月28日）还没有能算解决率的（0 件）/u)
  expect(await ask('u-jiang', '为啥跌了')).toMatch(/没法比/u)
})

it('every look is in the audit, with ids and counts only', async () => {
  const rows = await chat.house.storage.database.auditEntry.findMany({
    where: { action: { in: ['oversight.look', 'oversight.openFigure', 'oversight.exportFigure'] } },
  })
  expect(rows.length).toBeGreaterThanOrEqual(20)
  expect(rows.map(({ actor }) => actor)).toContain('jiang')
  expect(new Set(rows.map(({ action }) => action)).size).toBe(3)
  expect(JSON.stringify(rows.map(({ subject, detail }) => [subject, detail]))).not.toMatch(/\p{Script=Han}/u)
})

it('what was asked back is asked once: other answers come without it, and its own is still taken', async () => {
  const alone = async (text: string) => {
    const before = chat.to('u-jiang').length
    await ask('u-jiang', text)
    return chat
      .to('u-jiang')
      .slice(before)
      .map((line) => line.text)
  }
  expect(await alone('现在谁包')).toEqual([expect.stringMatching(/^您问的是哪家/u)])
  expect(await alone('我包的企业还有几件没办完')).toHaveLength(1)
  expect(await alone('天禾农机')).toEqual([expect.stringMatching(/今天由江远副县长包联/u)])
  expect(await alone('转给某某某局阅')).toEqual([expect.stringMatching(/^名册里没有对上要交给谁/u)])
  expect(await alone('我这个季度走访了哪些')).toEqual([expect.not.stringContaining('没有对上')])
  expect(await alone('算了')).toHaveLength(1)
})
