import { describe, expect, it } from 'vitest'
import { circularTexts } from '../../../../src/features/oversight/papers/circular.texts.ts'
import { compileCircular } from '../../../../src/features/oversight/papers/compile-circular.ts'
import { circularFigures } from './circular-figures.ts'
import { directory } from './paper-facts.ts'

const at = new Date('2026-11-02T09:00:00+08:00')
const visits = { head: '10月走访 14 次，到了 22 家企业。', lines: [], definition: '', aloud: '' }
const circular = compileCircular('2026-10', circularFigures(), { at, directory, visits })
const rowsOf = (heading: string) =>
  circular.sections.find((one) => one.heading.endsWith(heading))?.table?.rows

describe('the circular', () => {
  it('is a draft in its title, in chat and on every page', () => {
    expect(circular.title).toBe('关于2026年10月企业诉求办理情况的通报（草稿）')
    expect(circular.mark).toContain('草稿')
    expect(circularTexts.inChat(circular)).toMatch(/^【草稿/u)
    expect(circularTexts.asNotice(circular)).not.toContain('草稿）')
  })

  it('says each figure with its count, and against the month before', () => {
    expect(circular.sections[0]?.paragraphs).toEqual([
      '10月，新登记企业诉求 96 件，比9月多 9 件；办结 88 件，比9月少 3 件。',
      '10月末没办完的 64 件，9月末 56 件。截至 11月2日 09:00，超期没办完的 5 件。',
      '承办单位退回 4 件，转法定渠道 2 件，企业撤回 1 件，并单 3 件。',
    ])
    expect(rowsOf('办理质量')?.slice(0, 3)).toEqual([
      ['响应率', '95.7%（90/94）', '93.0%（80/86）', '升 2.7 个百分点'],
      ['解决率', '79.5%（70/88），剔除 4 件后 83.3%（70/84）', '82.4%（75/91）', '降 2.9 个百分点'],
      ['满意率', '85.0%（51/60）', '没有可算的（0 件）', '没法比'],
    ])
  })

  it('lists what was reported, the most first, and what fell to nothing', () => {
    expect(rowsOf('哪些方面')).toEqual([
      ['融资', '36 件', '31 件'],
      ['用工', '18 件', '12 件'],
      ['证照', '0 件', '2 件'],
    ])
  })

  it('of a thin month no category leads', () => {
    const of = (categories: ReturnType<typeof circularFigures>['categories']) =>
      compileCircular('2026-10', { ...circularFigures(), categories }, { at, directory, visits }).sections[2]
        ?.paragraphs
    expect(of([{ code: 'tax', value: { kind: 'count', n: 2 }, was: 1 }])).toEqual([
      '新登记的诉求，各类都不足 5 件，不排名。',
    ])
    expect(of([{ code: 'tax', value: { kind: 'count', n: 0 }, was: 1 }])).toEqual([
      '这个月没有新登记的诉求。',
    ])
  })

  it('ranks units of five and more; the others are named with their count', () => {
    expect(rowsOf('各单位办理情况')).toEqual([
      ['供电公司', '95.0%（19/20）', '90.0%（18/20）'],
      ['金融办', '83.3%（10/12）', '100.0%（12/12）'],
    ])
    expect(circular.sections[3]?.paragraphs).toEqual([
      '按解决率排列，括号里是件数。办结不足 5 件的单位不排名。',
      '不排名的：人社局 4 件、工商联直接办的 8 件。',
    ])
  })

  it('of a month that is not over says so', () => {
    const early = compileCircular('2026-11', circularFigures(), { at, directory, visits: undefined })
    expect(early.sections[0]?.paragraphs[0]).toContain('（截至 11月2日 09:00）')
    expect(early.notes.at(-1)).toContain('还没有过完')
    expect(early.sections.some(({ heading }) => heading.includes('走访'))).toBe(false)
  })
})
