import { describe, expect, it } from 'vitest'
import { findInstruction, withoutCall } from '../../../src/features/tasks/instruction-words.ts'
import { wishOf, withShown } from '../../../src/features/tasks/plan-giving.ts'

const AT = new Date('2026-03-05T10:00:00+08:00')

describe('what is an instruction', () => {
  it.each([
    '转给王县长阅，三天内回我',
    '转王县长阅，三天内回我。',
    '把 0312 号转给王县长阅，三天内回我。',
    '请金融办牵头，周五前办结',
    '让金融办抓紧办',
    '请财政局牵头研究，周五前报我',
    '0312 督办',
    '督办0312',
    '督办一下这件',
    '312号转住建局办理，五天内报我',
    '0312给金融办，周五前给我个说法',
    '请供电公司今天下班前到企业说明情况',
    '同意，请金融办按程序办',
    '抓紧协调解决',
    '限期三天办结',
    '11月30日前办结',
    '转金波办',
    '叫王局三天之内报我',
    '这个事请你们盯着',
    '责成人社局限期整改，处理结果报我',
    '金融办务必本周内拿出方案',
    '天禾农机续贷的事请金融办关注一下',
    '五峰铸件停电那个事转给供电公司',
    '超期的那几件请各单位抓紧，周五前报我',
    '没派单的这几个请工商联今天派下去',
    '这三件都抓紧',
    '前两件尽快',
    '这几个全都要抓紧办',
  ])('%s', (text) => expect(findInstruction(text, AT)).toBeDefined())

  it.each([
    '金融办办完没有',
    '督办的还有几件没办完？',
    '0312 到哪一步了',
    '我包的企业还有几件没办完',
    '金融办手里压着几件',
    '请金融办办理的有几件',
    '哪几件请金融办牵头了',
    '昨天有啥新情况',
    '天禾农机那个贷款谁在办',
    '我们厂的贷款请帮忙协调解决',
    '想反映一下路的问题，请有关部门解决',
    '谢谢',
    '好的',
    '收到',
    '这个月办结了几件',
    '批示办得怎么样了',
    '请列出商贸物流商会目前尚未分派承办单位的诉求，谢谢',
    '请按承办部门给出今年按时办结率的排名，从高到低即可',
    '转领导语音 知识产权的诉求还有没有没办完的',
  ])('%s is none', (text) => expect(findInstruction(text, AT)).toBeUndefined())
})

describe('which appeal it is about', () => {
  const one = '2026-0003 天禾农机有限公司“续贷”（融资）：已登记'
  const two = '2026-0003 天禾农机 …\n2026-0007 五峰铸件 …'
  it.each([
    ['把 0312 号转给王县长阅', undefined, ['2026-0312', '2025-0312'], []],
    ['督办312', undefined, ['2026-0312', '2025-0312'], []],
    ['2025-0031 请金融办办', undefined, ['2025-0031'], []],
    ['请金融办办', one, ['2026-0003'], []],
    ['请金融办办', two, [], ['2026-0003', '2026-0007']],
    ['0007 请金融办办', two, ['2026-0007', '2025-0007'], []],
    ['请金融办三天内办', undefined, [], []],
  ])('%s as an answer to %s', (text, answered, alternatives, candidates) =>
    expect(wishOf(text, answered, AT)).toMatchObject({ alternatives, candidates }),
  )
})

it('the call in front is no part of the words', () => {
  expect(withoutCall('@娘家 请金融办抓紧办')).toBe('请金融办抓紧办')
})

describe('of a told number with several matters', () => {
  const digest = '早报 3月2日（周一）：3月1日的情况\n新增 2 件（明细3）'
  const meant = (text: string) => withShown(wishOf(text, digest, AT), ['2026-0002', '2026-0003'])

  it('one that is not named by its place is asked for, and not taken for all of them', () => {
    expect(meant('停电那件让供电公司今天就去，明天报我')).toMatchObject({
      alternatives: [],
      candidates: ['2026-0002', '2026-0003'],
    })
    expect(withShown(wishOf('停电那件让供电公司去看', digest, AT), ['2026-0002'])).toMatchObject({
      alternatives: ['2026-0002'],
    })
  })
  it('these two of a list of three could be any two of it, and are asked', () => {
    const three = ['2026-0002', '2026-0003', '2026-0004']
    expect(withShown(wishOf('这两件都抓紧', digest, AT), three)).toMatchObject({ candidates: three })
    expect(withShown(wishOf('这三件都抓紧', digest, AT), three)).toMatchObject({
      alternatives: ['2026-0002'],
      also: [['2026-0003'], ['2026-0004']],
    })
  })
  it('without a word of which, and with 那几件, all of them are meant', () => {
    for (const text of ['请各单位抓紧，周五前报我', '新增的那几件请各单位抓紧，周五前报我'])
      expect(meant(text)).toMatchObject({ alternatives: ['2026-0002'], also: [['2026-0003']] })
  })
})
