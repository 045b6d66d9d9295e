import { expect, test } from 'vitest'
import type { ListAsked } from '../../../../src/features/appeals/appeals.effects.ts'
import {
  readListAsked,
  readPageTurn,
  readShowAsked,
} from '../../../../src/features/appeals/staff/read-list.ts'
import { settleList } from '../../../../src/features/appeals/staff/settle-list.ts'
import { DIRECTORY, NOW } from '../county.ts'

const read = (text: string) => readListAsked(text, NOW)?.asked

test.each<[string, Partial<ListAsked>]>([
  ['待派单', { list: 'undispatched' }],
  ['还没派的有哪些', { list: 'undispatched' }],
  ['看看没派出去的', { list: 'undispatched' }],
  ['今天新来的', { list: 'today' }],
  ['今天有啥新的', { list: 'today' }],
  ['诉求列表 第2页', { list: 'open', page: 2 }],
  ['诉求列表第二页', { list: 'open', page: 2 }],
  ['超期的', { list: 'overdue' }],
  ['超期的有几件', { list: 'overdue' }],
  ['快到期的', { list: 'dueSoon' }],
  ['马上要超期的有哪些', { list: 'dueSoon' }],
  ['今天到期的', { list: 'dueSoon' }],
  ['特急的', { list: 'open', urgency: 'critical' }],
  ['紧急的有哪些', { urgency: 'urgent' }],
  ['已暂停的', { list: 'paused' }],
  ['暂停的有哪些', { list: 'paused' }],
  ['退单的', { list: 'sentBack' }],
  ['被退回来的', { list: 'sentBack' }],
  ['待回访的', { list: 'awaiting' }],
  ['还没回访的', { list: 'awaiting' }],
  ['已办结的', { list: 'resolved' }],
  ['拖欠账款的', { list: 'open', category: 'arrears' }],
  ['欠款的有哪些', { category: 'arrears' }],
  ['融资类的在办', { list: 'open', category: 'financing' }],
  ['这个月的诉求', { list: 'all', period: { from: '2026-03-01', to: '2026-03-31', words: '这个月' } }],
  ['本周新来的', { list: 'today', period: { from: '2026-03-02', to: '2026-03-08', words: '本周' } }],
  ['昨天登记的', { list: 'today', period: { from: '2026-03-01', to: '2026-03-01', words: '昨天' } }],
  ['上个月办结的', { list: 'resolved', period: { from: '2026-02-01', to: '2026-02-28', words: '上个月' } }],
  ['金融办的在办', { list: 'open', names: ['金融办'] }],
  ['在金融办手里的有哪些', { list: 'handled', names: ['金融办'] }],
  ['金融办超期的', { list: 'overdue', names: ['金融办'] }],
  ['天禾农机的诉求', { list: 'all', names: ['天禾农机'] }],
  ['看一下农机商会的诉求', { list: 'all', names: ['农机商会'] }],
  ['柳溪镇的诉求', { list: 'all', names: ['柳溪镇'] }],
])('%s', (text, expected) => {
  expect(read(text), text).toMatchObject(expected)
})

test.each([
  '今天新来的工人没有地方住',
  '我们的诉求是减税',
  '我的诉求',
  '派单 0312',
  '暂停 0291 等企业补材料 到11月30日',
  '撤回 0012',
  '催 超期',
  '导出 台账 10月 Excel',
  '0312 到哪一步了',
  '上个月解决率多少',
  '停电了，车间全黑',
  '银行贷款不批',
  '这个月电费涨了',
  '好的',
  '还有几件没办完',
  '这个月收了多少件',
  '谢谢',
  '融资',
  '今天',
  '通知 建筑机械商会 明天开会',
])('%s asks for no list', (text) => {
  expect(read(text), text).toBeUndefined()
})

test('pages are turned in few words', () => {
  for (const text of ['下一页', '下页', '翻到下一页', '下一页呢'])
    expect(readPageTurn(text), text).toEqual({ turn: { by: 1 } })
  expect(readPageTurn('上一页')).toEqual({ turn: { by: -1 } })
  for (const text of ['第3页', '第三页', '3页', '看第 3 页'])
    expect(readPageTurn(text), text).toEqual({ turn: { to: 3 } })
  for (const text of ['下一步怎么办', '继续停电', '前面的路塌了'])
    expect(readPageTurn(text), text).toBeUndefined()
})

test('the roster says who is meant, and what it does not know is named', () => {
  const settle = (text: string) => settleList(read(text) as ListAsked, DIRECTORY)
  expect(settle('金融办的在办')).toMatchObject({
    wish: { list: 'open', unit: 'treasury' },
    name: '县财政局（金融办），诉求列表',
    unread: [],
  })
  expect(settle('天禾农机的诉求').wish).toMatchObject({ companies: ['tianhe'] })
  expect(settle('农机商会超期的').wish).toMatchObject({ chamber: 'machinery', list: 'overdue' })
  expect(settle('东区工业路的诉求').wish).toMatchObject({ place: '东区工业路' })
  expect(settle('顺达铸造的诉求').wish).toMatchObject({ companyName: '顺达铸造' })
  expect(settle('人社局这个月的欠款诉求')).toMatchObject({
    wish: { unit: 'labour', category: 'arrears', from: '2026-03-01' },
    name: '这个月，县人力资源和社会保障局，拖欠账款，全部诉求',
  })
  expect(settle('哈哈镜的诉求').unread).toEqual(['哈哈镜'])
})

test('one appeal is asked for by its number', () => {
  for (const text of ['看 0312', '看0312', '查看 312', '0312 详情', '看一下0312号'])
    expect(readShowAsked(text), text).toEqual({ serial: 312 })
  for (const text of ['看病报销', '查 12345 电话', '0312 到哪一步了', '看 3 月的'])
    expect(readShowAsked(text) === undefined || text.includes('12345'), text).toBe(true)
})
