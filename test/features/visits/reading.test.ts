import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { openMatters } from '../../../src/features/appeals/registered/open-matters.ts'
import { amendDraft } from '../../../src/features/visits/recording/amend-draft.ts'
import { readDraft } from '../../../src/features/visits/recording/read-draft.ts'
import { breaksOff, isPlanned, readVisit } from '../../../src/features/visits/recording/read-visit.ts'
import { VisitDraft } from '../../../src/features/visits/recording/visit-draft.ts'
import { ROSTER } from './roster.ts'

/** A Wednesday. */
const AT = new Date('2026-03-04T17:00:00+08:00')
// The appeals' own rules, without a store: reading is pure.
const { read } = openMatters({
  find: () => Promise.resolve(undefined),
  list: () => Promise.resolve({ total: 0, appeals: [] }),
})
const draft = (text: string, by = { code: 'tan', isLeader: true }) => readDraft(text, by, ROSTER, read, AT)
const problems = (text: string) => draft(text).problems.map(({ company, words }) => `${company} ${words}`)

describe('where somebody was', () => {
  it.each([
    ['今天去了粟麦食品和铁戈铸造', ['sumai', 'tiege']],
    ['今儿个去粟麦看了看', ['sumai']],
    ['上午去了粟麦，下午又去了铁戈', ['sumai', 'tiege']],
    ['走访了清禾纺织、粟麦食品两家企业', ['qinghe', 'sumai']],
    ['刚从林溪农业回来', ['linxi']],
    ['今天去了澜石机械，门口遇到铁戈的老板', ['lanji']],
    ['昨天到栏石机械走访', ['lanji']],
    ['走访粟麦食品和铁割铸造', ['sumai', 'tiege']],
  ])('%s', (text, companies) => expect(draft(text).companies).toEqual(companies))

  it('a part of a name that two firms share is asked back', () => {
    expect(draft('今天去了澜石，缺工')).toMatchObject({
      companies: [],
      which: { said: '澜石', companies: ['lanji', 'lanjian'] },
    })
  })
  it('a name taken by its sound is said back', () => {
    expect(draft('昨天到栏石机械走访').heard).toEqual([{ said: '栏石机械', company: 'lanji' }])
  })
  it('a chamber’s meeting', () => {
    expect(draft('3月2号在铸造机械商会开了座谈会，大家说用工难')).toMatchObject({
      kind: 'meeting',
      chambers: ['cast'],
      day: '2026-03-02',
      problems: [{ words: '用工难' }],
    })
  })
})

describe('what they still said is a problem of its own', () => {
  it.each([
    '货款还没要回来，还说想要块地扩厂',
    '货款还没要回来，还想要块地扩厂',
    '货款还没要回来，也提到想要块地扩厂',
  ])('%s', (told) => {
    const [first, second, ...others] = draft(`昨天去了铁戈铸造，${told}`).problems
    expect(others).toEqual([])
    expect(first).toMatchObject({ company: 'tiege', words: '货款还没要回来', goesOn: true })
    expect(second).toMatchObject({ company: 'tiege', words: '想要块地扩厂' })
  })
})

describe('when, what kind, and who', () => {
  it.each([
    ['昨天走访了铁戈铸造', '2026-03-03', 'visit'],
    ['上周三去了铁戈铸造', '2026-02-25', 'visit'],
    ['3月1号慰问了铁戈铸造的困难职工', '2026-03-01', 'condolence'],
    ['拍砖铁戈铸造，办证跑了五趟', '2026-03-04', 'critique'],
    ['今天去了铁戈铸造，2月起就一直停电', '2026-03-04', 'visit'],
  ])('%s', (text, day, kind) => expect(draft(text)).toMatchObject({ day, kind }))

  it('several days are asked back', () => expect(draft('上周走访了铁戈铸造').unclearDay).toBe('上周'))

  it.each([
    ['谭县长昨天走访了铁戈铸造', 'tan', null],
    ['谭远舟走访了铁戈铸造', 'tan', null],
    ['史部长替谭县长去了铁戈铸造', 'tan', 'shi'],
    ['谭县长委托史部长走访了铁戈铸造', 'tan', 'shi'],
    ['昨天走访了铁戈铸造', null, null],
  ])('the office: %s', (text, leader, deputy) =>
    expect(draft(text, { code: 'qiu', isLeader: false })).toMatchObject({ leader, deputy }),
  )
  it('a leader in another’s place', () => {
    expect(draft('替谭县长去了铁戈铸造', { code: 'shi', isLeader: true })).toMatchObject({
      leader: 'tan',
      deputy: 'shi',
    })
  })
  it('the team of a critique visit, by code where the roster knows them', () => {
    expect(draft('拍砖铁戈铸造，办证跑了五趟，成员顾清、张三').team).toEqual(['gu', '张三'])
  })
})

describe('what was found', () => {
  it.each([
    [
      '今天去了粟麦食品和铁戈铸造，粟麦缺工三十个，铁戈停电的事还没完',
      ['sumai 缺工三十个', 'tiege 停电的事还没完'],
    ],
    [
      '今天去了粟麦食品和铁戈铸造粟麦缺工三十个铁戈停电的事还没完',
      ['sumai 缺工三十个', 'tiege 停电的事还没完'],
    ],
    [
      '走访铁戈铸造，门口路烂了，大车进不去，还有电费太高',
      ['tiege 门口路烂了，大车进不去', 'tiege 电费太高'],
    ],
    [
      '周二到铁戈铸造调研，问题有三个：一是缺钱，二是缺人，三是用地手续办不下来',
      ['tiege 缺钱', 'tiege 缺人', 'tiege 用地手续办不下来'],
    ],
    ['今天走访铁戈铸造，订单还可以，就是招不到人', ['tiege 招不到人']],
    ['昨天去铁戈铸造，一个月查了四次', ['tiege 一个月查了四次']],
    ['去了趟铁戈铸造，没什么问题，生产正常', []],
    ['昨天去了铁戈铸造，老板说贷款办好了挺满意，没别的事', []],
    ['昨天去了铁戈铸造，停电的事解决了，就是缺工', ['tiege 缺工']],
    ['昨天去了铁戈铸造，停电的事还没解决，贷款没办好', ['tiege 停电的事还没解决', 'tiege 贷款没办好']],
    ['上午去了粟麦食品，缺工三十个，下午又去了铁戈铸造，老停电', ['sumai 缺工三十个', 'tiege 老停电']],
    ['走访粟麦食品和铁戈铸造，铁戈贷款续不下来，粟麦一切正常', ['tiege 贷款续不下来']],
    ['拍砖铁戈铸造，1、办证跑了五趟 2、供电报装慢', ['tiege 办证跑了五趟', 'tiege 供电报装慢']],
    [
      '今儿个去粟麦食品看了看 人家说招不上人 门口那路也坑坑洼洼的',
      ['sumai 招不上人', 'sumai 门口那路也坑坑洼洼的'],
    ],
  ])('%s', (text, expected) => expect(problems(text)).toEqual(expected))

  it('what is said to go on is known from what is new', () => {
    expect(
      draft('今天去了铁戈铸造，停电的事还没完，又缺工三十个').problems.map(({ goesOn }) => goesOn),
    ).toEqual([true, false])
  })
})

describe('where somebody will be is nothing to note yet', () => {
  it.each(['明天上午我去粟麦看看', '明天去铁戈走访', '下周三准备去铁戈铸造走访', '我明天要去粟麦调研'])(
    '%s',
    (said) => {
      expect(isPlanned(said)).toBe(true)
      expect(readVisit(said)).toBeUndefined()
    },
  )
  it.each(['明天去哪走访', '明天有几家要走访', '今天去了粟麦看了看', '明天停电，请协调', '下周谁去走访铁戈'])(
    '%s: is none of that',
    (said) => expect(isPlanned(said)).toBe(false),
  )
})

describe('the day put right in a contrast', () => {
  it.each(['不是上周五，是昨天', '不是上周五，应该是昨天', '是昨天，不是上周五', '不对，是昨天'])(
    '%s',
    (said) => {
      const put = amendDraft(draft('上周五去了铁戈铸造，缺工三十个'), said, ROSTER, read, AT)
      expect(put).toMatchObject({ day: '2026-03-03', problems: [{ words: '缺工三十个' }] })
    },
  )
})

describe('whether it tells of a visit at all', () => {
  it.each([
    '今天去了粟麦食品和铁戈铸造，粟麦缺工三十个',
    '昨天下午走访澜石机械',
    '刚从粟麦食品回来，他们缺冷链车',
    '记一次走访：铁戈铸造，3月1号',
    '上午我跟史部长一块去的粟麦食品',
    '周二到铁戈铸造调研，问题有三个：一是缺钱，二是缺人',
    '我刚才在粟麦，他们那个污水站味道大',
    '今天慰问了粟麦食品的职工',
    '上午在食品商会开了座谈会',
    '拍砖 粟麦食品，1、审批慢 2、招工难，成员顾清',
  ])('yes: %s', (text) => expect(readVisit(text)).toBeDefined())
  it.each([
    '我还欠几次走访',
    '昨天走访了哪些企业',
    '走访要求 每季度每个商会1次',
    '明天去澜石机械走访',
    '谁还没走访',
    '马上开会了，快点告诉我现在还有几件没办完',
    '季度末了，我还差几次走访',
    '今年慰问搞了几场了',
    '今天来了我们厂三拨检查的',
    '走访情况怎么样',
    '具有公开募捐资格的基金会年度管理费用不得超过支出的百分之几',
    '我们公开过委员会的名单了',
    '下周安排去粟麦看看',
    '今天没去成，明天再走访铁戈',
    '都收到了',
    '时限定下来了',
    '跑了好几趟，都说再等等',
    '建筑机械商会今天下午开会',
    '0012 走访过企业了，还是没解决',
    '昨天开了协调会，定了三条',
    '通知 食品商会的企业 周三到铁戈铸造走访了解情况',
  ])('no: %s', (text) => expect(readVisit(text)).toBeUndefined())
})

describe('what is said to the preview', () => {
  const before = draft('今天去了粟麦食品和铁戈铸造，粟麦缺工三十个，铁戈停电的事还没完')
  const amended = (said: string) => amendDraft(before, said, ROSTER, read, AT)
  it('another day', () => expect(amended('是前天去的').day).toBe('2026-03-02'))
  it('one problem less', () =>
    expect(amended('第1条不要').problems.map(({ company }) => company)).toEqual(['tiege']))
  it('none at all', () => expect(amended('没有问题').problems).toEqual([]))
  it('another firm for one of them, with what was told of it', () => {
    const { companies, problems: told } = amended('不是粟麦，是清禾纺织')
    expect(companies).toEqual(['tiege', 'qinghe'])
    expect(told.map(({ company }) => company)).toEqual(['qinghe', 'tiege'])
  })
  it('one firm more', () => expect(amended('还去了澜石机械').companies).toEqual(['sumai', 'tiege', 'lanji']))
  it('one problem more', () => {
    expect(amended('还有一个：铁戈的路灯不亮').problems.at(-1)).toMatchObject({
      company: 'tiege',
      words: '路灯不亮',
    })
  })
  it.each(['明细1', '第二个详细说说', '这个月按月看看走势', '给我表格', '给我念念，发个链接'])(
    '%s is asked of us and changes nothing',
    (said) => expect(amended(said)).toEqual(before),
  )
  it('another kind', () => expect(amended('算慰问').kind).toBe('condolence'))
  it('an appeal by its number, or none', () => {
    expect(amended('第1条是0012').problems[0]?.link).toBe('2026-0012')
    expect(amended('第2条单独记').problems[1]).toMatchObject({ link: null, alone: true })
  })
  it('which of two firms, by name or by its place in the list', () => {
    const unclear = draft('今天去了澜石，缺工')
    expect(amendDraft(unclear, '第二个', ROSTER, read, AT)).toMatchObject({
      companies: ['lanjian'],
      problems: [{ company: 'lanjian' }],
    })
    expect(amendDraft(unclear, '澜石机械', ROSTER, read, AT).companies).toEqual(['lanji'])
  })
})

test('whatever is told, it is kept in its shape and no problem has words that were not said', () => {
  const piece = fc.constantFrom(
    '今天去了',
    '走访',
    '粟麦食品',
    '铁戈',
    '澜石',
    '，',
    '。',
    '和',
    '缺工三十个',
    '停电的事还没完',
    '昨天',
    '谭县长',
    '替',
    '开了座谈会',
    '拍砖',
    '还有',
    '没问题',
    '1、',
    '欠',
    ' ',
    '第1条不要',
    '是前天',
    '不是粟麦，是',
    '成员顾清',
    '说',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.array(piece, { maxLength: 4 }), (told, said) => {
      const text = told.join('')
      const first = draft(text)
      const second = amendDraft(first, said.join(''), ROSTER, read, AT)
      for (const one of [first, second]) expect(VisitDraft.safeParse(one).success).toBe(true)
      for (const { words } of second.problems)
        for (const clause of words.split('，')) expect(`${text}\n${said.join('')}`).toContain(clause)
    }),
  )
})

describe('a line that was sent too early', () => {
  it.each(['今天去了', '我昨天走访了，', '去了', '刚才慰问了'])('%s breaks off', (said) =>
    expect(breaksOff(said)).toBe(true),
  )
  it.each(['今天去了粟麦', '去了没有', '到了时限的有几件', '收到了', '今天到期了'])('%s does not', (said) =>
    expect(breaksOff(said)).toBe(false),
  )
})
