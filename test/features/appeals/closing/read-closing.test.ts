import { expect, test } from 'vitest'
import { closeWords, readClose, readReopen } from '../../../../src/features/appeals/closing/read-close.ts'
import { readRecategorise } from '../../../../src/features/appeals/closing/read-recategorise.ts'
import { readRefer } from '../../../../src/features/appeals/closing/read-refer.ts'
import { readResolve } from '../../../../src/features/appeals/closing/read-resolve.ts'

test('办结 has a kind: solved by default, explained, or not possible, each with its words', () => {
  for (const [text, closeKind, words] of [
    ['0312 已办结 银行已放款', 'fixed', '银行已放款'],
    ['办结 0312 已核实到账', 'fixed', '已核实到账'],
    ['0312 办好了，路面补完了', 'fixed', '路面补完了'],
    ['0312 办结 已解释 政策只补当年的', 'explained', '政策只补当年的'],
    ['0312 已解释，差额不在补贴范围', 'explained', '差额不在补贴范围'],
    ['0312 办结：已答复，按新文件执行', 'explained', '按新文件执行'],
    ['0312 办不了，因为不在本县权限内', 'notPossible', '不在本县权限内'],
    ['0312 实在没法办，原因：土地性质变不了', 'notPossible', '土地性质变不了'],
    ['办不了 0312 理由 省里没有这个政策', 'notPossible', '省里没有这个政策'],
    ['0312 办结 无法解决 企业已经注销', 'notPossible', '企业已经注销'],
    ['0312 处理完了 款已到账', 'fixed', '款已到账'],
    ['0312办结已跟企业解释清楚了政策', 'explained', '已跟企业解释清楚了政策'],
    ['0312 已办结', 'fixed', ''],
  ] as const) {
    expect(readResolve(text), text).toMatchObject({ number: { serial: 312 }, closeKind, words })
  }
  expect(readResolve('已办结 银行放款了', false)).toMatchObject({ closeKind: 'fixed', words: '银行放款了' })
  for (const text of ['0312 办结了吗', '办完了没有', '0312 解决了没', '解决了一个大问题', '我的贷款办不了'])
    expect(readResolve(text), text).toBeUndefined()
})

test('结案 says what the asker said only where somebody asked them', () => {
  expect(readClose('结案 0288 已解决 回访')).toMatchObject({
    number: { serial: 288 },
    outcome: 'solved',
    closeKind: 'fixed',
  })
  expect(readClose('归档 0288')).toEqual({ number: { serial: 288 }, closeKind: 'fixed', words: '' })
  expect(readClose('结案 0288 已解决')).toEqual({ number: { serial: 288 }, closeKind: 'fixed', words: '' })
  expect(readClose('0288 可以归档了')).toMatchObject({ number: { serial: 288 } })
  expect(readClose('0288结案，电话回访过，企业说部分解决，满意')).toMatchObject({
    outcome: 'partly',
    satisfaction: 'satisfied',
  })
  expect(closeWords('回访 没解决 不满意')).toMatchObject({ outcome: 'unsolved', satisfaction: 'unsatisfied' })
  for (const text of ['0288 归档了吗', '什么时候结案？', '归档'])
    expect(readClose(text), text).toBeUndefined()
})

test('重办 and 收回 carry their reason', () => {
  expect(readReopen('重办 0288 理由：路又塌了')).toMatchObject({ number: { serial: 288 }, words: '路又塌了' })
  expect(readReopen('0288 重新办理，还没到账')).toMatchObject({ words: '还没到账' })
  expect(readReopen('收回 0266 转错了')).toMatchObject({ number: { serial: 266 }, words: '转错了' })
  expect(readReopen('0288 重办了没')).toBeUndefined()
})

test('staff name the lawful route, before or after the number', () => {
  for (const [text, route, words] of [
    ['0266 转法院 已经立案', 'court', '已经立案'],
    ['0266 转仲裁 合同约定仲裁', 'arbitration', '合同约定仲裁'],
    ['0266 转劳动仲裁，工人已经申请', 'labour-arbitration', '工人已经申请'],
    ['0266 转信访 理由：已有信访答复意见', 'petition', '已有信访答复意见'],
    ['把0266移送纪委，反映干部索贿', 'discipline', '反映干部索贿'],
    ['0266 转法定渠道 行政复议 不服处罚', 'administrative-review', '不服处罚'],
    ['转法院 0266 已经开庭', 'court', '已经开庭'],
    ['0266转公安，涉嫌诈骗', 'police', '涉嫌诈骗'],
    ['0266 这个让他走法院', 'court', ''],
    ['0266 属于劳动仲裁，转出去', 'labour-arbitration', ''],
  ] as const)
    expect(readRefer(text), text).toMatchObject({ number: { serial: 266 }, route, words })
  expect(readRefer('0266 转法定渠道')).toEqual({ number: { serial: 266 }, words: '' })
  for (const text of ['0266 转给金融办', '0266 转办税务局 3天', '转告0266', '0266 转法院了吗'])
    expect(readRefer(text), text).toBeUndefined()
})

test('category and urgency are changed in the words of the office', () => {
  for (const [text, wanted] of [
    ['0312 改为 拖欠账款', { category: 'arrears' }],
    ['0312 改紧急', { urgency: 'urgent' }],
    ['把0312的类别改成融资', { category: 'financing' }],
    ['0312 调整为特急', { urgency: 'critical' }],
    ['0312 升级为紧急', { urgency: 'urgent' }],
    ['0312 降为一般', { urgency: 'normal' }],
    ['0312 改成用工，紧急', { category: 'labour', urgency: 'urgent' }],
    ['0312归到涉企检查', { category: 'inspection' }],
    ['0312 类别应为政策兑现', { category: 'policy-delivery' }],
    ['0312 类别错了 应该是用工', { category: 'labour' }],
    ['0312 是融资的', { category: 'financing' }],
  ] as const)
    expect(readRecategorise(text), text).toMatchObject({ number: { serial: 312 }, unread: [], ...wanted })
  expect(readRecategorise('0312 改为 融资 马上')).toMatchObject({ category: 'financing', unread: ['马上'] })
  for (const text of [
    '0312 改成5天',
    '0312 改派税务局',
    '0312 改紧急了吗',
    '改紧急',
    '0312 是我们报的',
    '0312是贷款到期的事',
  ])
    expect(readRecategorise(text), text).toBeUndefined()
})
