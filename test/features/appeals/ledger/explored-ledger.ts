import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { exportDialogue } from '../../../../src/features/appeals/ledger/export.dialogue.ts'
import { importDialogue } from '../../../../src/features/appeals/ledger/import.dialogue.ts'
import { askExclusionDialogue } from '../../../../src/features/appeals/rates/ask-exclusion.dialogue.ts'
import { decideExclusionDialogue } from '../../../../src/features/appeals/rates/decide-exclusion.dialogue.ts'
import { pendingExclusionsDialogue } from '../../../../src/features/appeals/rates/pending-exclusions.dialogue.ts'
import { ratesDialogue } from '../../../../src/features/appeals/rates/rates.dialogue.ts'
import type { Journey } from '../../../support/explore.ts'
import { said, staff } from '../county.ts'
import type { Explored } from '../explored-dialogues.ts'

const say = (text: string, message: string): TurnContent => ({ kind: 'say', said: said(text, message) })
const sends = (message: string): TurnContent => ({
  kind: 'say',
  said: {
    ...said('', message),
    pieces: [{ message, text: '', files: [{ sha256: message, name: '台账.xlsx', kind: 'file' }] }],
  },
})
const number = { serial: 12 }

/** A ledger of a few goes out at once: the file goes to whoever asked and changes nothing. */
const needsYes = ['appeals.import-ledger', 'appeals.ask-exclusion', 'appeals.decide-exclusion']
const confirmed: Journey['confirmed'] = ({ kind }) => (needsYes.includes(kind) ? 'needs-yes' : 'free')

const asking = { kind: 'asking', question: '要哪一个？' }
const refused = { kind: 'refused', text: '一件也没有。' }

export const exploredLedger: readonly Explored[] = [
  {
    dialogue: exportDialogue,
    journey: {
      starts: {
        'asks for a few': { turn: say('导出台账', 'm-1'), data: { text: '导出台账', scope: null } },
        'asks for many': { turn: say('导出全部台账', 'm-2'), data: { text: '导出全部台账', scope: null } },
        'names several units': {
          turn: say('导出局的台账', 'm-3'),
          data: { text: '导出局的台账', scope: null },
        },
        'finds none': { turn: say('导出去年台账', 'm-4'), data: { text: '导出去年台账', scope: null } },
      },
      moves: { 'narrows it': say('只要10月', 'm-5'), 'asks what there is none of': say('去年', 'm-6') },
      facts: (_state, turn) => {
        const text = turn.kind === 'say' ? turn.said.text : ''
        if (/去年/u.test(text)) return { plan: refused }
        if (/局/u.test(text)) return { plan: asking }
        const order = { text: '导出台账', scope: null }
        return {
          plan: { kind: 'ready', order, preview: '导出 300 件。导出吗？', atOnce: text === '导出台账' },
        }
      },
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: importDialogue,
    journey: {
      starts: {
        'sends the file': { turn: sends('sheet'), data: { sha256: 'sheet' } },
        'asks first': { turn: say('导入台账', 'm-1'), data: { sha256: null } },
        'sends what is no ledger': { turn: sends('noise'), data: { sha256: 'noise' } },
      },
      moves: {
        'sends a file': sends('sheet'),
        'sends another': sends('noise'),
        'says something': say('等一下', 'm-2'),
      },
      facts: (state, turn) => {
        const file = turn.kind === 'say' ? turn.said.pieces[0]?.files?.[0]?.sha256 : undefined
        if (file === 'noise') return { plan: refused }
        if (file === undefined && state?.step !== 'confirming') return { plan: asking }
        return { plan: { kind: 'ready', order: { sha256: 'sheet' }, preview: '要改 1 件。确认导入吗？' } }
      },
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: askExclusionDialogue,
    journey: {
      starts: {
        'says all of it': {
          turn: say('申请剔除 0012 理由代码05 超出政策', 'm-1'),
          data: { number, code: '05', words: '超出政策' },
        },
        'says only the number': {
          turn: say('申请剔除 0012', 'm-2'),
          data: { number, code: null, words: '' },
        },
        'may not': {
          turn: say('申请剔除 0013', 'm-3'),
          data: { number: { serial: 13 }, code: null, words: '' },
        },
      },
      moves: {
        'gives the code': say('05', 'm-4'),
        'gives the first code, which would be a yes elsewhere': { kind: 'yes', said: said('01', 'm-5') },
        explains: say('超出政策', 'm-6'),
      },
      facts: (state, turn) => {
        const text = turn.kind === 'say' || turn.kind === 'yes' ? (turn.said?.text ?? '') : ''
        if (text.includes('0013')) return { plan: refused }
        if (!text.includes('超出政策') && state?.step !== 'confirming') return { plan: asking }
        const order = { number, code: '05', words: '超出政策' }
        return { plan: { kind: 'ready', order, preview: '请核对剔除申请。提交吗？', number: '0012' } }
      },
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: decideExclusionDialogue,
    journey: {
      starts: {
        grants: { turn: say('同意剔除 0012', 'm-1'), data: { number, grant: true, words: '' } },
        'refuses without a reason': {
          turn: say('不同意剔除 0012', 'm-2'),
          data: { number, grant: false, words: '' },
        },
        'asked for it themselves': {
          turn: say('同意剔除 0013', 'm-3'),
          data: { number: { serial: 13 }, grant: true, words: '' },
        },
      },
      moves: { 'gives a reason': say('材料不够', 'm-4'), 'thinks again': say('不同意剔除 0012', 'm-5') },
      facts: (state, turn) => {
        const text = turn.kind === 'say' ? turn.said.text : ''
        if (text.includes('0013')) return { plan: refused }
        if (text.startsWith('不同意')) return { plan: asking }
        const grant = state === undefined || text === ''
        const order = { number, grant, words: grant ? '' : '材料不够' }
        return { plan: { kind: 'ready', order, preview: '确认吗？', number: '0012' } }
      },
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: ratesDialogue,
    journey: {
      starts: { asks: { turn: say('三率 10月', 'm-1') } },
      moves: {},
      facts: () => ({ told: '响应率 93.2%（137/147）' }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: pendingExclusionsDialogue,
    journey: {
      starts: { asks: { turn: say('待审的剔除', 'm-1') } },
      moves: {},
      facts: () => ({ told: '没有等审批的剔除申请。' }),
      by: staff,
      confirmed,
    },
  },
]
