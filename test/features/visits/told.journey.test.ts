import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, openChat } from '../../support/chat.ts'

let chat: Chat
/** 天禾's open trouble with the power. */
let outage = ''

beforeAll(async () => {
  chat = await openChat({ now: '2026-03-04T09:00:00+08:00' })
  await ask('u-he', '我们天禾农机车间老停电，一周停了三回，生产线都停了，请帮忙协调')
  outage = /2026-\d{4}/u.exec(await ask('u-he', '确认提交'))?.[0] ?? 'nothing was filed'
})
afterAll(() => chat.close())

/** Says something in private; gives what came back last. */
async function ask(person: string, words: string): Promise<string> {
  chat.as(person).says(words)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}
/** Everything somebody was sent since then. */
const since = (person: string, count: number) =>
  chat
    .to(person)
    .slice(count)
    .map(({ text }) => text)
    .join('\n')
const count = (person: string) => chat.to(person).length
const history = (number: string) =>
  chat.house.storage.transactions.inOne(chat.house.clock.now(), (work) =>
    chat.house.storage.appeals.history(number, work),
  )

describe('a line that was sent too early', () => {
  it('is asked where, also right after a number was told, and left without a trace', async () => {
    await ask('u-jiang', '我包的企业还有几件没办完')
    expect(await ask('u-jiang', '今天去了')).toContain('去的是哪家企业或商会')
    expect(await ask('u-jiang', '五峰铸件')).toContain('五峰铸件有限公司')
    await ask('u-jiang', '不记了')
  })
})

describe('a leader tells of two firms in one line', () => {
  it('is read back, what goes on with the appeal it belongs to', async () => {
    const preview = await ask('u-jiang', '今天去了天禾农机和五峰铸件，五峰缺工三十个，天禾停电的事还没完')
    expect(preview).toContain('天禾农机有限公司、五峰铸件有限公司')
    expect(preview).toContain('1. 五峰铸件有限公司：缺工三十个')
    expect(preview).toContain(`归到在办的 ${outage}`)
    expect(preview).not.toContain('不计入履责')
  })

  it('nothing is kept before the yes', async () => {
    expect(await ask('u-song', '走访1')).toBe('没有找到走访1，请核对一下编号。')
  })

  it('with the yes it is kept, the appeal’s history says so, and the office gets the rest once', async () => {
    const before = count('u-song')
    const done = await ask('u-jiang', '对')
    expect(done).toMatch(/^已记：走访1。/u)
    expect(done).toContain(`${outage} 的办理记录里已经写上`)
    const letters = since('u-song', before)
    expect(letters).toContain('走访1-1 五峰铸件有限公司：缺工三十个')
    expect(letters).not.toContain('走访1-2')
    expect((await history(outage)).at(-1)).toMatchObject({
      act: 'visited',
      by: 'jiang',
      note: '江远副县长3月4日走访（走访1）时企业说：停电的事还没完',
    })
  })

  it('told once more the same, it is said', async () => {
    expect(await ask('u-jiang', '今天去了五峰铸件和天禾农机')).toContain('已经记过：走访1')
    await ask('u-jiang', '不记了')
  })
})

describe('the office decides what it becomes', () => {
  it('filed: an appeal with its source and nobody behind it; the firm’s people hear of it, and the leader', async () => {
    const [member, leader] = [count('u-wu'), count('u-jiang')]
    expect(await ask('u-song', '登记 走访1-1')).toContain('五峰铸件有限公司：缺工三十个（用工）')
    expect(await ask('u-song', '登记')).toContain('走访1-1 已登记为 2026-0002')
    expect(since('u-wu', member)).toContain('江远副县长3月4日走访时了解到您企业的一个问题：“缺工三十个”')
    expect(since('u-jiang', leader)).toContain('已登记为 2026-0002')
    const appeal = await chat.house.storage.transactions.inOne(chat.house.clock.now(), (work) =>
      chat.house.storage.appeals.find('2026-0002', work),
    )
    expect(appeal).toMatchObject({ origin: 'visit:1', asker: null, leader: 'jiang', category: 'labour' })
  })

  it('whoever of the firm follows it is answered from then on', async () => {
    expect(await ask('u-wu', '由我跟进')).toContain('2026-0002 由您跟进')
    expect(await ask('u-wu', '到哪一步了')).toContain('缺工三十个')
  })

  it('decided is decided', async () => {
    expect(await ask('u-ren', '登记 走访1-1')).toContain('已经处理过了')
  })

  it('the visit shows what became of each problem; who neither was there nor answers for it finds none', async () => {
    const shown = await ask('u-jiang', '走访1')
    expect(shown).toContain('走访1-1 五峰铸件有限公司：缺工三十个；已登记 2026-0002')
    expect(shown).toContain(`并入 ${outage}`)
    expect(await ask('u-bai', '走访1')).toBe('没有找到走访1，请核对一下编号。')
    expect(await ask('u-wu', '走访1')).not.toContain('缺工')
  })
})

describe('a leader elsewhere', () => {
  it('is shown no appeal of a firm that they do not answer for, and it counts for nobody', async () => {
    const preview = await ask('u-bai', '昨天去了天禾农机，停电的事还没完')
    expect(preview).not.toContain(outage)
    expect(preview).toContain('不计入履责')
    expect(await ask('u-bai', `第1条是${outage}`)).not.toContain(`归到在办的 ${outage}`)
    expect(await ask('u-bai', '对')).not.toContain(outage)
    expect(await ask('u-bai', '走访2')).not.toContain(outage)
  })
  it('the office is told which one it may be, and links it', async () => {
    expect(await ask('u-song', '走访线索')).toContain(
      `走访2-1 天禾农机有限公司：停电的事还没完（可能就是 ${outage}）`,
    )
    expect(await ask('u-song', `走访2-1 并到 ${outage.slice(5)}`)).toContain(outage)
    expect(await ask('u-song', '确认归并')).toContain(`走访2-1 已归到 ${outage}`)
  })
})

describe('the office records for a leader', () => {
  it('a critique visit is one without a word of who went, which is asked', async () => {
    expect(await ask('u-song', '拍砖 天禾农机，办证跑了五趟，成员任洁')).toContain('是哪位领导去的')
    expect(await ask('u-song', '江远')).toMatch(/江远副县长，拍砖\n天禾农机有限公司\n同行：任洁/u)
    await ask('u-song', '不记了')
  })
  it('puts right what was read, and drops a problem with a reason', async () => {
    expect(await ask('u-song', '江县长昨天走访了青芽茶业，说货款要不回来')).toContain(
      '3月3日，江远副县长，走访',
    )
    const amended = await ask('u-song', '不是青芽，是五峰铸件')
    expect(amended).toContain('1. 五峰铸件有限公司：货款要不回来')
    expect(await ask('u-song', '对')).toContain('已记：走访3')
    expect(await ask('u-song', '走访3-1 不登记')).toContain('理由是什么')
    expect(await ask('u-song', '已经有一件在办')).toContain('理由：已经有一件在办')
    expect(await ask('u-song', '确认不登记')).toContain('走访3-1 不登记')
    expect(chat.last('u-jiang')?.text).toContain('没有登记：已经有一件在办')
  })
  it('a second visit told over a preview is its own, and it is said that the first is not kept', async () => {
    await ask('u-song', '江县长昨天走访了青芽茶业，说货款要不回来')
    const second = await ask('u-song', '江县长今天慰问了五峰铸件，一切都好')
    expect(second).toMatch(
      /^前面那一次没有记，要记请稍后再说一遍。\n请核对：3月4日，江远副县长，慰问\n五峰铸件/u,
    )
    expect(second).not.toMatch(/青芽|货款/u)
    expect(await ask('u-song', '是昨天')).toMatch(/^请核对：3月3日/u)
    expect(await ask('u-song', '还去了青芽茶业')).toContain('五峰铸件有限公司、青芽茶业有限公司')
    await ask('u-song', '不记了')
  })
  it('corrects and takes back, whose visit it is too; nobody else', async () => {
    expect(await ask('u-jiang', '走访3 记错了，是3月2号')).toContain('走访3 改成：3月2日')
    expect(await ask('u-jiang', '对')).toBe('走访3 已经改好。')
    expect(await ask('u-bai', '撤回 走访3')).toBe('没有找到走访3，请核对一下编号。')
    expect(await ask('u-jiang', '撤回 走访3')).toContain('撤回后不再计入履责')
    expect(await ask('u-jiang', '确认撤回')).toBe('走访3 已撤回。')
    expect(await ask('u-jiang', '我这个季度走访了哪些')).toMatch(/共 1 次，2 家企业/u)
  })
})

describe('拍砖: nothing leaves before the firm agrees', () => {
  it('asks the firm’s people; without consent it is neither filed nor linked', async () => {
    await ask('u-jiang', '今天拍砖天禾农机，1、办证跑了五趟 2、检查太多，成员金波')
    expect(await ask('u-jiang', '对')).toContain('先征求企业意见')
    expect(chat.last('u-he')?.text).toContain('可以给谁看')
    expect(await ask('u-song', '登记 走访4-1')).toContain('企业还没同意')
    expect(await ask('u-bai', '走访4')).toBe('没有找到走访4，请核对一下编号。')
    expect(await ask('u-shen', '走访4')).not.toContain('办证')
  })
  it('agreed, it goes its way, and its follow-up is asked by its number', async () => {
    expect(await ask('u-he', '可以给办理单位看')).toContain('工商联核定后登记')
    expect(await ask('u-song', '登记 走访4-1')).toContain('办证跑了五趟')
    expect(await ask('u-song', '登记')).toContain('走访4-1 已登记为 2026-0003')
    expect(await ask('u-jiang', '拍砖4 的问题办得咋样')).toContain(
      '走访4-1 天禾农机有限公司：办证跑了五趟；已登记 2026-0003',
    )
  })
})
