import { describe, expect, it } from 'vitest'
import { checkLetter, type LetterToCheck, prepareNames } from '../../src/kernel/privacy.ts'

const names = prepareNames({
  people: ['刘海波', '高峰', '张明', '欧阳雪', '马建国', '马建'],
  companies: ['丰禾面粉有限公司', '葛阳市鼎盛铸件有限责任公司', '建筑机械有限公司'],
})

function automatic(text: string, more: Partial<LetterToCheck> = {}) {
  return checkLetter({ text, origin: 'automatic', place: { kind: 'group' }, names, ...more })
}

function kindsOf(text: string): string[] {
  return automatic(text).findings.map((finding) => `${finding.kind}:${finding.text}`)
}

describe('what the house writes into a group by itself holds nothing personal', () => {
  it.each([
    ['请联系 13900001111 办理', 'phone:13900001111'],
    ['电话139-0000-1111。', 'phone:139-0000-1111'],
    ['１３９０００01111', 'phone:１３９０００01111'],
    ['一三九零零零零一一一一', 'phone:一三九零零零零一一一一'],
    ['幺三九 零零零零 幺幺幺幺', 'phone:幺三九 零零零零 幺幺幺幺'],
    ['1 3 9 0 0 0 0 1 1 1 1', 'phone:1 3 9 0 0 0 0 1 1 1 1'],
    ['139\u200b0000\u200b1111', 'phone:139\u200b0000\u200b1111'],
    ['139OOOO1111', 'phone:139OOOO1111'],
    ['①③⑨00001111', 'phone:①③⑨00001111'],
    ['139 120 12345', 'phone:139 120 12345'],
    ['座机 0373-8812345', 'phone:0373-8812345'],
    ['(010)6612 3456', 'phone:(010)6612 3456'],
    ['电话：8812345', 'phone:8812345'],
    ['400-811-2233', 'phone:400-811-2233'],
    ['+852 9123 4567', 'phone:+852 9123 4567'],
    ['身份证 11010519491231002X', 'identity-number:11010519491231002X'],
    ['110105 1949 1231 002x', 'identity-number:110105 1949 1231 002x'],
    ['号是一一零一零五一九四九一二三一零零二X', 'identity-number:一一零一零五一九四九一二三一零零二X'],
    ['老证 110105491231002', 'identity-number:110105491231002'],
    ['410782199013011234', 'bank-account:410782199013011234'],
    ['护照号 E12345678', 'identity-number:E12345678'],
    ['车牌豫G12345', 'plate:豫G12345'],
    ['豫Ｇ·8K9Q2 停在门口', 'plate:豫Ｇ·8K9Q2'],
    ['京AD12345 新能源', 'plate:京AD12345'],
    ['卡号 6222 0212 3456 7890 128', 'bank-account:6222 0212 3456 7890 128'],
    ['对公账户 411903010210', 'bank-account:411903010210'],
    ['贷款500万到期', 'amount:500万'],
    ['欠186.4万元', 'amount:186.4万元'],
    ['￥3,000', 'amount:￥3,000'],
    ['五百多万', 'amount:五百多万'],
    ['三千二百元', 'amount:三千二百元'],
    ['罚款2000', 'amount:2000'],
    ['上百万的货', 'amount:上百万'],
    ['月薪5500', 'amount:5500'],
    ['两个亿', 'amount:两个亿'],
    ['借款30w', 'amount:30w'],
    ['刘海波反映的事', 'person:刘海波'],
    ['刘 海 波', 'person:刘 海 波'],
    ['刘\u200b海-波', 'person:刘\u200b海-波'],
    ['@高峰 已登记', 'person:高峰'],
    ['高峰总您好', 'person:高峰'],
    ['马建国的事', 'person:马建国'],
    ['丰禾面粉有限公司', 'company:丰禾面粉有限公司'],
    ['丰禾面粉的诉求', 'company:丰禾面粉'],
    ['鼎盛铸件停电', 'company:鼎盛铸件'],
  ])('%s', (text, finding) => {
    expect(kindsOf(text)).toEqual([finding])
    expect(automatic(text).passes).toBe(false)
  })

  it('reports each finding with its place in the letter as it was written', () => {
    const text = '好的，一三九00001111，丰\u200b禾面粉，50万'
    for (const finding of automatic(text).findings)
      expect(text.slice(finding.at, finding.at + finding.text.length)).toBe(finding.text)
    expect(automatic(text).findings.map((finding) => finding.kind)).toEqual(['phone', 'company', 'amount'])
  })
})

describe('what a group may read is not held back', () => {
  it.each([
    '已登记，编号 2026-0313，预计周三 11:30 前答复，详情已私信您。',
    '2026-0001 2026-0002 2026-0003 三件都在办。',
    '编号 2026-0313 13 日 17:30 前答复',
    '停电请先拨 95598，起火拨 119，伤人拨 120。',
    '可拨 12345/119/120/12315/12393 咨询',
    '时间：2026-03-05 09:00-11:30，2026/3/6 14:00',
    '2026年3月15日到2026年4月15日报名，限40人',
    '今年反映 204 件，办结 200 件，办结率 98.0%',
    '每天用电3万度，占地2万平方米，工人五百多人，一千二百亩',
    '千万别急，万一停了电，我们一起想办法',
    '十万火急的事先打电话',
    '不怕一万就怕万一',
    '第二十四条规定，自正式受理之日起10个工作日内转交，情况复杂的不超过90日',
    '三三两两来了五六个人，一块去现场看看',
    '元旦放假一天，1月4日上班',
    '三元化工路口往东',
    '按新GB12345标准执行',
    '豫建〔2024〕12号文件第3条',
    '高峰期限电，错峰生产',
    '他主张明天再谈',
    '建筑机械商会今天下午开会',
    '请回复 1 或 2，确认发送 8841',
    '葛阳市108家企业，12个乡镇，3600人参加',
    '+1 报名，2人到场',
    '公示 2026.3.1-2026.3.7 共5个工作日',
    '贷款 2026 年 3 月到期的，请在 15 号前报名',
    'http://127.0.0.1:8787/a/3f9c2e 有效期 5 分钟',
  ])('%s', (text) => {
    expect(automatic(text).findings).toEqual([])
  })
})

describe('who may read what depends on the place and on who saw the letter', () => {
  const telling = '丰禾面粉 刘海波 13900001111 欠款50万'

  it('lets an internal group read names of companies and people, never phones', () => {
    const inside = { place: { kind: 'group', audience: 'internal' } } as const
    expect(automatic('丰禾面粉刘海波的事在办', inside).passes).toBe(true)
    expect(automatic('刘海波 13900001111', inside).passes).toBe(false)
    expect(automatic('丰禾面粉的事在办', { place: { kind: 'group', audience: 'members' } }).passes).toBe(
      false,
    )
  })

  it('shows an approver every finding but stops only identity numbers', () => {
    const seen = automatic(telling, { origin: 'approved' })
    expect(seen.passes).toBe(true)
    expect(seen.findings.map((finding) => finding.kind)).toEqual(['company', 'person', 'phone', 'amount'])
    const identity = automatic('公示：11010519491231002X', { origin: 'approved' })
    expect(identity.passes).toBe(false)
    expect(identity.findings[0]?.stops).toBe(true)
  })

  it('lets a published document be quoted word for word', () => {
    expect(
      automatic('罚款二万元以上二十万元以下，电话0371-66112233', { origin: 'publicDocument' }).passes,
    ).toBe(true)
  })

  it('lets a person read about their own matter in private', () => {
    const alone = { place: { kind: 'private' } } as const
    expect(automatic(telling, alone)).toEqual({ passes: true, findings: [] })
    expect(automatic('11010519491231002X', { ...alone, origin: 'approved' }).passes).toBe(false)
    expect(automatic('11010519491231002X', { ...alone, origin: 'approved', aboutSelf: true }).passes).toBe(
      true,
    )
  })

  it('never names a sealed asker, wherever and whoever approved it, except to the asker', () => {
    for (const origin of ['automatic', 'approved', 'publicDocument'] as const)
      for (const place of [{ kind: 'private' }, { kind: 'group', audience: 'internal' }] as const) {
        const more = { origin, place, sealedNames: ['刘海波', '丰禾面粉有限公司'] }
        expect(automatic('是刘 海 波报的', more).passes).toBe(false)
        expect(automatic('是丰禾面粉报的', more).passes).toBe(false)
        expect(automatic('是别家报的', more).passes).toBe(true)
      }
    const own = { place: { kind: 'private' }, sealedNames: ['刘海波'], allow: ['刘海波'] } as const
    expect(automatic('刘海波，您的事在办', own).passes).toBe(true)
  })

  it('does not name a donor without consent in anything that goes to many', () => {
    const donorsWithoutConsent = ['欧阳雪']
    expect(automatic('感谢欧阳雪', { origin: 'approved', donorsWithoutConsent }).findings[0]?.kind).toBe(
      'donor',
    )
    expect(automatic('感谢欧阳雪', { origin: 'approved', donorsWithoutConsent }).passes).toBe(false)
    const thanks = {
      origin: 'approved',
      place: { kind: 'private' },
      donorsWithoutConsent,
      aboutSelf: true,
    } as const
    expect(automatic('欧阳雪您好', thanks).passes).toBe(true)
  })

  it('allows the mention of the person who is spoken to, and nobody whose name only begins alike', () => {
    expect(automatic('@刘海波-丰禾面粉 已登记', { allow: ['刘海波-丰禾面粉'] }).passes).toBe(true)
    expect(automatic('@刘海波 丰禾面粉 已登记', { allow: ['刘海波'] }).passes).toBe(false)
    expect(automatic('马建国已登记', { allow: ['马建'] }).passes).toBe(false)
  })
})
