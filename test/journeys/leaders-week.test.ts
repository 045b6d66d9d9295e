import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, openChat } from '../support/chat.ts'
import { WEEK_COUNTY } from '../support/week-county.ts'

let chat: Chat

/** A Friday before: what the week begins with. Sunday's two are what Monday's digest tells of. */
beforeAll(async () => {
  chat = await openChat({ roster: WEEK_COUNTY, now: '2026-02-27T09:00:00+08:00' })
  await say('u-gu', '我们在农行有笔三百万的贷款三月底到期，银行说不给续了，请帮忙协调', '确认提交')
  await say('u-song', '派单 0001 金融办', '确认')
  await say('u-song', '走访要求 每季度每个商会2次，会议每年1次', '确认定下')
  await chat.advanceTo('2026-03-01T15:00:00+08:00')
  await say('u-heng', '恒锋铸造车间老停电，一周停了三回，炉子都冷了，请帮忙协调', '确认提交')
  await say('u-chang', '我们厂招不到焊工，订单赶不出来，请帮忙', '确认提交')
  await say('u-wa', '青瓦建材的货款被拖欠了八十万，对方一直不给，请帮忙协调', '确认提交')
})
afterAll(() => chat.close())

/** Says lines in private; gives what came back last. */
async function say(person: string, ...lines: readonly string[]): Promise<string> {
  for (const line of lines) {
    chat.as(person).says(line)
    await chat.settle()
  }
  return chat.last(person)?.text ?? ''
}

/** Says it under the newest letter that begins so. */
async function reply(person: string, begin: string, words: string): Promise<string> {
  const letter = chat.to(person).findLast(({ text }) => text.startsWith(begin))
  if (letter === undefined) throw new Error(`${person} has no letter that begins with ${begin}`)
  chat.as(person).says(words, { replyTo: letter.id })
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

/** Lets time pass; gives what somebody was sent meanwhile. */
async function until(to: string) {
  chat.news()
  await chat.advanceTo(`2026-${to}:00+08:00`)
  return heardSince()
}
function heardSince() {
  const fresh = chat.news()
  return (person: string) => fresh.filter((line) => line.to.id === person)
}
const texts = (letters: readonly { readonly text: string }[], begin = '') =>
  letters.map(({ text }) => text).filter((text) => text.startsWith(begin))
const numbersIn = (text: string) => [...text.matchAll(/^\d+\. (2026-\d{4})/gmu)].map(([, number]) => number)
const lastLine = (text: string) => text.split('\n').at(-1)

describe('Monday morning', () => {
  it('the digest says first what is new, with the code behind it, for what each answers for', async () => {
    const came = await until('03-02T08:00')
    expect(texts(came('u-qin'))).toEqual([
      expect.stringMatching(
        /^早报 3月2日（周一）：2月28日至3月1日的情况\n新增 2 件（明细\d+）\n截至今天 08:00；范围：您包联的 2 家商会、4 家企业；看哪几件，回“明细\d+”$/u,
      ),
    ])
    expect(texts(came('u-luo'))[0]).toContain('范围：您包联的 1 家商会、2 家企业')
    expect(texts(came('u-shen'))[0]).toContain('新增 1 件')
    expect(came('u-ding')).toEqual([])
  })

  it('asked which firms, the digest opens to exactly these two', async () => {
    const text = await reply('u-qin', '早报', '都是哪几家啊')
    expect(numbersIn(text).sort()).toEqual(['2026-0002', '2026-0003'])
  })

  it('a question: the number first, its lines, then time, scope, how it is counted and the code', async () => {
    const text = await say('u-qin', '我包的那些厂子现在还有几件没弄完')
    expect(text).toMatch(/^还有 3 件没办完/u)
    expect(numbersIn(text).sort()).toEqual(['2026-0001', '2026-0002', '2026-0003'])
    expect(lastLine(text)).toMatch(
      /^截至 3月2日 08:0\d；范围：您包联的 2 家商会、4 家企业；没办完＝.+；明细\d+$/u,
    )
  })

  it('follow-ups keep to it: another month, one of its matters, a sheet', async () => {
    expect(await say('u-qin', '上个月呢')).toMatch(/^上个月（2月1日至2月28日）.*1 件没办完/u)
    expect(await say('u-qin', '第一个详细说说')).toMatch(/^2026-0001 谷香食品.*已派单/u)
    expect(await say('u-qin', '给我表格')).toMatch(/^明细\d+ 的表格，1 行/u)
    expect(chat.last('u-qin')).toMatchObject({
      files: [{ name: expect.stringMatching(/^明细\d+\.xlsx$/u) }],
    })
  })

  it('an instruction on one of a list is read back with whom, what, by when and the very words', async () => {
    const list = await say('u-qin', '还有几件没派单')
    expect(list).toMatch(/^有 2 件还没派单/u)
    const first = numbersIn(list)[0] ?? ''
    chat.news()
    const preview = await say('u-qin', '第一件转给丁县长阅，三天内回我')
    expect(preview).toContain('交给：丁怀民县长')
    expect(preview).toContain(`关于：${first}`)
    expect(preview).toContain('期限：周四 17:30 前回您')
    expect(preview).toContain('原话：“第一件转给丁县长阅，三天内回我”')
    expect(heardSince()('u-ding')).toEqual([])
    expect(await say('u-qin', '可以')).toContain('J-0001 已交给丁怀民县长')
    const heard = heardSince()
    expect(texts(heard('u-ding'))[0]).toContain('原话：“第一件转给丁县长阅，三天内回我”')
    expect(texts(heard('u-song'))[0]).toContain('J-0001 秦岳副县长交办丁怀民县长，周四 17:30 前')
  })

  it('the office has the month’s circular as a draft, with a file, on the first working day', async () => {
    const [draft] = (await until('03-02T10:00'))('u-song').filter(({ text }) => text.startsWith('【草稿'))
    expect(draft?.text).toContain('2月，新登记企业诉求 1 件')
    expect(draft?.text).toContain('2月还没有走访记录')
    expect(draft).toMatchObject({ files: [{ name: '2026年2月诉求办理情况通报（草稿）.docx' }] })
    await say('u-song', '先不发')
  })
})

describe('Tuesday: the answer', () => {
  it('the digest tells what fell overdue; words in reply to it are an instruction on exactly these', async () => {
    const [digest] = texts((await until('03-03T08:00'))('u-qin'), '早报')
    expect(digest).toMatch(/\n超期 2 件，其中新超期 2 件（明细\d+）\n/u)
    const preview = await reply('u-qin', '早报', '超期的那几件请各单位抓紧，周五前报我')
    expect(numbersIn(preview).sort()).toEqual(['2026-0002', '2026-0003'])
    expect(preview).toContain('期限：周五 17:30 前回您')
    expect(await say('u-qin', '算了，先不交办')).toContain('没有交办')
  })

  it('comes back word for word, and the leader closes it', async () => {
    await until('03-03T10:00')
    await say('u-ding', '收到')
    await say('u-ding', 'J-0001 已办 已请供电公司今天到厂里去', '确认')
    expect(chat.last('u-qin')?.text).toContain('“已请供电公司今天到厂里去”')
    expect(await say('u-qin', '我批的还有几件没回我')).toContain('您交办的都回话了。另有回了话等您定的 1 件')
    expect(await reply('u-qin', 'J-0001', '行，就这样')).toContain('J-0001 办结了')
    expect(chat.last('u-ding')?.text).toContain('这件办结了')
  })

  it('where the leader will be tomorrow is nothing to note yet', async () => {
    expect(await say('u-qin', '明天下午我去谷香看看')).toMatch(/^走访等去过了再记/u)
  })

  it('meanwhile the office dispatches, and the bank’s matter is resolved', async () => {
    await say('u-song', '派单 0002 供电公司', '确认')
    await say('u-song', '派单 0003 人社局', '确认')
    await say('u-jin', '0001 已办结 农行同意展期半年', '确认')
    expect(await say('u-gu', '解决了')).toContain('办理得还满意吗')
    expect(await say('u-gu', '满意')).toContain('2026-0001 归档了')
  })
})

describe('Wednesday: a visit, told in one line', () => {
  it('Wednesday’s digest tells what was resolved', async () => {
    const [digest] = texts((await until('03-04T17:00'))('u-qin'), '早报')
    expect(digest).toMatch(/\n办结 1 件（明细\d+(-\d)?）/u)
  })

  it('is read back: where, what is new, and which appeal goes on', async () => {
    const preview = await say('u-qin', '今天去了谷香食品和恒锋铸造，谷香缺工三十个，恒锋停电的事还没完')
    expect(preview).toContain('3月4日，走访\n谷香食品有限公司、恒锋铸造有限公司')
    expect(preview).toContain('1. 谷香食品有限公司：缺工三十个\n')
    expect(preview).toMatch(/2\. 恒锋铸造有限公司：停电的事还没完\n {3}归到在办的 2026-0002/u)
    expect(await say('u-song', '走访线索')).not.toContain('走访1')
  })

  it('with the yes it is kept, and the office files what is new', async () => {
    chat.news()
    expect(await say('u-qin', '对')).toContain('已记：走访1')
    expect(texts(heardSince()('u-song'))[0]).toContain('走访1-1 谷香食品有限公司：缺工三十个')
    expect(await say('u-song', '登记 走访1-1', '登记')).toContain('走访1-1 已登记为 2026-0005')
    const heard = heardSince()
    expect(texts(heard('u-gu'))[0]).toContain('“缺工三十个”')
    expect(texts(heard('u-qin'))[0]).toContain('已登记为 2026-0005')
    expect(await say('u-song', '0002 办到哪一步了')).toContain('（走访1）时企业说：停电的事还没完')
    expect(await say('u-qin', '停电那事咋样了')).toMatch(/^2026-0002 恒锋铸造/u)
  })
})

describe('Thursday: the deputy', () => {
  it('goes in the leader’s stead, and it counts for the leader', async () => {
    await until('03-05T16:00')
    expect(await say('u-luo', '今天替秦县长到长柳机械看了看，说缺焊工')).toContain(
      '县政府办副主任罗敏（替秦岳副县长）',
    )
    expect(await say('u-luo', '对')).toContain('已记：走访2')
    expect(await say('u-luo', '我还欠几次走访')).toMatch(/^您本人不欠走访。您代管的，去了记在副县长秦岳名下/u)
    expect(await say('u-luo', '我现在管着几件没办完的')).toMatch(/^还有 2 件没办完/u)
  })

  it('the office sees who has not been anywhere yet', async () => {
    const text = await say('u-song', '谁还没走访')
    expect(text).toMatch(/^2 位领导里有 2 位还欠，一共 3 次/u)
    expect(text).toContain('县委常委、统战部部长沈芸：欠走访 2 次')
    expect(text).toContain('副县长秦岳：欠走访 1 次')
  })
})

describe('Friday: what the week came to', () => {
  it('the week’s number and the month’s rate, with n, against the month before', async () => {
    await until('03-06T16:00')
    expect(await say('u-qin', '这周办结了几件')).toMatch(/^这周（3月2日至3月8日）办结 1 件/u)
    expect(await say('u-qin', '这个月解决率多少，上个月呢')).toMatch(
      /^这个月解决率 100\.0%（1\/1），上个月没有可算的（0 件）/u,
    )
  })
})

describe('to the quarter’s end', () => {
  it('fifteen days before: who owes is reminded in private, the office has the list', async () => {
    const came = await until('03-16T09:00')
    const [own, ...others] = texts(came('u-qin'), '走访提醒')
    expect(own).toContain('本季度到3月31日结束，还有 11 个工作日。您还欠走访 1 次：\n走访：食品商会\n')
    expect(others).toEqual([])
    expect(texts(came('u-song'), '走访提醒')[0]).toContain('2 位领导还欠，已私下提醒')
    expect(texts(came('u-luo'), '走访提醒')).toEqual([])
  })

  it('a digest near the end says along what is owed by then, and nothing that may wait', async () => {
    await say('u-bao', '我们百味园的排污许可证快到期了，续办一直没消息，请帮忙协调', '确认提交')
    const [digest] = texts((await until('03-17T09:00'))('u-qin'), '早报')
    expect(digest).toContain('\n走访：本季度还欠走访 1 次\n')
  })

  it('three working days before: once more, and no more once it is done', async () => {
    const came = await until('03-26T09:00')
    expect(texts(came('u-qin'), '走访提醒')).toHaveLength(1)
    expect(await say('u-qin', '昨天去了百味园，一切都好', '对')).toContain('已记：走访3')
    expect(await say('u-qin', '我还欠几次走访')).toMatch(/^本季度的都完成了，一次不欠/u)
    expect(await say('u-song', '谁还没走访')).toMatch(/^2 位领导里有 1 位还欠，一共 2 次。\n1\. 县委常委/u)
  })

  it('the new quarter begins anew, and the circular counts the visits of the one that is over', async () => {
    const came = await until('04-01T09:00')
    expect(texts(came('u-qin'), '走访提醒')).toEqual([])
    expect(texts(came('u-song'), '【草稿')[0]).toContain('3月：走访 3 次')
    expect(await say('u-qin', '我还欠几次走访')).toMatch(/^本季度还欠走访 4 次/u)
    expect(await say('u-qin', '上个季度走访了几次')).toContain('走访 3 次')
  })
})

it('in all the week nobody read of what they do not answer for', () => {
  expect(texts(chat.to('u-qin')).filter((text) => /青瓦|2026-0004/u.test(text))).toEqual([])
  expect(texts(chat.to('u-luo')).filter((text) => /青瓦|谷香|百味园|2026-000[14]/u.test(text))).toEqual([])
  expect(chat.complaints).toEqual([])
})
