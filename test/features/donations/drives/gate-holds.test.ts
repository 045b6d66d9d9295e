import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { missingOf } from '../../../../src/features/donations/drives/gate.ts'
import { mostLetters } from '../../../../src/features/donations/drives/most-letters.ts'
import { dayOf } from '../../../../src/kernel/clock.ts'
import { type Chat, openChat } from '../../../support/chat.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const FORM = `慈善组织：云岭县慈善总会
公募资格证书号：53330000MJ0000123X
方案备案号：53330000MJ0000123XA26003
期限：3月2日至3月20日
用途：购买水泵
受益人：柳溪镇受灾群众
账户名：云岭县慈善总会
查询方式：慈善总会网站`
const LINES = [
  ...FORM.split('\n'),
  '公募资格证书号：待补',
  '账户名：云岭县工商业联合会',
  '慈善组织：农机商会',
  '期限：1月1日至1月2日',
  '用途：买水泵，先交到商会代收',
  '目的：每家至少捐一千',
  '网页：https://qr.alipay.com/abc',
  '每个群最多发一次',
  '每群最多：99次',
  '范围：茶业商会',
  '范围：全体',
]
const STAFF = ['u-song', 'u-ren']
const ALL = [...STAFF, 'u-fu', 'u-he', 'u-ma', 'u-jiang', 'u-shen', 'u-jin']

type Move =
  | { readonly kind: 'says'; readonly who: string; readonly text: string }
  | { readonly kind: 'presses'; readonly who: string; readonly choice: string }
  | { readonly kind: 'confirms'; readonly who: string; readonly words: string }
  | { readonly kind: 'waits'; readonly days: number }
  | { readonly kind: 'books'; readonly drive: number }

const number = fc.integer({ min: 1, max: 3 })
const says = (who: readonly string[], text: fc.Arbitrary<string>): fc.Arbitrary<Move> =>
  fc.record({ kind: fc.constant('says' as const), who: fc.constantFrom(...who), text })
const single: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: says(ALL, fc.constantFrom(...LINES)) },
  { weight: 3, arbitrary: says(STAFF, fc.constantFrom('提交审批', '取消', '直接发，不用审')) },
  { weight: 3, arbitrary: says(ALL, fc.constantFrom('同意', '同意发出', '不同意', '确认', '发')) },
  {
    weight: 6,
    arbitrary: says(
      ALL,
      fc
        .tuple(
          fc.constantFrom('继续募捐', '停止募捐', '结束募捐', '发进展 募捐', '撤回募捐', '恢复发送募捐'),
          number,
          fc.constantFrom('', '', ' 更正 改成每家必须捐'),
        )
        .map(([what, n, rest]) => `${what}${n}${rest}`),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('presses' as const),
      who: fc.constantFrom(...ALL),
      choice: fc.constantFrom('yes', 'no'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('confirms' as const),
      who: fc.constantFrom(...ALL),
      words: fc.constantFrom('确认发送', '同意'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('waits' as const), days: fc.integer({ min: 1, max: 3 }) }),
  },
)
/** What leads somewhere, if nothing stands against it; chance alone would hardly ever get that far. */
const story: fc.Arbitrary<readonly Move[]> = fc.oneof(
  fc.tuple(
    says(STAFF, fc.constant(`发起募捐 抗旱救灾\n${FORM}`)),
    fc.constant<Move>({ kind: 'says', who: 'u-song', text: '提交审批' }),
    fc.constant<Move>({ kind: 'confirms', who: 'u-fu', words: '确认发送' }),
  ),
  fc.tuple(
    number.map((drive): Move => ({ kind: 'books', drive })),
    number.map((n): Move => ({ kind: 'says', who: 'u-song', text: `发进展 募捐${n}：水泵到了` })),
    fc.constant<Move>({ kind: 'says', who: 'u-song', text: '提交审批' }),
    fc.constant<Move>({ kind: 'confirms', who: 'u-fu', words: '确认发送' }),
  ),
)
const moves = fc
  .array(fc.oneof({ weight: 3, arbitrary: single.map((one) => [one]) }, { weight: 2, arbitrary: story }), {
    minLength: 60,
    maxLength: 60,
  })
  .map((some) => some.flat())

let gifts = 0
async function take(one: Move): Promise<void> {
  if (one.kind === 'says') chat.as(one.who).says(one.text)
  else if (one.kind === 'presses') chat.as(one.who).chooses(one.choice)
  else if (one.kind === 'waits') await chat.advance(one.days * 24 * 3_600_000)
  else if (one.kind === 'books') await book(one.drive)
  else {
    const asked = chat.all().findLast(({ text }) => /编号 \d{4}/u.test(text))
    chat.as(one.who).says(`${one.words} ${/编号 (\d{4})/u.exec(asked?.text ?? '')?.[1] ?? '8841'}`)
  }
}

function book(drive: number): Promise<void> {
  const { storage, clock } = chat.house
  gifts++
  return storage.transactions.inOne(clock.now(), async (work) =>
    storage.gifts.putGift(
      {
        id: `gift:${gifts}`,
        version: 1,
        number: gifts,
        drive: `drive:${drive}`,
        given: { kind: 'money', fen: 100_00 },
        donor: { kind: 'person', name: '不具名的人' },
        consent: 'anonymous',
        bookedOn: dayOf(clock.now()),
        state: 'booked',
        by: 'song',
        at: clock.now(),
      },
      work,
    ),
  )
}

/** What is true of whatever reached a group by now. */
async function look(
  seen: number,
): Promise<{ readonly seen: number; readonly calls: number; readonly reports: number }> {
  const { storage, clock } = chat.house
  const fresh = chat
    .all()
    .slice(seen)
    .filter(({ to, text }) => to.kind === 'group' && text.includes('募捐'))
  return storage.transactions.inOne(clock.now(), async (work) => {
    const drives = await storage.donations.listAll(work)
    const mailings = await storage.mailings.listAll('donations', work)
    for (const { text } of fresh) {
      const mailing = mailings.find((one) => one.text === text && one.startedAt !== undefined)
      const drive = drives.find((one) => one.number === mailing?.number)
      expect(mailing, `nobody approved: ${text}`).toBeDefined()
      expect(['ren', 'fu']).toContain(mailing?.decidedBy)
      expect(mailing?.decidedBy).not.toBe(mailing?.preparedBy)
      expect(missingOf(drive?.fields ?? {}, dayOf(clock.now()))).toEqual([])
      expect(drive?.closedAt).toBeUndefined()
      expect(text).toContain('全凭自愿')
    }
    for (const drive of drives) {
      const counts = await storage.donations.lettersByChat(drive.number, undefined, work)
      for (const count of counts.values()) expect(count).toBeLessThanOrEqual(mostLetters(drive.fields))
    }
    return {
      seen: chat.all().length,
      calls: fresh.filter(({ text }) => text.startsWith('【倡议书】')).length,
      reports: fresh.filter(({ text }) => text.startsWith('【募捐进展】')).length,
    }
  })
}

it('no order of commands, by whomever, brings a letter of a drive out past the gate', async () => {
  let seen = 0
  let calls = 0
  let reports = 0
  const [all = []] = fc.sample(moves, { seed: 20_260_302, numRuns: 1 })
  for (const one of all) {
    await take(one)
    // A minute passes, so that nobody is taken for a program.
    await chat.advance(60_000)
    const found = await look(seen)
    seen = found.seen
    calls += found.calls
    reports += found.reports
  }
  // Otherwise the gate was never put to the test.
  expect(calls).toBeGreaterThan(0)
  expect(reports).toBeGreaterThan(0)
}, 120_000)
