import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { byCodeDialogue } from '../../../../src/features/appeals/sealing/by-code.dialogue.ts'
import { coarsenDialogue } from '../../../../src/features/appeals/sealing/coarsen.dialogue.ts'
import { decideUnsealingDialogue } from '../../../../src/features/appeals/sealing/decide-unsealing.dialogue.ts'
import { lookAgainDialogue } from '../../../../src/features/appeals/sealing/look-again.dialogue.ts'
import { looksDialogue, whoIsItDialogue } from '../../../../src/features/appeals/sealing/looks.dialogue.ts'
import { sealDialogue } from '../../../../src/features/appeals/sealing/seal.dialogue.ts'
import { unsealDialogue } from '../../../../src/features/appeals/sealing/unseal.dialogue.ts'
import type { Journey } from '../../../support/explore.ts'
import { APPEAL, DIRECTORY, member, NOW, said, speaker, staff } from '../county.ts'
import type { Explored } from '../explored-dialogues.ts'

const say = (text: string, message: string): TurnContent => ({ kind: 'say', said: said(text, message) })

const BINDING = [
  'appeals.coarsen',
  'appeals.seal',
  'appeals.ask-unsealing',
  'appeals.add-by-code',
  'appeals.withdraw-by-code',
]
const confirmed: Journey['confirmed'] = (effect) => {
  const unseals =
    effect.kind === 'appeals.decide-unsealing' && (effect as { granted?: boolean }).granted === true
  return unseals || BINDING.includes(effect.kind) ? 'needs-yes' : 'free'
}

const number = { serial: 12 }
const SEALED = {
  ...APPEAL,
  sealed: true,
  company: null,
  asker: null,
  text: '给镇政府修路，2021年完工，还欠我们186.4万',
  files: [{ sha256: 'a1', name: '合同.jpg', kind: 'image' as const }],
}
const found = (appeal: object, as: 'staff' | 'asker') => ({ kind: 'found', as, appeal, history: [] })
const reviewer = speaker('reviewer', { code: 'fu', name: '傅主席' })
const asked = {
  id: 'ap-1',
  number: '2026-0012',
  kindOfMatter: '拖欠账款，一般',
  reason: '公安机关来函',
  askedBy: 'song',
  askedByName: '宋敏',
}

export const exploredSealing: readonly Explored[] = [
  {
    dialogue: coarsenDialogue,
    journey: {
      starts: {
        'is to dispatch': {
          turn: { kind: 'invited', data: {} },
          data: { number, after: { unitWords: '金融办' } },
        },
        asks: { turn: say('核对封存 0012', 'm-1'), data: { number } },
        'names no number': { turn: say('核对封存', 'm-1'), data: {} },
      },
      moves: {
        'keeps one as it is': say('2不改', 'm-2'),
        'words one otherwise': say('1改成某项活', 'm-3'),
        'lets a file out': say('附件1可以发', 'm-4'),
        'says something else': say('再想想看吧', 'm-5'),
        'names a place that is not there': say('9不改', 'm-6'),
      },
      facts: () => ({ directory: DIRECTORY, lookup: found(SEALED, 'staff') }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: sealDialogue,
    journey: {
      starts: {
        'says it later': { turn: say('别说是我反映的', 'm-1'), data: { isCommand: false } },
        'names a number': { turn: say('封存 0012', 'm-1'), data: { number, isCommand: true } },
      },
      moves: { 'says something else': say('等一下', 'm-2') },
      facts: () => ({ directory: DIRECTORY, own: [APPEAL], lookup: found(APPEAL, 'asker') }),
      by: member,
      confirmed,
    },
  },
  {
    dialogue: unsealDialogue,
    journey: {
      starts: {
        'gives a reason': {
          turn: say('启封 0012 公安机关来函', 'm-1'),
          data: { number, words: '公安机关来函' },
        },
        'gives none': { turn: say('启封 0012', 'm-1'), data: { number, words: '' } },
      },
      moves: { 'says why': say('公安机关来函要求核实', 'm-2') },
      facts: () => ({
        lookup: found(SEALED, 'staff'),
        standing: { isAsked: false, isGrantedToYou: false, deciders: ['傅主席'] },
      }),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: decideUnsealingDialogue,
    journey: {
      starts: {
        'is asked': { turn: { kind: 'invited', data: asked } },
        grants: { turn: say('同意启封 0012', 'm-1'), data: { number, granted: true, words: '' } },
        refuses: { turn: say('不同意启封 0012', 'm-1'), data: { number, granted: false, words: '' } },
      },
      moves: { 'says why': say('理由不充分', 'm-2'), 'refuses in words': say('不同意，理由不够', 'm-3') },
      facts: () => ({ asked }),
      by: reviewer,
      confirmed,
    },
  },
  {
    dialogue: byCodeDialogue,
    journey: {
      starts: {
        'holds the code': { turn: say('查询 K7M2-9QXP', 'm-1'), data: { code: 'K7M29QXP', words: '' } },
        'holds the code of a resolved one': {
          turn: say('查询 K7M2-9QXR', 'm-2'),
          data: { code: 'K7M29QXR', words: '' },
        },
        'holds no such code': { turn: say('查询 K7M2-9QXZ', 'm-3'), data: { code: 'K7M29QXZ', words: '' } },
      },
      moves: {
        adds: say('补充：审计也审过了', 'm-4'),
        withdraws: say('撤回', 'm-5'),
        'says it is solved': say('解决了', 'm-6'),
        'says something else': say('再等等看', 'm-7'),
      },
      facts: (_state, turn) => ({
        directory: DIRECTORY,
        found:
          turn.kind === 'say' && turn.said.text.endsWith('Z')
            ? { kind: 'unknown' }
            : {
                kind: 'found',
                history: [],
                appeal: {
                  ...SEALED,
                  anonymous: true,
                  status: turn.kind === 'say' && turn.said.text.endsWith('R') ? 'resolved' : 'filed',
                },
              },
      }),
      by: member,
      confirmed,
    },
  },
  {
    dialogue: lookAgainDialogue,
    journey: {
      starts: { asks: { turn: say('再看启封 0012', 'm-1'), data: { number } } },
      moves: {},
      facts: () => ({}),
      by: staff,
      confirmed,
    },
  },
  {
    dialogue: looksDialogue,
    journey: {
      starts: { asks: { turn: say('谁看过封存 0012', 'm-1'), data: { number } } },
      moves: {},
      facts: () => ({
        directory: DIRECTORY,
        known: {
          number: '2026-0012',
          as: 'auditor',
          looks: [{ at: NOW, actor: 'song', action: 'appeals.look-sealed' }],
        },
      }),
      by: speaker('auditor', { code: 'shen', name: '沈计' }),
      confirmed,
    },
  },
  {
    dialogue: whoIsItDialogue,
    journey: {
      starts: { asks: { turn: say('匿名反映欠账的是哪家', 'm-1') } },
      moves: {},
      facts: () => ({}),
      by: speaker('leader', { code: 'jiang', name: '江远' }),
      confirmed,
    },
  },
]
