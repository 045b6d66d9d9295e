import type { Dialogue } from '../../../src/conversation/dialogue.ts'
import type { Speaker } from '../../../src/conversation/said.ts'
import type { TurnContent } from '../../../src/conversation/turn.ts'
import { closeDialogue } from '../../../src/features/appeals/closing/close.dialogue.ts'
import { recategoriseDialogue } from '../../../src/features/appeals/closing/recategorise.dialogue.ts'
import { referDialogue } from '../../../src/features/appeals/closing/refer.dialogue.ts'
import { reopenDialogue } from '../../../src/features/appeals/closing/reopen.dialogue.ts'
import { resolveDialogue } from '../../../src/features/appeals/closing/resolve.dialogue.ts'
import { meetingDialogue } from '../../../src/features/appeals/meetings/meeting.dialogue.ts'
import { meetingListDialogue } from '../../../src/features/appeals/meetings/meeting-list.dialogue.ts'
import { minutesDialogue } from '../../../src/features/appeals/meetings/minutes.dialogue.ts'
import { pauseDialogue } from '../../../src/features/appeals/pauses/pause.dialogue.ts'
import { resumeDialogue } from '../../../src/features/appeals/pauses/resume.dialogue.ts'
import type { Journey } from '../../support/explore.ts'
import { APPEAL, handler, said, staff } from './county.ts'

const say = (text: string, message: string): TurnContent => ({ kind: 'say', said: said(text, message) })
const number = { year: 2026, serial: 12 }

/** Each of these orders moves an appeal, or puts work on somebody: nothing of it without a yes. */
const BINDING = new Set([
  'appeals.pause',
  'appeals.resolve',
  'appeals.close',
  'appeals.reopen',
  'appeals.refer',
  'appeals.recategorise',
  'appeals.meet',
  'appeals.minute',
])
const confirmed: Journey['confirmed'] = ({ kind }) => (BINDING.has(kind) ? 'needs-yes' : 'free')

/** What the service would plan: by the words, something is missing, it is not theirs, or it can be shown. */
function planned(order: object, words: string) {
  if (words.includes('不归')) return { kind: 'refused', text: '不在您手上。' }
  if (words.includes('缺')) return { kind: 'asking', question: '还缺一句理由。' }
  return { kind: 'ready', order, preview: '请核对。确认吗？', number: '0012' }
}

function ordered(
  dialogue: Dialogue,
  order: object,
  words: { readonly whole: string; readonly change: string },
  by: Speaker = staff,
): { readonly dialogue: Dialogue; readonly journey: Journey } {
  return {
    dialogue,
    journey: {
      starts: {
        'says it whole': { turn: say(words.whole, 'm-1'), data: order },
        'leaves something out': { turn: say('缺', 'm-2'), data: order },
        'may not': { turn: say('不归', 'm-3'), data: order },
      },
      moves: { 'says the rest': say(words.change, 'm-4'), 'still leaves it out': say('缺', 'm-5') },
      facts: (state, turn) => ({
        plan: planned(
          (state as { order?: object } | undefined)?.order ?? order,
          turn.kind === 'say' ? turn.said.text : '',
        ),
      }),
      by,
      confirmed,
      most: 200,
    },
  }
}

const told = (dialogue: Dialogue, data: unknown, facts: object, words: string) => ({
  dialogue,
  journey: {
    starts: { asks: { turn: say(words, 'm-1'), data } },
    moves: {},
    facts: () => ({ ...facts }),
    by: staff,
    confirmed,
  } satisfies Journey,
})

export const exploredLife: readonly { readonly dialogue: Dialogue; readonly journey: Journey }[] = [
  ordered(
    pauseDialogue,
    { number, reason: 'material', words: '' },
    { whole: '暂停 0012 等企业补材料', change: '到11月30日' },
    handler,
  ),
  told(resumeDialogue, { number, words: '' }, {}, '恢复 0012'),
  ordered(
    resolveDialogue,
    { number, closeKind: 'fixed', words: '银行已放款' },
    { whole: '0012 已办结 银行已放款', change: '银行周三已放款' },
    handler,
  ),
  ordered(
    closeDialogue,
    { number, closeKind: 'fixed', words: '' },
    { whole: '归档 0012', change: '电话回访 已解决' },
  ),
  ordered(reopenDialogue, { number, words: '又坏了' }, { whole: '重办 0012 又坏了', change: '路又塌了' }),
  ordered(
    referDialogue,
    { number, route: 'court', words: '已经立案' },
    { whole: '0012 转法院 已经立案', change: '仲裁 合同有约定' },
  ),
  ordered(
    recategoriseDialogue,
    { number, category: 'labour', unread: [] },
    { whole: '0012 改为 用工', change: '改紧急' },
  ),
  ordered(
    meetingDialogue,
    { numbers: [number], day: 20_600, minute: 900, place: null, attendees: ['金融办'] },
    { whole: '协调会 0012 11月25日15:00 金融办', change: '地点三楼会议室' },
  ),
  ordered(
    minutesDialogue,
    { meeting: 'XT-2026-001', numbers: [], attendees: null, decisions: ['金融办三日内回告'], text: '' },
    { whole: '会议纪要 XT-2026-001', change: '第1条 改成 金融办周五前回告' },
  ),
  told(meetingListDialogue, { list: 'meetings' }, { listed: { meetings: [] } }, '协调会'),
  told(
    meetingListDialogue,
    { list: 'awaiting', page: 1 },
    { listed: { total: 1, appeals: [APPEAL], page: 1 } },
    '待上会',
  ),
]
