import { describe, expect, it } from 'vitest'
import type { BriefSheet } from '../../../../src/features/oversight/papers/brief-sheet.ts'
import { compileBrief } from '../../../../src/features/oversight/papers/compile-brief.ts'
import type { BriefFacts } from '../../../../src/features/oversight/papers/papers.store.ts'
import { facts, making, now } from './paper-facts.ts'

const pages = (...some: readonly BriefFacts[]) => compileBrief(some, making)
const page = (...some: readonly BriefFacts[]) => pages(...some)[0] as BriefSheet
const linesOf = (one: BriefFacts, label: string) =>
  page(one).matters[0]?.facts.find((fact) => fact.label === label)?.lines

describe('a page says of a matter', () => {
  it('which it is, how it stands, and everything in the words of the ledger', () => {
    expect(page(facts())).toEqual({
      title: '协调会材料',
      subtitle: '云岭县工商业联合会；1 件；截至 11月23日 08:00',
      matters: [
        {
          head: '2026-0312 宏远机械制造有限公司',
          state: '融资 · 紧急 · 超期 3 个工作日',
          isLate: true,
          facts: [
            {
              label: '反映',
              lines: ['流动资金贷款月底到期，银行说不续，联系 138******78', '希望：先续半年'],
            },
            { label: '承办', lines: ['金融办（协办 人社局），办理中'] },
            {
              label: '时间',
              lines: ['10月31日登记，到今天 23 天；时限 11月18日，已超期 3 个工作日；企业催办 2 次'],
            },
            {
              label: '办过',
              lines: [
                '11月1日 工商联派单：金融办，办理时限 5 个工作日',
                '11月3日 金融办：已联系农商行，要补评估报告',
                '11月12日 人社局：可以先缓缴社保',
              ],
            },
            { label: '待定', lines: ['已超期 3 个工作日，还要多久、卡在哪里'] },
          ],
        },
      ],
      foot: '内容取自诉求台账，办理情况用承办单位自己的话；“待定”按办理状态列出，供会上议。电话、账号已隐去。',
    })
  })

  it('of a sealed one neither who nor in which words', () => {
    const sealed = facts({ wish: null, history: [] }, { sealed: true, company: null, summary: null })
    expect(page(sealed).matters[0]?.head).toBe('2026-0312 （身份封存）')
    expect(linesOf(sealed, '反映')).toEqual(['身份封存，原话不写进材料'])
    expect(linesOf(sealed, '办过')).toEqual(['台账里还没有办理记录'])
  })

  it('what has to be decided, by what its state leaves open', () => {
    const open = { status: 'inProgress', dueAt: null } as const
    const back = { at: now, act: 'sendBack', role: 'handler', unit: 'unit-0', note: '不归我们管' } as const
    const cases: readonly (readonly [BriefFacts, readonly string[]])[] = [
      [
        facts({ handOffs: 1, history: [back] }, { status: 'sentBack', unit: null, dueAt: null }),
        ['由哪个单位承办（金融办退回：不归我们管）'],
      ],
      [facts({ handOffs: 3 }, open), ['退回 3 次，承办单位要会上定']],
      [
        facts(
          { history: [{ at: now, act: 'pause', role: 'handler', unit: 'unit-0', note: '等上级批复' }] },
          { status: 'paused' },
        ),
        ['暂停中（等上级批复），什么条件下恢复、谁来盯'],
      ],
      [
        facts({ extension: { askedAt: now, reason: '等评估报告。', unit: 'unit-0' } }, open),
        ['金融办申请延期（等评估报告），是否同意'],
      ],
      [
        facts(
          {
            instructions: [
              { givenBy: 'jiang', givenAt: now, dueAt: null, text: '三天内拿出办法', isReported: false },
            ],
          },
          open,
        ),
        ['江远副县长 11月23日要求“三天内拿出办法”，还没回'],
      ],
      [facts({ meetingAskedAt: now }, open), ['11月23日起等着上会']],
      [facts({}, open), ['台账里没有登记要会上定的事，请承办单位会上说明']],
      [facts({}, { status: 'resolved' }), ['已办结，不用议；放在这里供参考']],
    ]
    for (const [one, lines] of cases) expect(linesOf(one, '待定')).toEqual(lines)
  })
})

it('where many share a page each keeps a line for each fact', () => {
  const tersest = pages(...Array.from({ length: 8 }, () => facts())).at(-1)
  for (const { facts: all } of tersest?.matters ?? []) {
    expect(all.map(({ label }) => label)).toEqual(['反映', '承办', '办过', '待定'])
    for (const { lines } of all) expect(lines).toHaveLength(1)
  }
  expect(tersest?.matters[0]?.facts[2]?.lines).toEqual(['11月12日 人社局：可以先缓缴社保（前面还有 2 条）'])
})
