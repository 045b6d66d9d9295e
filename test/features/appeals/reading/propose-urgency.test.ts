import { describe, expect, it } from 'vitest'
import {
  listEmergencyNumbers,
  proposeUrgency,
} from '../../../../src/features/appeals/reading/propose-urgency.ts'

const numbersFor = (text: string) => listEmergencyNumbers(text).map(({ number }) => number)

describe('danger to life or machines now is critical', () => {
  it.each([
    ['车间着火了快来人', ['119']],
    ['报告领导 二车间起火', ['119']],
    ['昨天夜里着火，现在还在烧', ['119']],
    ['氨气泄漏了，工人在往外跑', ['119']],
    ['闻到一股煤气味，管道好像漏了', ['119']],
    ['刚才吊车倒了，压着一个人', ['120', '119']],
    ['有个工人手被机器卷进去了', ['120', '119']],
    ['有人从脚手架上摔下来了，快叫救护车', ['120']],
    ['两个师傅中毒晕倒', ['120']],
    ['锅炉压力下不来要爆', ['119']],
    ['没办法了 炉子要炸', ['119']],
    ['东边仓库塌了', ['119']],
    ['电梯里困了三个人', ['119']],
    ['河水漫进车间了 机器都泡了', ['119']],
    ['铝水在炉里，电停了一个钟头', ['95598', '119']],
    ['窑炉正烧着 突然断电', ['95598', '119']],
    ['冷库断电了，里面是疫苗', ['95598']],
    ['正在改造线路的师傅触电了', ['95598', '120']],
    ['配电房冒烟', ['119']],
    ['停电了 液氨冷库压力表往上跑 有人闻到味了', ['119', '95598']],
    ['液氨罐压力一直涨', ['119']],
    ['要账的拿着刀堵办公室', ['110']],
    ['再不给钱我就跳楼', ['110', '120']],
    ['大货车在厂门口侧翻了', ['122']],
    ['货船进水了', ['12395']],
  ])('%s → %j', (text, numbers) => {
    expect(proposeUrgency(text).urgency).toBe('critical')
    expect(proposeUrgency(text).words).not.toEqual([])
    expect(numbersFor(text)).toEqual(numbers)
  })
})

describe('money or production that stops within days is urgent', () => {
  it.each([
    '这个月底发不出工资工人要走',
    '续贷批了不放款，后天就要发工资了',
    '货款一直没到账，周五还得付电费和料钱',
    '账上没钱，下周要交社保',
    '尾款卡在审计，十五号是发薪日',
    '明天就要停产了',
    '限我们三天之内搬走',
    '银行说周五不还就逾期上征信',
    '账户被冻结了',
    '厂里停水两天了',
    '原料断了，生产线已经停了',
    '村民堵着大门，货出不去',
    '十万火急，帮帮忙',
    '过桥的钱后天就到期',
    '窑上要断气，三天内不解决就得停工',
    '今天来贴了封条，全厂停产',
    '收到通知，后天停电',
    '刚跳闸了 半天了没人来，跳闸到现在',
  ])('%s', (text) => {
    expect(proposeUrgency(text).urgency).toBe('urgent')
  })
})

describe('what is past, denied, feared, practised or a figure of speech is not pressing', () => {
  it.each([
    '去年我们厂着过火，保险到现在没赔',
    '没有着火，就是想问问消防验收',
    '消防检查太多了，一个月三次',
    '想问下消防演练怎么组织',
    '正在搞消防演练，路封了能不能开一下',
    '火灾保险怎么买划算',
    '万一停电了找谁',
    '担心泄漏，想做个安全评价',
    '上个月有个工人受伤，工伤认定不给办',
    '最近订单火爆，招不到普工',
    '业务员泄露商业秘密',
    '资金被困在项目里',
    '急死人了这个窗口办事',
    '群里炸锅了',
    '手续卡在审批局了',
    '我们卡在环评上半年了',
    '手机没电了刚看到',
    '没水平的人管着',
    '一炉铁水报废了，供电局不赔',
    '停电计划在哪里查',
    '经常停电，影响订单',
    '去年停电停得多，电费还涨了',
    '这周来查了三次还罚款',
    '今天大车过不去 门口路坏了',
    '我这边不急，你们有空再看',
    '工人把管道埋错了要重新规划',
    '高企申报材料有啥要求',
    '欠我们一百多万三年了',
    '顶不住要倒闭的同行很多，想建议降电费',
  ])('%s', (text) => {
    expect(proposeUrgency(text)).toEqual({ urgency: 'normal', words: [] })
  })
})

describe('the numbers to call first', () => {
  it('names the power company for a plain cut, and nobody for a bill', () => {
    expect(numbersFor('我们这片没电了')).toEqual(['95598'])
    expect(numbersFor('电费太高了')).toEqual([])
    expect(numbersFor('去年停电')).toEqual([])
  })

  it('names nobody for a loan', () => {
    expect(numbersFor('贷款后天到期')).toEqual([])
  })
})
