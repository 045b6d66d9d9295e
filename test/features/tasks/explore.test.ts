import { expect, test } from 'vitest'
import type { Dialogue } from '../../../src/conversation/dialogue.ts'
import type { Speaker } from '../../../src/conversation/said.ts'
import type { Turn, TurnContent } from '../../../src/conversation/turn.ts'
import { answerDialogue } from '../../../src/features/tasks/answer.dialogue.ts'
import { giveDialogue } from '../../../src/features/tasks/give.dialogue.ts'
import { listDialogue, showDialogue } from '../../../src/features/tasks/list.dialogue.ts'
import { nudgeDialogue } from '../../../src/features/tasks/nudge.dialogue.ts'
import { wishOf } from '../../../src/features/tasks/plan-giving.ts'
import { dueAt, findDue } from '../../../src/features/tasks/read-due.ts'
import { reviewDialogue } from '../../../src/features/tasks/review.dialogue.ts'
import type { Task, TaskState } from '../../../src/features/tasks/task.ts'
import type { FoundTask } from '../../../src/features/tasks/tasks.effects.ts'
import type { Role } from '../../../src/kernel/person.ts'
import { loadCalendar } from '../../../src/kernel/working-days.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore, type Journey } from '../../support/explore.ts'
import { ROSTER } from './roster.ts'

const AT = new Date('2026-03-05T10:00:00+08:00')
const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const speaker = (code: string, name: string, ...roles: readonly Role[]): Speaker => ({
  person: { code, name, roles },
  personId: 'u-1',
  chat,
  home: chat,
  at: AT,
})
const say = (text: string, message = `m-${text}`): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message, text }], addressed: 'private' },
})

const leader = speaker('jiang', '江远', 'leader')
const handler = speaker('jin', '金波', 'handler')

/** What reaches somebody else in one's own name. 收到 and 同意 are one's own to say. */
const BINDING = [
  'tasks.give',
  'tasks.report',
  'tasks.decline',
  'tasks.return',
  'tasks.reassign',
  'tasks.cancel',
]
const confirmed: Journey['confirmed'] = ({ kind }) => (BINDING.includes(kind) ? 'needs-yes' : 'free')

const task = (state: TaskState): Task => ({
  number: 'J-0001',
  version: 1,
  kind: 'instruction',
  state,
  appeal: '2026-0003',
  text: '请金融办三天内回我',
  givenBy: 'jiang',
  givenAt: AT,
  person: null,
  unit: 'finance',
  dueAt: new Date('2026-03-10T17:30:00+08:00'),
  report: '银行周三放款',
  reportedBy: 'jin',
  reportedAt: AT,
  closedBy: null,
  closedAt: null,
  reminders: 0,
  remindedAt: null,
})
const found = (state: TaskState, more: Partial<FoundTask> = {}): FoundTask => ({
  task: task(state),
  isAddressee: false,
  isGiver: false,
  isStaff: false,
  who: '金融办',
  giver: '江远副县长',
  ...more,
})

const glance = {
  number: '2026-0003',
  status: 'dispatched',
  category: 'financing',
  company: { name: '天禾农机有限公司' },
  summary: '续贷一直不放款',
  sealed: false,
  unit: 'finance',
} as const

/** As the feature answers: only what is asked, by what the words say. */
function factsOf(extra: (turn: Turn) => Record<string, unknown>): Journey['facts'] {
  return (_state, turn) => {
    const text = turn.kind === 'say' ? turn.said.text : ''
    const wish = findDue(text, AT)?.wish
    const plan = {
      dueAt: wish === undefined ? null : dueAt(wish, AT, loadCalendar([2026])),
      reach: [{ name: '金融办', people: ['金波'], reachable: 1 }],
    }
    return { directory: ROSTER, plan, ...extra(turn) }
  }
}

const letter = '2026-0003 天禾农机\n2026-0007 五峰铸件'
const giving = (text: string, answered?: string) => ({ turn: say(text), data: wishOf(text, answered, AT) })

const explored: readonly { dialogue: Dialogue; journey: Journey }[] = [
  {
    dialogue: giveDialogue,
    journey: {
      starts: {
        'names unit and term': giving('请金融办牵头，三天内回我', '2026-0003 天禾农机'),
        'answers a list': giving('请金融办牵头，三天内回我', letter),
        'names a line of the list': giving('第二件请金融办三天内回我', letter),
        'names a line of what was shown last': giving('前两件请金融办三天内回我'),
        'may mean two people': giving('转给王县长阅'),
        'names nobody that is known': giving('转给水利局阅'),
        'is too late': giving('请金融办3月4日前办结'),
        'names a firm of a sealed appeal': giving('2026-0009 请金融办找天禾农机核实'),
        'names an appeal that is not theirs': giving('2026-0013 请金融办办理'),
      },
      moves: {
        'names another unit': say('给供电公司'),
        'names another term': say('五天内'),
        'says the name': say('王力'),
        'says something else': say('等一下'),
        'says there is none': say('都不是'),
        'says which line': say('第一件'),
      },
      facts: factsOf((turn) => {
        const text = turn.kind === 'say' ? turn.said.text : ''
        if (text.includes('0013')) return {}
        return {
          glance: text.includes('0009') ? { ...glance, number: '2026-0009', sealed: true } : glance,
          glance1: { ...glance, number: '2026-0007', unit: 'power' },
          shown: ['2026-0003', '2026-0007'],
        }
      }),
      by: leader,
      confirmed,
    },
  },
  {
    dialogue: answerDialogue,
    journey: {
      starts: {
        'gets the card': {
          turn: {
            kind: 'invited',
            data: { task: 'J-0001', giver: '江远副县长', text: 'J-0001 江远副县长交办' },
          },
        },
        'says what came of it': {
          turn: say('J-0001 已办 银行周三放款'),
          data: { task: 'J-0001', verb: 'report', words: '银行周三放款' },
        },
        'says only that it is done': {
          turn: say('J-0001 已办'),
          data: { task: 'J-0001', verb: 'report', words: '' },
        },
        'says it without a number': {
          turn: say('办好了 银行周三放款'),
          data: { task: '', verb: 'report', words: '银行周三放款' },
        },
        'says it and has several': {
          turn: say('办好了 都放了'),
          data: { task: '', verb: 'report', words: '都放了' },
        },
        'has no such task': { turn: say('J-0009 已办'), data: { task: 'J-0009', verb: 'report', words: '' } },
      },
      moves: {
        'says what was done': say('已办 银行周三放款'),
        'says it is not theirs': say('不归我们管，建议找人社局'),
        'says it came': say('收到'),
        'says something else': say('今天天气不错'),
      },
      facts: factsOf((turn) => {
        const text = turn.kind === 'say' ? turn.said.text : ''
        const one = found('given', { isAddressee: true })
        const tasks = text.includes('都放了') ? [one, one] : [one]
        return text.includes('0009') ? {} : { found: one, listed: { tasks } }
      }),
      by: handler,
      confirmed,
    },
  },
  {
    dialogue: reviewDialogue,
    journey: {
      starts: {
        'gets the report': {
          turn: {
            kind: 'invited',
            data: {
              task: 'J-0001',
              who: '金融办',
              state: 'reported',
              dueAt: null,
              text: 'J-0001 金融办回复',
            },
          },
        },
        'gets the refusal': {
          turn: {
            kind: 'invited',
            data: { task: 'J-0001', who: '金融办', state: 'declined', dueAt: null, text: 'J-0001 不归他办' },
          },
        },
        'calls it off': { turn: say('J-0001 不用办了'), data: { task: 'J-0001', verb: 'cancel', words: '' } },
        'has it closed': { turn: say('J-0001 可以'), data: { task: 'J-0001', verb: 'close', words: '' } },
        asks: { turn: say('J-0001 催一下'), data: { task: 'J-0001', verb: 'nudge', words: '' } },
      },
      moves: {
        'wants more': say('再问问银行，周五前报我'),
        'gives it to another': say('给供电公司办'),
        agrees: say('同意办结'),
        'says little': say('哦？'),
      },
      facts: factsOf((turn) => ({
        found: found(turn.kind === 'say' && turn.said.text.includes('可以') ? 'reported' : 'given', {
          isGiver: true,
        }),
      })),
      by: leader,
      confirmed,
    },
  },
  {
    dialogue: listDialogue,
    journey: {
      starts: {
        asks: { turn: say('我的交办'), data: { list: 'given', appeal: null, page: 1 } },
        'asks of one': {
          turn: say('交给金融办的回了没'),
          data: { list: 'given', appeal: null, page: 1, only: 'waiting', to: '交给金融办的回了没' },
        },
      },
      moves: { 'asks for the next page': say('第2页'), 'says something else': say('好') },
      facts: factsOf(() => ({
        listed: {
          total: 10,
          all: 10,
          open: 10,
          waiting: 9,
          late: 1,
          back: 1,
          over: 0,
          page: 1,
          tasks: [found('reported')],
        },
      })),
      by: leader,
      confirmed,
    },
  },
  {
    dialogue: nudgeDialogue,
    journey: {
      starts: {
        'asks of one': { turn: say('催一下金融办'), data: { words: '催一下金融办' } },
        'asks of nobody who waits': { turn: say('没回的都催一下'), data: { words: '没回的都催一下' } },
      },
      moves: {},
      facts: factsOf((turn) => ({
        listed: {
          ...{ total: 1, all: 1, open: 1, waiting: 1, late: 0, back: 0, over: 0, page: 1 },
          tasks: turn.kind === 'say' && turn.said.text.includes('金融办') ? [found('received')] : [],
        },
      })),
      by: leader,
      confirmed,
    },
  },
  {
    dialogue: showDialogue,
    journey: {
      starts: { asks: { turn: say('看 J-0001'), data: { task: 'J-0001' } } },
      moves: {},
      facts: factsOf(() => ({ found: found('reported', { isGiver: true }) })),
      by: leader,
      confirmed,
    },
  },
]

for (const { dialogue, journey } of explored)
  test(`${dialogue.name}: every state can be left, resumed and cancelled, and nothing binding is done without a yes`, () => {
    const edges = explore(dialogue, journey)
    expect(edges.length).toBeGreaterThanOrEqual(Object.keys(journey.starts).length)
    expectDiagram(dialogue.name, edges)
  })
