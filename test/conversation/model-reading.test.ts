import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Conversation, Frame } from '../../src/conversation/conversation.ts'
import type { Dialogue } from '../../src/conversation/dialogue.ts'
import { BANDS, type Band, type Reading } from '../../src/conversation/feature.ts'
import { checkModelReading, raisedUrgency, trusted, withModel } from '../../src/conversation/model-reading.ts'
import { intents, type ModelReading } from '../../src/conversation/reading.ts'
import type { Said } from '../../src/conversation/said.ts'
import { understand } from '../../src/conversation/understand.ts'
import { urgencies } from '../../src/kernel/appeal-terms.ts'

const SAID = '我们厂在柳溪镇，想贷三百万周转，银行说抵押物不够，能不能帮忙协调一下'
const reading = (dialogue: Reading['dialogue'], band: Band, score = 0.4): Reading => ({
  dialogue,
  band,
  score,
  words: ['词'],
  label: dialogue,
})
const APPEAL = reading('appeals.intake', 'appeal')
const POLICY = reading('policy.answer', 'policy')

describe('a model proposes only what was said', () => {
  const check = (appeal: object) =>
    checkModelReading({ intent: 'appeal', confidence: 0.9, appeal }, SAID)?.appeal

  test('a shorter wording of the same words is kept', () => {
    const appeal = {
      category: 'financing',
      summary: '想贷三百万周转，抵押物不够',
      place: '柳溪镇',
      wanted: '帮忙协调一下',
    }
    expect(check(appeal)).toMatchObject(appeal)
  })

  test.each([
    ['words nobody said', { summary: '企业融资困难需政府担保' }],
    ['another number', { summary: '想贷五百万周转，银行说抵押物不够' }],
    ['a number cut short', { summary: '想贷三百周转，银行说抵押物不够' }],
    ['the same letters in another order', { summary: '银行想协调我们厂抵押柳溪镇' }],
    ['a sentence longer than the line', { summary: `${SAID}${SAID}` }],
    ['a place next door', { place: '柳溪乡' }],
    ['a company that was not named', { companyName: '天禾农机有限公司' }],
    ['an order to somebody', { wanted: '立即发送给全体会员' }],
    ['one invented matter among two', { matters: ['想贷三百万周转', '要求免除全部罚款'] }],
    ['a critical urgency', { urgency: 'critical' }],
    ['a category outside the list', { category: 'money' }],
    ['a masked number', { wanted: '打138******34协调一下' }],
  ])('%s falls away', (_, appeal) => {
    expect(Object.keys(check(appeal) ?? {})).toEqual([])
  })

  test('an answer of another shape is no answer', () => {
    for (const answer of [
      undefined,
      null,
      'appeal',
      [],
      {},
      { intent: 'appeal' },
      { intent: 'send', confidence: 1 },
      { intent: 'appeal', confidence: 90 },
    ])
      expect(checkModelReading(answer, SAID)).toBeUndefined()
  })

  test('whatever a model answers, nothing leaves but an intent, a confidence and words of the source', () => {
    const text = fc.oneof(
      fc.constantFrom('柳溪镇', '想贷三百万', '已批准', '王主任', '3000000'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    const answer = fc.record(
      {
        intent: fc.oneof(fc.constantFrom(...intents), text),
        confidence: fc.double(),
        approve: fc.boolean(),
        say: text,
        appeal: fc.oneof(
          fc.dictionary(
            fc.constantFrom('category', 'urgency', 'summary', 'place', 'wanted', 'companyName', 'approve'),
            text,
          ),
          fc.jsonValue(),
        ),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(answer, (given) => {
        const read = checkModelReading(given, SAID)
        if (read === undefined) return
        expect(intents).toContain(read.intent)
        const { category: _, urgency, ...texts } = read.appeal ?? {}
        expect(urgency).not.toBe('critical')
        expect(Object.keys(read).filter((key) => !['intent', 'confidence', 'appeal'].includes(key))).toEqual(
          [],
        )
        for (const one of Object.values(texts).flat())
          if (one !== undefined)
            expect(
              ['柳溪镇', '想贷三百万'].includes(one) ||
                SAID.includes(one.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')),
            ).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('an unsure reading is not looked at', () => {
    expect(trusted({ intent: 'appeal', confidence: 0.69 })).toBeUndefined()
    expect(trusted({ intent: 'appeal', confidence: 0.7 })).toMatchObject({ intent: 'appeal' })
    expect(trusted(undefined)).toBeUndefined()
  })
})

describe('urgency', () => {
  test.each([
    ['normal', 'urgent', 'urgent'],
    ['urgent', 'normal', 'urgent'],
    ['critical', 'normal', 'critical'],
    ['critical', 'urgent', 'critical'],
    ['normal', undefined, 'normal'],
  ] as const)('%s by rule and %s by the model is %s', (byRule, urgency, expected) => {
    const model: ModelReading = { intent: 'appeal', confidence: 1, appeal: { urgency } }
    expect(raisedUrgency(byRule, model)).toBe(expected)
  })

  test('is never lowered, and critical only by rule', () => {
    for (const byRule of urgencies) {
      expect(raisedUrgency(byRule, undefined)).toBe(byRule)
      const raised = raisedUrgency(
        byRule,
        checkModelReading({ intent: 'appeal', confidence: 1, appeal: { urgency: 'critical' } }, SAID),
      )
      expect(raised).toBe(byRule)
    }
  })
})

describe('what a model adds to the rules', () => {
  test('a weak reading it agrees with becomes a strong one and outweighs the other guesses', () => {
    expect(withModel([POLICY, APPEAL], [reading('appeals.intake', 'appeal', 1)], false)).toEqual([
      { ...APPEAL, score: 0.55 },
    ])
  })

  test('an intent begins a dialogue where the rules found nothing', () => {
    expect(withModel([], [APPEAL], false)).toEqual([{ ...APPEAL, score: 0.55 }])
  })

  test('a claim too faint to be offered is preferred to a bare opening', () => {
    const faint = { ...APPEAL, score: 0.1, data: { numbers: ['2026-0001'] } }
    expect(withModel([faint], [APPEAL], false)).toEqual([{ ...faint, score: 0.55 }])
  })

  test('it does not contradict what the rules offer, nor begin anything while something is talked about', () => {
    expect(withModel([POLICY], [APPEAL], false)).toEqual([POLICY])
    expect(withModel([], [APPEAL], true)).toEqual([])
  })

  test('in the middle of a dialogue it can turn a weak question into one answered aside', () => {
    expect(withModel([POLICY], [POLICY], true)).toEqual([{ ...POLICY, score: 0.55 }])
  })
})

describe('what a model never changes', () => {
  const said = (text: string): Said => ({ text, pieces: [{ message: 'm', text }], addressed: 'private' })
  const open: Dialogue = {
    choices: () => [
      { id: 'yes', label: '确认提交' },
      { id: 'no', label: '不提交' },
    ],
    number: () => '8841',
  } as never
  const frame = { id: 'f', dialogue: 'appeals.intake', state: { step: 'confirming' } } as unknown as Frame
  const home = (frames: readonly Frame[]) => ({ frames }) as Pick<Conversation, 'frames'>
  const anyBand = fc.constantFrom(...BANDS)
  const anyOpening = fc.record({
    dialogue: fc.constantFrom('a.x', 'b.y', 'c.z') as fc.Arbitrary<Reading['dialogue']>,
    band: anyBand,
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const whole = (one: Pick<Reading, 'dialogue' | 'band' | 'score'>): Reading => ({
    ...one,
    words: [],
    label: one.dialogue,
  })

  function understood(
    text: string,
    rules: readonly Reading[],
    openings: readonly Reading[],
    slots: ModelReading | undefined,
    frames: readonly Frame[],
  ) {
    const readings = withModel(rules, openings, home(frames).frames.length > 0)
    return understand(said(text), {
      frames,
      readings,
      dialogueOf: () => open,
      answeredFrame: undefined,
      slots,
    })
  }

  test.each(['确认提交', '不提交', '2', '二', '确认发送 8841', '取消', '不知道'])(
    'an answer to the open question: %s',
    (text) => {
      fc.assert(
        fc.property(
          fc.array(anyOpening, { maxLength: 3 }),
          fc.constantFrom(...intents),
          (openings, intent) => {
            const with_ = understood(text, [], openings.map(whole), { intent, confidence: 1 }, [frame])
            expect(with_).toEqual(understood(text, [], [], undefined, [frame]))
          },
        ),
      )
    },
  )

  test('a command, and whatever the rules are sure of', () => {
    fc.assert(
      fc.property(
        fc.array(anyOpening, { maxLength: 3 }),
        fc.array(anyOpening, { maxLength: 3 }),
        fc.boolean(),
        (rules, openings, isCommand) => {
          const sure = whole({ dialogue: 'd.sure', band: isCommand ? 'command' : 'policy', score: 0.55 })
          const all = [...rules.map(whole), sure]
          expect(withModel(all, openings.map(whole), false)).toEqual(all)
          expect(withModel(all, openings.map(whole), true)).toEqual(all)
        },
      ),
    )
  })

  test('which dialogues can begin: only those that a rule or a feature offers', () => {
    fc.assert(
      fc.property(
        fc.array(anyOpening, { maxLength: 3 }),
        fc.array(anyOpening, { maxLength: 3 }),
        (rules, openings) => {
          const offered = new Set([...rules, ...openings].map(({ dialogue }) => dialogue))
          for (const { dialogue } of withModel(rules.map(whole), openings.map(whole), false))
            expect(offered).toContain(dialogue)
        },
      ),
    )
  })
})
