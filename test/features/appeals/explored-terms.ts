import { chaseDialogue } from '../../../src/features/appeals/ladder/chase.dialogue.ts'
import { nudgeDialogue } from '../../../src/features/appeals/ladder/nudge.dialogue.ts'
import { calendarDialogue } from '../../../src/features/appeals/terms/calendar.dialogue.ts'
import { changeTermDialogue } from '../../../src/features/appeals/terms/change-term.dialogue.ts'
import type { Journey } from '../../support/explore.ts'
import { APPEAL, handler, NOW, said, staff } from './county.ts'
import type { Explored } from './explored-dialogues.ts'
import { NOTICES } from './terms/notices.ts'

const say = (text: string, message: string) => ({ kind: 'say', said: said(text, message) }) as const
const number = { serial: 12 }
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

/** Deadlines, reminders and the working calendar. */
export const exploredTerms = (confirmed: Journey['confirmed']): readonly Explored[] => [
  {
    dialogue: nudgeDialogue,
    journey: {
      asksNothing: ['told'],
      starts: {
        'is reminded': { turn: { kind: 'invited', data: { numbers: ['2026-0012'], text: '到期提醒' } } },
      },
      moves: {
        'says it is seen': say('收到', 'm-1'),
        'says more': say('省行还要再等等', 'm-3'),
        'tells another matter': say('我们门口的路塌了，大车进不来，没人管，能不能帮忙反映', 'm-2'),
      },
      facts: () => ({}),
      by: handler,
      confirmed,
    },
  },
  {
    dialogue: chaseDialogue,
    journey: {
      starts: {
        'reminds what is late': { turn: say('催 超期', 'm-1'), data: { number: null, unread: [] } },
        'says something unread': {
          turn: say('催 超期 火箭', 'm-1'),
          data: { number: null, unread: ['火箭'] },
        },
      },
      moves: { 'says something else': say('等一下', 'm-2') },
      facts: () => ({
        plan: {
          items: [{ number: '2026-0012', unitName: '金融办', late: '周四 17:30 已超期' }],
          people: ['金波'],
          ...{ unreached: ['电话的'], withoutUnit: ['2026-0013'], chasedToday: ['2026-0014'] },
          postponedTo: later(1),
        },
      }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: changeTermDialogue,
    journey: {
      starts: {
        'says all of it': {
          turn: say('改时限 0012 5天 补材料', 'm-1'),
          data: { number, days: 5, reason: '补材料' },
        },
        'says only which': { turn: say('改时限 0012', 'm-1'), data: { number, reason: '' } },
        'says nothing': { turn: say('改时限', 'm-1'), data: { reason: '' } },
      },
      moves: {
        'says how many days': say('改成8天', 'm-2'),
        'says too many': say('60天', 'm-3'),
        'says why': say('银行要总行批', 'm-4'),
      },
      facts: (_state, turn) => ({
        lookup: { kind: 'found', as: 'staff', appeal: { ...APPEAL, status: 'dispatched' }, history: [] },
        ...(turn.kind === 'say' && /\d/u.test(turn.said.text)
          ? { plan: { dueAt: later(7), lastAt: later(40), most: 30, missingYear: null } }
          : {}),
      }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: calendarDialogue,
    journey: {
      starts: {
        'pastes the notice': {
          turn: say('工作日历 2026', 'm-1'),
          data: { year: 2026, notice: NOTICES[2026] },
        },
        'names the year': { turn: say('工作日历 2026', 'm-1'), data: { year: 2026 } },
        'asks which there are': { turn: say('工作日历', 'm-1'), data: {} },
        'pastes half of it': {
          turn: say('工作日历 2026', 'm-1'),
          data: { year: 2026, notice: '一、元旦：1月1日放假1天。' },
        },
      },
      moves: {
        'pastes it': say(NOTICES[2026] as string, 'm-2'),
        'says something else': say('等一下', 'm-3'),
      },
      facts: () => ({ years: { years: [2025, 2026], loaded: [] }, plan: { changed: [], replaces: true } }),
      by: staff,
      confirmed,
    },
  },
]
