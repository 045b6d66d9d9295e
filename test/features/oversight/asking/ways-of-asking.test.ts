import { describe, expect, it } from 'vitest'
import { readAsked } from '../../../../src/features/oversight/asking/read-asked.ts'
import { AT, questionOf, settledOf, where } from './settled.ts'

describe('what is counted', () => {
  it.each([
    ['我这边几个没办结的', 'open'],
    ['手里压着的还有几件', 'open'],
    ['俺包的那几家还剩几桩没弄利索', 'open'],
    ['到期没办的列出来', 'overdue'],
    ['超起的有哪些', 'overdue'],
    ['快到期的有哪些', 'due'],
    ['月底前必须办完的还有哪些', 'due'],
    ['特急的还有几件', 'pressing'],
    ['谁都没接的单子有哪些', 'unassigned'],
    ['被打回来的单子有多少', 'sentBack'],
    ['挂起来的有几件', 'paused'],
    ['上周新增几件', 'fresh'],
    ['咯个月办结好多件', 'done'],
    ['评价不满意的都有哪些', 'unsatisfied'],
    ['企业说没解决的有几件', 'unsolved'],
    ['剔除出去的有几件', 'excluded'],
    ['有几件转法院了', 'referred'],
    ['这两个月撤回了几件', 'withdrawn'],
    ['并了几件单子', 'merged'],
    ['去年年底还有多少没办完', 'backlog'],
  ])('%s', (said, of) => expect(questionOf(said)).toMatchObject({ kind: 'count', of }))

  it('longer open than so many days is what was filed before', () =>
    expect(questionOf('三个月以上没办完的有哪些')).toMatchObject({
      of: 'open',
      period: { to: '2025-12-05' },
    }))

  it('the order and how many of a list', () => {
    expect(questionOf('拖得最久的三件是哪三件')).toMatchObject({ of: 'open', order: 'oldest', top: 3 })
    expect(questionOf('最近来的五件给我看看')).toMatchObject({ order: 'newest', top: 5, period: null })
    expect(questionOf('超期最长的前十件')).toMatchObject({ of: 'overdue', order: 'latest', top: 10 })
  })
})

describe('rates, courses, comparisons and causes', () => {
  it.each([
    ['解绝率这个月几多', { kind: 'rate', of: 'resolution', period: { from: '2026-03-01' } }],
    ['上半年三率怎么样', { kind: 'rate', of: null }],
    ['办一件事平均要多长时间', { kind: 'rate', of: 'days', period: { from: '2026-01-01' } }],
    ['拖欠账款的占几成', { kind: 'share', of: 'fresh', where: where({ category: 'arrears' }) }],
    ['近三个月每周新增多少', { kind: 'trend', of: 'fresh', by: 'week' }],
    ['积压的趋势给我看看', { kind: 'trend', of: 'backlog', by: 'month' }],
    ['哪个月诉求最多', { kind: 'trend', of: 'fresh', by: 'month' }],
    [
      '2月份办结比1月份多几件',
      { kind: 'comparison', period: { from: '2026-02-01' }, with: { from: '2026-01-01' } },
    ],
    ['满意率同比', { kind: 'comparison', period: { to: '2026-03-05' }, with: { to: '2025-03-05' } }],
    [
      '解决率凭啥比上个月低恁多',
      { kind: 'why', of: 'resolution', with: { from: '2026-02-01', to: '2026-02-28' } },
    ],
    ['哪个部门办得最快', { kind: 'ranking', of: 'days', by: 'unit', order: 'least' }],
    ['企业主要反映些什么', { kind: 'ranking', of: 'fresh', by: 'category' }],
    ['各商会没办完的分别有几件', { kind: 'ranking', of: 'open', by: 'chamber', period: null }],
    ['融资和用工哪个多', { kind: 'ranking', by: 'category', among: ['financing', 'labour'] }],
    ['退单都是什么理由', { kind: 'reasons', of: 'sentBack' }],
    ['没办完的都多长时间了', { kind: 'age' }],
  ])('%s', (said, question) => expect(questionOf(said)).toMatchObject(question))

  it('which is best wants to know by what', () =>
    expect(settledOf('哪个部门最差')).toMatchObject({
      kind: 'which',
      asks: 'measure',
      options: { length: 4 },
    }))
})

describe('what other features keep', () => {
  it.each([
    ['防汛捐款到账多少', { kind: 'drive', drive: 3, of: 'booked' }],
    ['防汛那次捐款一共多少，到账多少，有没有没对上的', { kind: 'drive', drive: 3, of: 'standing' }],
    ['上次捐款的钱都花哪了', { kind: 'drive', drive: 5, of: 'used' }],
    [
      '防汛那阵子新增了几件',
      { kind: 'count', of: 'fresh', period: { from: '2025-07-20', to: '2025-08-15' } },
    ],
    ['通知六十一谁没回', { kind: 'receipts', notice: 61, of: 'missing' }],
    ['我还欠几次走访', { kind: 'visits', of: 'owed', visit: 'visit', where: where({ mine: true }) }],
    ['我今年还欠啥', { kind: 'visits', of: 'owed', visit: null }],
  ])('%s', (said, question) => expect(questionOf(said)).toMatchObject(question))

  it.each([
    '天禾农机有没有匿名反映的',
    '封存的有几件，分别是哪几家',
    '匿名反映镇里欠账的那个是哪家',
    '那个不留名的单位叫啥',
    '怎么启封',
  ])('sealed: %s', (said) => expect(questionOf(said)).toEqual({ kind: 'sealed' }))
})

describe('one matter', () => {
  it.each([
    ['0312到哪了', ['2026-0312', '2025-0312']],
    ['去年的0298号后来怎么样了', ['2025-0298']],
    ['0045和0301谁在办', ['2026-0045', '2025-0045', '2026-0301', '2025-0301']],
  ])('%s', (said, numbers) => expect(questionOf(said)).toEqual({ kind: 'number', numbers }))

  it('is a firm and a subject', () =>
    expect(questionOf('天禾农机那个贷款的事办到哪一步了')).toMatchObject({
      kind: 'matter',
      where: { company: 'tianhe' },
      words: ['贷款'],
    }))
})

describe('what is left to others', () => {
  it.each([
    '贷款贴息的标准是多少',
    '我们公司那个贷款的事咋样了',
    '把0312号转给王县长阅，三天内回我',
    '今天走访了天禾农机，缺工三十个',
    '给各商会发个通知',
    '通知全体会员：周三下午三点在商会开会，截止明天中午12点报名',
    '通知 农机商会 周三14:30开会，需回执，截止今天18:00',
    '确认并单',
    '改成5天',
    '恢复募捐1',
    '好的，先放着。',
    '停电三天了没人管',
    '迟延付款没有约定利率，逾期利息按多少算',
    '货款拖多久算违约',
    '明天上午我去天禾农机看看',
    '第三条',
    '给0312出一页协调会材料',
    '我批的那些办得咋样',
    '今天天气怎么样',
    '你好',
    '',
    '情况'.repeat(100),
  ])('%s', (said) => expect(settledOf(said)).toBeUndefined())
})

describe('what nobody can count is said, with three questions that are understood', () => {
  it.each([
    '除了融资类还有几件没办完',
    '没超期的有几件',
    '明年解决率能到多少',
    '超期的罚了多少钱',
    '哪种诉求最难办',
    '退单率多少',
  ])('%s', (said) => expect(settledOf(said)).toMatchObject({ kind: 'unclear', nearest: { length: 3 } }))
})

describe('what is said beside a question changes nothing of it', () => {
  it.each([
    ['我待会儿汇报用，今年三率多少', { kind: 'rate', of: null }],
    ['今晚要给书记汇报，用工这块今年走势给我', { kind: 'trend', period: { from: '2026-01-01' } }],
    ['王县长等着要，今年按时办结率多少', { kind: 'rate', of: 'onTime', where: where({}) }],
    ['领导问超期的有几件', { kind: 'count', of: 'overdue', where: where({}) }],
  ])('%s', (said, question) => expect(questionOf(said)).toMatchObject(question))
})

it('a bare state is no sure question, and others’ figures are known as such', () => {
  for (const said of ['逾期', '加急', '不太满意']) expect(readAsked(said, AT)?.score ?? 0).toBeLessThan(0.5)
  expect(readAsked('别的领导还有几件没办完', AT)?.wantsOthers).toBe(true)
  expect(settledOf('别的领导还有几件没办完')?.kind).toBe('unclear')
})

describe('drawn and step by step', () => {
  it.each([
    [
      '上个月按周看看',
      { kind: 'trend', of: 'fresh', by: 'week', period: { from: '2026-02-01', to: '2026-02-28' } },
    ],
    ['今年各月新增画个图', { kind: 'trend', of: 'fresh', by: 'month', period: { from: '2026-01-01' } }],
    ['超期的是谁在办', { kind: 'count', of: 'overdue' }],
  ])('%s', (said, question) => expect(questionOf(said)).toMatchObject(question))
})

describe('what is only half understood is asked back', () => {
  it.each([
    '特急的退单的有几件',
    '规上企业还有几件没办完',
    '收费类的有几件',
    '书面来的有几件',
    '5000万以上的有几件',
    '上月新增和办结分别多少',
  ])('%s', (said) => expect(settledOf(said)?.kind).toBe('unclear'))
})
