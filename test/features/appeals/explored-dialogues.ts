import type { Dialogue } from '../../../src/conversation/dialogue.ts'
import type { TurnContent } from '../../../src/conversation/turn.ts'
import { followUpDialogue } from '../../../src/features/appeals/asker/follow-up.dialogue.ts'
import { statusDialogue } from '../../../src/features/appeals/asker/status.dialogue.ts'
import { withdrawDialogue } from '../../../src/features/appeals/asker/withdraw.dialogue.ts'
import { intakeDialogue } from '../../../src/features/appeals/intake/intake.dialogue.ts'
import { supplementDialogue } from '../../../src/features/appeals/intake/supplement.dialogue.ts'
import { registeredDialogue } from '../../../src/features/appeals/registered/registered.dialogue.ts'
import { listDialogue } from '../../../src/features/appeals/staff/list.dialogue.ts'
import { showDialogue } from '../../../src/features/appeals/staff/show.dialogue.ts'
import { likenessDialogue } from '../../../src/features/appeals/twice/likeness.dialogue.ts'
import { mergeDialogue } from '../../../src/features/appeals/twice/merge.dialogue.ts'
import { sameMatterDialogue } from '../../../src/features/appeals/twice/same-matter.dialogue.ts'
import {
  apartDialogue,
  likenessesDialogue,
} from '../../../src/features/appeals/twice/told-likenesses.dialogue.ts'
import { unmergeDialogue } from '../../../src/features/appeals/twice/unmerge.dialogue.ts'
import { orderDialogue } from '../../../src/features/appeals/unit/order.dialogue.ts'
import { unitListDialogue } from '../../../src/features/appeals/unit/unit-list.dialogue.ts'
import type { Journey } from '../../support/explore.ts'
import { APPEAL, DIRECTORY, handler, member, said, staff, stranger } from './county.ts'
import { exploredLife } from './explored-life.ts'
import { exploredTerms } from './explored-terms.ts'
import { exploredUnits } from './explored-units.ts'
import { exploredLedger } from './ledger/explored-ledger.ts'
import { exploredSealing } from './sealing/explored-sealing.ts'

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
  'appeals.withdraw',
  'appeals.merge',
  'appeals.chase',
  'appeals.changeTerm',
  'appeals.loadCalendar',
  'appeals.unmerge',
  'appeals.join-own',
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

const photo = (message: string): TurnContent => ({
  kind: 'say',
  said: {
    ...said('', message),
    pieces: [{ message, text: '', files: [{ sha256: 'a'.repeat(64), name: '现场.jpg', kind: 'image' }] }],
  },
})

/** Who has what open, by what they send. */
function supplementFacts(turn: TurnContent) {
  const message = turn.kind === 'say' ? turn.said.pieces[0]?.message : undefined
  const road = { ...APPEAL, number: '2026-0013', category: 'logistics', summary: '门口的路塌了' }
  if (message === 'm-34') return { lookup: { kind: 'none' } }
  if (message === 'm-33') return { lookup: found('inProgress', 'asker') }
  if (message === 'm-35') return { own: [] }
  return { own: message === 'm-31' ? [APPEAL, road] : [APPEAL] }
}

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
        'asks what it is': say('啥意思', 'm-11'),
        'begins another': say('对了还有个事，我们招不到焊工', 'm-12'),
      },
      facts: () => facts,
      by: stranger,
      confirmed,
      // Parts come in any order, and each order reads differently.
      most: 12_000,
    },
  },
  {
    dialogue: supplementDialogue,
    journey: {
      starts: {
        'sends a photo, one matter open': {
          turn: photo('m-30'),
        },
        'sends a photo, two open': {
          turn: photo('m-31'),
        },
        'names the matter': { turn: say('贷款那个合同找到了', 'm-32') },
        'answers our letter': {
          turn: say('客户经理姓吕', 'm-33'),
          data: { number },
        },
        'names somebody else’s': { turn: say('0012 补个材料', 'm-34'), data: { number } },
        'has nothing open': { turn: photo('m-35') },
      },
      moves: {
        'takes the first': { kind: 'choose', choice: APPEAL.number },
        'says it is new': { kind: 'choose', choice: 'new' },
        'names it': say('路的那件', 'm-36'),
        'says more': say('嗯', 'm-37'),
        'takes the photo back': { kind: 'withdrawn', message: 'm-30' },
      },
      facts: (_state, turn) => supplementFacts(turn),
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
      starts: {
        asks: { turn: say('待派单', 'm-1'), data: { list: 'undispatched', page: 1, names: [] } },
        'names somebody nobody knows': {
          turn: say('哈哈镜的诉求', 'm-1'),
          data: { list: 'all', page: 1, names: ['哈哈镜'] },
        },
        'turns a page': { turn: say('下一页', 'm-1'), data: { turn: { by: 1 } } },
      },
      moves: {},
      facts: () => ({
        directory: DIRECTORY,
        page: { total: 12, appeals: [APPEAL], ages: [3], page: 1 },
      }),
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
  ...exploredUnits,
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
    dialogue: unitListDialogue,
    journey: {
      starts: { asks: { turn: say('待办', 'm-1') } },
      moves: {},
      facts: () => ({ directory: DIRECTORY, appeals: [APPEAL] }),
      by: handler,
      confirmed,
    },
  },
  {
    dialogue: mergeDialogue,
    journey: {
      starts: {
        'names both': {
          turn: say('并单 0012 -> 0011', 'm-1'),
          data: { numbers: [number], into: { serial: 11 }, either: false, unread: [] },
        },
        'names one': {
          turn: say('并单 0012', 'm-1'),
          data: { numbers: [number], into: undefined, either: false, unread: [] },
        },
        'names none': { turn: say('并单', 'm-1'), data: { numbers: [], either: false, unread: [] } },
      },
      moves: {
        'names the other': say('0011', 'm-2'),
        'turns it round': say('反过来', 'm-3'),
        'says something else': say('等一下', 'm-4'),
      },
      facts: () => ({
        directory: DIRECTORY,
        plan: {
          kind: 'ready',
          main: { ...APPEAL, number: '2026-0011', status: 'inProgress', unit: 'power' },
          merged: [{ ...APPEAL, urgency: 'critical', followers: 1 }],
          companies: 3,
        },
      }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: unmergeDialogue,
    journey: {
      starts: {
        'says why': { turn: say('撤销并单 0012 两条线路', 'm-1'), data: { number, reason: '两条线路' } },
        'does not say why': { turn: say('撤销并单 0012', 'm-1'), data: { number, reason: '' } },
        'names none': { turn: say('撤销并单', 'm-1'), data: { reason: '' } },
      },
      moves: { 'gives a reason': say('不在一个园区', 'm-2') },
      facts: () => ({
        directory: DIRECTORY,
        plan: {
          kind: 'ready',
          appeal: { ...APPEAL, status: 'merged', mergedInto: '2026-0011' },
          main: { ...APPEAL, number: '2026-0011' },
          back: 'accepted',
        },
      }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: likenessDialogue,
    journey: {
      starts: {
        'is proposed': {
          turn: {
            kind: 'invited',
            data: {
              main: '2026-0011',
              mainLine: '2026-0011 停电',
              others: [
                { number: '2026-0012', line: '2026-0012 停电', why: '同一类别（水电气）' },
                { number: '2026-0013', line: '2026-0013 停电', why: '同一类别（水电气）' },
              ],
            },
          },
        },
      },
      moves: { 'takes one out': say('0013 不是', 'm-2'), 'says something else': say('我看看', 'm-3') },
      facts: () => ({}),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: registeredDialogue,
    journey: {
      starts: {
        'is told what was found': {
          turn: {
            kind: 'invited',
            data: {
              number: '2026-0011',
              told: '江远副县长3月4日走访时了解到您企业的一个问题',
              words: '缺工三十个',
              category: 'labour',
            },
          },
        },
      },
      moves: { 'says something else': say('我看看', 'm-3') },
      facts: () => ({}),
      by: member,
      confirmed,
    },
  },
  {
    dialogue: sameMatterDialogue,
    journey: {
      starts: {
        'is asked': {
          turn: {
            kind: 'invited',
            data: { number: '2026-0012', summary: '续贷', other: '2026-0011', otherSummary: '续贷不放款' },
          },
        },
      },
      moves: { 'says something else': say('等一下', 'm-2') },
      facts: () => ({}),
      by: member,
      confirmed,
    },
  },
  {
    dialogue: likenessesDialogue,
    journey: {
      starts: { asks: { turn: say('疑似重复', 'm-1') } },
      moves: {},
      facts: () => ({ open: [] }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: apartDialogue,
    journey: {
      starts: {
        'says so': {
          turn: say('0012 和 0011 不是一回事', 'm-1'),
          data: { numbers: [number, { serial: 11 }] },
        },
      },
      moves: {},
      facts: () => ({ one: found('filed', 'staff'), other: found('filed', 'staff') }),
      by: staff,
      confirmed,
    },
  },
  ...exploredSealing,
  ...exploredTerms(confirmed),
  ...exploredLife,
  ...exploredLedger,
]
