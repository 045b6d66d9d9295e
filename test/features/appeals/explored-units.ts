import type { TurnContent } from '../../../src/conversation/turn.ts'
import { askExtensionDialogue } from '../../../src/features/appeals/extensions/ask-extension.dialogue.ts'
import { decideExtensionDialogue } from '../../../src/features/appeals/extensions/decide-extension.dialogue.ts'
import { linkDialogue } from '../../../src/features/appeals/links/link.dialogue.ts'
import { dispatchDialogue } from '../../../src/features/appeals/staff/dispatch.dialogue.ts'
import { progressDialogue } from '../../../src/features/appeals/unit/progress.dialogue.ts'
import type { Journey } from '../../support/explore.ts'
import { APPEAL, DIRECTORY, handler, NOW, said, staff } from './county.ts'
import type { Explored } from './explored-dialogues.ts'

const say = (text: string, message: string): TurnContent => ({ kind: 'say', said: said(text, message) })
const number = { serial: 12 }

/** What binds a unit, or tells an asker something in somebody's name. */
const confirmed: Journey['confirmed'] = ({ kind }) =>
  ['appeals.dispatch', 'appeals.support', 'appeals.progress', 'appeals.extension', 'appeals.link'].includes(
    kind,
  )
    ? 'needs-yes'
    : 'free'

const lookup = { kind: 'found', as: 'staff', appeal: APPEAL, history: [] }
const dispatchPlan = {
  dueAt: new Date(NOW.getTime() + 3 * 86_400_000),
  units: [{ code: 'treasury', name: '县财政局（金融办）', told: ['金波'], unreached: [] }],
  sentBack: { at: NOW, reason: '不归我们' },
  before: null,
  first: null,
  hasPages: true,
}
const ready = (preview: string) => ({ kind: 'ready', preview, number: '0012' })

export const exploredUnits: readonly Explored[] = [
  {
    dialogue: dispatchDialogue,
    journey: {
      starts: {
        'names unit and days': {
          turn: say('派单 0012 金融办 3天', 'm-1'),
          data: { number, unitWords: '金融办', days: 3 },
        },
        'names who helps': {
          turn: say('派单 0012 金融办，供电公司和水利局配合', 'm-1'),
          data: { number, unitWords: '金融办', supportWords: ['供电公司', '水利局'] },
        },
        'adds who helps': {
          turn: say('0012 请供电公司配合', 'm-1'),
          data: { number, unitWords: '', supportWords: ['供电公司'] },
        },
        'names no unit that is known': {
          turn: say('派单 0012 水利局', 'm-1'),
          data: { number, unitWords: '水利局' },
        },
        'names part of several': { turn: say('派单 0012 县', 'm-1'), data: { number, unitWords: '管理局' } },
        'gives too long': {
          turn: say('派单 0012 金融办 99天', 'm-1'),
          data: { number, unitWords: '金融办', days: 99 },
        },
        'names no number': { turn: say('派单', 'm-1'), data: { unitWords: '' } },
      },
      moves: {
        'changes the days': say('改成5天', 'm-2'),
        'changes the unit': say('给供电公司', 'm-3'),
        'adds who helps': say('供电公司也配合', 'm-4'),
        'drops who helps': say('不要协办', 'm-5'),
      },
      facts: () => ({ directory: DIRECTORY, lookup, plan: dispatchPlan }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: progressDialogue,
    journey: {
      starts: {
        'says how it goes': {
          turn: say('0012 进展 已联系企业', 'm-1'),
          data: { number, words: '已联系企业', about: 'progress' },
        },
        'says nothing yet': { turn: say('0012 进展', 'm-1'), data: { number, words: '', about: 'progress' } },
        'has nothing to do with it': {
          turn: say('0013 进展 好了', 'm-1'),
          data: { number: { serial: 13 }, words: '好了', about: 'progress' },
        },
      },
      moves: { 'says it otherwise': say('周五到场', 'm-2') },
      facts: (state, turn) => {
        if (turn.kind !== 'say') return {}
        const { text } = turn.said
        if (text.startsWith('0013')) return { plan: { kind: 'refused', text: '没有查到' } }
        if (state === undefined && text === '0012 进展')
          return { plan: { kind: 'asking', question: '有什么进展？' } }
        return { plan: { ...ready('要报的进展'), order: { number, words: text, about: 'progress' } } }
      },
      by: handler,
      confirmed,
    },
  },
  {
    dialogue: askExtensionDialogue,
    journey: {
      starts: {
        'says days and reason': {
          turn: say('申请延期 0012 5天 在走审批', 'm-1'),
          data: { number, days: 5, reason: '在走审批' },
        },
        'says only that': { turn: say('申请延期 0012', 'm-1'), data: { number, reason: '' } },
      },
      moves: { 'says the days': say('5天', 'm-2'), 'says why': say('在走审批', 'm-3') },
      facts: (state, turn) => {
        if (turn.kind !== 'say') return {}
        if (state === undefined && turn.said.text === '申请延期 0012')
          return { plan: { kind: 'asking', question: '要延几个工作日？' } }
        return { plan: { ...ready('申请延期'), order: { number, days: 5, reason: '在走审批' } } }
      },
      by: handler,
      confirmed,
    },
  },
  {
    dialogue: decideExtensionDialogue,
    journey: {
      starts: {
        'is asked': {
          turn: { kind: 'invited', data: {} },
          data: { application: 'ap-1', number: '2026-0012', text: '金融办申请延期' },
        },
        'grants by number': {
          turn: say('同意延期 0012', 'm-1'),
          data: { verb: 'grant', number, reason: '' },
        },
        'refuses without a reason': {
          turn: say('不同意延期 0012', 'm-1'),
          data: { verb: 'refuse', number, reason: '' },
        },
      },
      moves: {
        'says something else': say('我看看', 'm-2'),
        'refuses in words': say('不同意延期，可以先办', 'm-3'),
        'means another': say('同意延期 0013', 'm-4'),
      },
      facts: () => ({ pending: [{ id: 'ap-1', number: '2026-0012', text: '金融办申请延期' }] }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: linkDialogue,
    journey: {
      starts: {
        'names the appeal': { turn: say('链接 0012', 'm-1'), data: { number, unitWords: '' } },
        'several work on it': {
          turn: say('链接 0011', 'm-1'),
          data: { number: { serial: 11 }, unitWords: '' },
        },
      },
      moves: { 'names the unit': say('供电公司', 'm-2') },
      facts: (_state, turn) => {
        if (turn.kind !== 'say') return {}
        if (turn.said.text === '链接 0011')
          return { plan: { kind: 'asking', question: '给哪个单位发链接？' } }
        return { plan: { ...ready('换新的，旧的马上不能用'), order: { number, unitWords: '供电公司' } } }
      },
      by: staff,
      confirmed,
    },
  },
]
