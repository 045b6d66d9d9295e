import type { Dialogue } from '../../../src/conversation/dialogue.ts'
import type { TurnContent } from '../../../src/conversation/turn.ts'
import { followUpDialogue } from '../../../src/features/appeals/asker/follow-up.dialogue.ts'
import { statusDialogue } from '../../../src/features/appeals/asker/status.dialogue.ts'
import { withdrawDialogue } from '../../../src/features/appeals/asker/withdraw.dialogue.ts'
import { intakeDialogue } from '../../../src/features/appeals/intake/intake.dialogue.ts'
import { dispatchDialogue } from '../../../src/features/appeals/staff/dispatch.dialogue.ts'
import { listDialogue } from '../../../src/features/appeals/staff/list.dialogue.ts'
import { showDialogue } from '../../../src/features/appeals/staff/show.dialogue.ts'
import { orderDialogue } from '../../../src/features/appeals/unit/order.dialogue.ts'
import { resolveDialogue } from '../../../src/features/appeals/unit/resolve.dialogue.ts'
import { unitListDialogue } from '../../../src/features/appeals/unit/unit-list.dialogue.ts'
import type { Journey } from '../../support/explore.ts'
import { APPEAL, DIRECTORY, handler, member, NOW, said, staff, stranger } from './county.ts'

export interface Explored {
  readonly dialogue: Dialogue
  readonly journey: Journey
}

const say = (text: string, message: string): TurnContent => ({ kind: 'say', said: said(text, message) })

/** What leaves a person's hands only with their yes. Their own answers and questions are theirs to give. */
const BINDING = [
  'appeals.file',
  'appeals.dispatch',
  'appeals.sendBack',
  'appeals.resolve',
  'appeals.withdraw',
]

const confirmed: Journey['confirmed'] = (effect) => {
  // A critical matter is filed at once and corrected afterwards.
  if ((effect as { unread?: boolean }).unread === true) return 'free'
  return BINDING.includes(effect.kind) ? 'needs-yes' : 'free'
}

const number = { serial: 12 }
const found = (status: typeof APPEAL.status, as: 'staff' | 'unit' | 'asker') => ({
  kind: 'found',
  as,
  appeal: { ...APPEAL, status, unit: as === 'unit' ? 'treasury' : null, resolution: '已协调' },
  history: [],
})
const facts = { directory: DIRECTORY, own: [APPEAL], number: '2026-0012' }

const told: TurnContent = say('农行的贷款到期了，续贷一直不放款，能不能帮忙协调', 'm-1')

export const exploredDialogues: readonly Explored[] = [
  {
    dialogue: intakeDialogue,
    journey: {
      starts: {
        'tells a matter': { turn: told },
        'only calls': { turn: say('我要反映个问题', 'm-0') },
        'tells an emergency': { turn: say('车间停电了，炉子里还有铁水', 'm-9') },
        'tells of a purchase': { turn: say('我买的空调坏了商家不给退货', 'm-8') },
        'tells two matters': {
          turn: say('我们有两个事，一个是门口的路塌了大车进不来，一个是想贷50万周转', 'm-10'),
        },
        'is before a court': { turn: say('合同纠纷法院已经立案了，帮忙催一下判决', 'm-7') },
        'comes from a refused question': {
          turn: {
            kind: 'invited',
            data: { pieces: [{ message: 'm-6', place: 'p', text: '续贷怎么办' }], group: null },
          },
        },
      },
      moves: {
        'tells more': say('客户经理姓吕，城关支行', 'm-2'),
        'corrects the category': say('不是融资，是用工', 'm-3'),
        'says thanks': say('谢谢', 'm-4'),
        'changes a message': { kind: 'edited', message: 'm-1', text: '农行的贷款批不下来' },
        'takes a message back': { kind: 'withdrawn', message: 'm-1' },
        'says it is wrong': { kind: 'no', said: said('不对', 'm-5') },
      },
      facts: () => facts,
      by: stranger,
      confirmed,
    },
  },
  {
    dialogue: statusDialogue,
    journey: {
      starts: {
        asks: { turn: say('到哪一步了', 'm-1'), data: { isReminder: false } },
        reminds: { turn: say('都三天了', 'm-1'), data: { isReminder: true } },
      },
      moves: {},
      facts: () => facts,
      by: member,
      confirmed,
    },
  },
  {
    dialogue: withdrawDialogue,
    journey: {
      starts: {
        'names a number': { turn: say('撤回 0012', 'm-1'), data: { number } },
        'has no such number': { turn: say('撤回 0013', 'm-1'), data: { number: { serial: 13 } } },
      },
      moves: { 'says something else': say('等一下', 'm-2') },
      facts: (_state, turn) => ({
        lookup:
          turn.kind === 'say' && turn.said.text.endsWith('13') ? { kind: 'none' } : found('filed', 'asker'),
      }),
      by: member,
      confirmed,
    },
  },
  {
    dialogue: followUpDialogue,
    journey: {
      starts: {
        'is asked': {
          turn: {
            kind: 'invited',
            data: { number: '2026-0012', summary: '续贷', unit: '金融办', done: '已放款' },
          },
        },
        'says it is solved': { turn: say('0012 解决了', 'm-1'), data: { number } },
      },
      moves: {
        'gives a reason': say('账上还没见到钱', 'm-2'),
        'tells another matter': say('另外我们门口的路塌了，大车进不来，没人管，能不能帮忙反映', 'm-3'),
      },
      facts: () => ({ lookup: found('resolved', 'asker') }),
      by: member,
      confirmed,
    },
  },
  {
    dialogue: listDialogue,
    journey: {
      starts: { asks: { turn: say('待派单', 'm-1'), data: { list: 'undispatched', page: 1 } } },
      moves: {},
      facts: () => ({ directory: DIRECTORY, page: { total: 1, appeals: [APPEAL], page: 1 } }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: showDialogue,
    journey: {
      starts: { asks: { turn: say('看 0012', 'm-1'), data: { number } } },
      moves: {},
      facts: () => ({ directory: DIRECTORY, lookup: found('filed', 'staff') }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: dispatchDialogue,
    journey: {
      starts: {
        'names unit and days': {
          turn: say('派单 0012 金融办 3天', 'm-1'),
          data: { number, unitWords: '金融办', days: 3 },
        },
        'names no unit that is known': {
          turn: say('派单 0012 水利局', 'm-1'),
          data: { number, unitWords: '水利局' },
        },
        'names no number': { turn: say('派单', 'm-1'), data: { unitWords: '' } },
      },
      moves: { 'changes the days': say('改成5天', 'm-2'), 'changes the unit': say('给供电公司', 'm-3') },
      facts: () => ({
        directory: DIRECTORY,
        lookup: found('filed', 'staff'),
        plan: { dueAt: new Date(NOW.getTime() + 3 * 86_400_000), handlers: 2, reachable: 1 },
      }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: orderDialogue,
    journey: {
      starts: {
        'is dispatched': {
          turn: {
            kind: 'invited',
            data: { number: '2026-0012', summary: '续贷', text: '工商联派单 2026-0012' },
          },
        },
        'sends back': { turn: say('退回 0012', 'm-1'), data: { verb: 'sendBack', number, words: '' } },
        acknowledges: { turn: say('签收 0012', 'm-1'), data: { verb: 'acknowledge', number, words: '' } },
      },
      moves: { 'gives a reason': say('不归我们管，建议转人社局', 'm-2'), 'says it came': say('收到', 'm-3') },
      facts: () => ({ lookup: found('dispatched', 'unit') }),
      by: handler,
      confirmed,
    },
  },
  {
    dialogue: resolveDialogue,
    journey: {
      starts: {
        'says what was done': {
          turn: say('0012 已办结 银行已放款', 'm-1'),
          data: { number, words: '银行已放款' },
        },
        'says only that it is done': { turn: say('0012 已办结', 'm-1'), data: { number, words: '' } },
      },
      moves: { 'says it otherwise': say('银行周三已放款', 'm-2') },
      facts: () => ({ lookup: found('inProgress', 'unit') }),
      by: handler,
      confirmed,
    },
  },
  {
    dialogue: unitListDialogue,
    journey: {
      starts: { asks: { turn: say('待办', 'm-1') } },
      moves: {},
      facts: () => ({ directory: DIRECTORY, appeals: [APPEAL] }),
      by: handler,
      confirmed,
    },
  },
]
