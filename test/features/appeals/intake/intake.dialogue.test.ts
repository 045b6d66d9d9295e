import { expect, test } from 'vitest'
import type { Step } from '../../../../src/conversation/dialogue.ts'
import type { Turn, TurnContent } from '../../../../src/conversation/turn.ts'
import type { AppealsEffect } from '../../../../src/features/appeals/appeals.effects.ts'
import { intakeDialogue } from '../../../../src/features/appeals/intake/intake.dialogue.ts'
import type { IntakeState } from '../../../../src/features/appeals/intake/intake-state.ts'
import { DIRECTORY, member, NOW, said, says, stranger } from '../county.ts'

const facts = { directory: DIRECTORY, number: '2026-0012' }
const start = (turn: Turn) =>
  intakeDialogue.start(turn, facts, { data: undefined, onTop: false, frame: 'fr' })
const next = (step: Step<IntakeState, AppealsEffect>, content: TurnContent, by = member) =>
  intakeDialogue.next(step.state, { by, ...content }, facts)
const text = (step: Step<IntakeState>) => step.says.map((one) => one.text).join('\n')

test('a matter is read back at once, with a yes and a no, and at most three questions beside it', () => {
  const begun = start(says('我们的续贷一直不放款，能不能帮忙协调', stranger))
  expect(begun.state.step).toBe('confirming')
  expect(begun.says[0]?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
  expect(text(begun).match(/^· /gm)?.length).toBeLessThanOrEqual(3)
  expect(text(begun)).toContain('是哪家企业的事')
})

test('what was asked stays beside the read-back until it is answered or let go, and nothing new is asked', () => {
  const begun = start(says('我们的续贷一直不放款，能不能帮忙协调', stranger))
  const more = next(begun, { kind: 'say', said: said('顺发纸箱厂的') }, stranger)
  expect(text(more)).toContain('企业：顺发纸箱厂')
  expect(text(more)).not.toContain('是哪家企业的事')
  expect(text(more)).toContain('哪个支行')
  const asked = text(more).match(/^· /gm)?.length ?? 1
  expect(asked).toBeLessThanOrEqual(text(begun).match(/^· /gm)?.length ?? 1)
  expect(text(next(more, { kind: 'skip' }, stranger))).not.toContain('还想')
})

test.each([
  '消防这个月来了三回，每回都要停半天机，不想让人知道是我说的',
  '别写我名字，园区物业老来卡我们的货车',
])('who tells something is read back, not asked for what was just said: %s', (words) => {
  const begun = start(says(words))
  expect(begun.state.step).toBe('confirming')
  expect(text(begun)).toContain(words)
})

test('a yes files exactly what was read back', () => {
  const done = next(start(says('我们的续贷一直不放款，能不能帮忙协调')), { kind: 'yes' })
  expect(done.state.step).toBe('filed')
  expect(done.effects).toMatchObject([
    {
      kind: 'appeals.file',
      number: '2026-0012',
      draft: { category: 'financing', text: '我们的续贷一直不放款，能不能帮忙协调' },
    },
  ])
})

test('不提交 ends it, 不对 asks what is to be put right', () => {
  const begun = start(says('我们的续贷一直不放款，能不能帮忙协调'))
  expect(next(begun, { kind: 'no' }).state.step).toBe('abandoned')
  const wrong = next(begun, { kind: 'no', said: said('不对') })
  expect(wrong.state.step).toBe('collecting')
  const put = next(wrong, { kind: 'say', said: said('类别是用工') })
  expect(text(put)).toContain('用工')
  expect(put.state.step).toBe('confirming')
})

test('an emergency is filed with the first word and takes what follows', () => {
  const begun = start(says('车间停电了，炉子里还有铁水', member, 'm-1'))
  expect(begun.state).toMatchObject({ step: 'supplementing', number: '2026-0012' })
  expect(begun.effects).toMatchObject([
    { kind: 'appeals.file', unread: true, draft: { urgency: 'critical' } },
  ])
  const more = next(begun, { kind: 'say', said: said('工业路12号，整条路都停了', 'm-2') })
  expect(more.effects).toMatchObject([
    {
      kind: 'appeals.amend',
      number: '2026-0012',
      draft: { text: '车间停电了，炉子里还有铁水\n工业路12号，整条路都停了' },
    },
  ])
  expect(next(begun, { kind: 'skip' }).state.step).toBe('filed')
})

test('an emergency is not waited for hours later: another matter begins anew', () => {
  const begun = start(says('车间停电了，炉子里还有铁水', member, 'm-1'))
  const later = { ...member, at: new Date(NOW.getTime() + 3 * 3_600_000) }
  const other = intakeDialogue.next(begun.state, says('招不到人，想组织一场招聘会', later, 'm-2'), facts)
  expect(other.effects).toMatchObject([
    { kind: 'appeals.begin', pieces: [{ text: '招不到人，想组织一场招聘会' }] },
  ])
})

test('the draft follows an edit and a withdrawal, and holds only its own messages', () => {
  const begun = start(says('我们的续贷一直不放款，能不能帮忙协调', member, 'm-1'))
  expect(intakeDialogue.holds?.(begun.state, 'm-1')).toBe(true)
  expect(intakeDialogue.holds?.(begun.state, 'm-2')).toBe(false)
  const edited = next(begun, { kind: 'edited', message: 'm-1', text: '我们厂招不到工人，能不能组织招聘会' })
  expect(text(edited)).toContain('用工')
  expect(next(edited, { kind: 'withdrawn', message: 'm-1' }).state.step).toBe('abandoned')
})

test('three days without a word end it with a word', () => {
  expect(intakeDialogue.idleMinutes).toBe(3 * 24 * 60)
  const silent = next(start(says('我们的续贷一直不放款，能不能帮忙协调')), { kind: 'silence' })
  expect(silent.state.step).toBe('abandoned')
  expect(text(silent)).toContain('没有登记')
})

test('a purchase of one’s own is sent to 12315 and files nothing', () => {
  const turned = start(says('我买的空调坏了，商家不给退货'))
  expect(turned.state.step).toBe('turnedAway')
  expect(text(turned)).toContain('12315')
})

test('a matter before a court is told its route, and is filed as referred when they insist', () => {
  const told = start(says('合同纠纷法院已经立案了，能不能帮忙催一下判决'))
  expect(text(told)).toContain('人民法院')
  expect(told.says[0]?.choices?.[0]).toEqual({ id: 'yes', label: '仍要登记' })
  expect(next(told, { kind: 'yes' }).effects).toMatchObject([
    { kind: 'appeals.file', draft: { route: '人民法院' } },
  ])
})

test('who wants to stay unknown is not asked whose matter it is', () => {
  const begun = start(says('镇政府拖欠我们工程款36万两年了，别说是我反映的', stranger))
  expect(text(begun)).not.toContain('是哪家企业的事')
  expect(text(begun)).toContain('封存')
})

test('after two vague lines what was said is taken down as it is', () => {
  const asked = start(says('我要反映个问题'))
  expect(asked.state.step).toBe('collecting')
  const again = next(asked, { kind: 'say', said: said('就那个事', 'm-2') })
  expect(again.state.step).toBe('collecting')
  const taken = next(again, { kind: 'say', said: said('村口那边的事情', 'm-3') })
  expect(taken.state.step).toBe('confirming')
})

test('thanks are not added to a draft, and a photo is', () => {
  const begun = start(says('我们的续贷一直不放款，能不能帮忙协调'))
  const thanked = next(begun, { kind: 'say', said: said('谢谢') })
  expect(thanked.state).toEqual(begun.state)
  const file = { sha256: 'a'.repeat(64), name: '回单.jpg', kind: 'image' as const }
  const shown = next(begun, {
    kind: 'say',
    said: { text: '', pieces: [{ message: 'm-9', text: '', files: [file] }], addressed: 'private' },
  })
  expect(text(shown)).toContain('附件：1 个')
})
