import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../src/conversation/said.ts'
import type { TurnContent } from '../../src/conversation/turn.ts'
import { approvalDialogue } from '../../src/mailings/mailing-approval.dialogue.ts'
import { pauseDialogue, resumeDialogue } from '../../src/mailings/mailing-hold.dialogue.ts'
import { progressDialogue } from '../../src/mailings/mailing-progress.dialogue.ts'
import type { Standing } from '../../src/mailings/mailing-standing.ts'
import { stopDialogue } from '../../src/mailings/mailing-stop.dialogue.ts'
import { expectDiagram } from '../support/diagram.ts'
import { explore } from '../support/explore.ts'

const chat = { platform: 'stdio', account: 'main', kind: 'private', chatId: 'u-fu' } as const
const by: Speaker = {
  person: { code: 'fu', name: '傅', roles: ['reviewer'] },
  personId: 'u-fu',
  chat,
  home: chat,
  at: new Date('2026-03-02T01:00:00Z'),
}
const standing: Standing = {
  id: 'mailing:7',
  number: 7,
  title: '停水',
  text: '后天停水',
  confirmation: '8842',
  state: 'awaitingApproval',
  by: '宋',
  mine: 'may',
  groups: '发到 1 个群：甲群。',
  findings: '没有查到。',
  counts: '送达 1',
  troubles: '',
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})
const data = { number: 7 }

describe.each([
  ['notices', '通知', 'notice'],
  ['donations', '募捐', 'drive'],
] as const)('%s on their way', (owner, noun, act) => {
  it('are approved, stopped and asked after as the diagrams say, and nothing is done without a yes', () => {
    const approval = approvalDialogue(owner, noun)
    const approved = explore(approval, {
      by,
      starts: {
        'is asked': { turn: { kind: 'invited', data: { id: 'mailing:7' } }, data: { id: 'mailing:7' } },
      },
      moves: { 'says why not': say('日期不对') },
      facts: () => ({ standing }),
      confirmed: ({ kind }) => (kind === `${owner}.approve` ? 'needs-yes' : 'free'),
    })
    expectDiagram(approval.name, approved)
    const stop = stopDialogue(owner, noun, `${act}.stop`)
    const stopped = explore(stop, {
      by,
      starts: { 'asks to stop': { turn: say(`停止${noun} 7`), data } },
      moves: { 'says something else': say('哦') },
      facts: () => ({ standing: { ...standing, state: 'sending' } }),
      confirmed: () => 'needs-yes',
    })
    expectDiagram(stop.name, stopped)
    const pause = pauseDialogue(owner, noun, `${act}.stop`)
    const paused = explore(pause, {
      by,
      starts: { 'asks to pause': { turn: say(`暂停${noun}7`), data } },
      moves: {},
      facts: () => ({}),
      // Nothing is said to anybody by it, and 继续发 takes it back.
      confirmed: () => 'free',
    })
    expectDiagram(pause.name, paused)
    const resume = resumeDialogue(owner, noun, `${act}.stop`)
    const resumed = explore(resume, {
      by,
      starts: { 'asks to go on': { turn: say(`继续发${noun}7`), data } },
      moves: { 'says something else': say('哦') },
      facts: () => ({ standing: { ...standing, state: 'paused' } }),
      confirmed: () => 'needs-yes',
    })
    expectDiagram(resume.name, resumed)
    expect(resumed.some(({ effects }) => effects.includes(`${owner}.resume`))).toBe(true)
    const progress = progressDialogue(owner, noun, [`${act}.prepare`, `${act}.approve`])
    const told = explore(progress, {
      by,
      starts: { asks: { turn: say(`${noun}7怎么样了`), data } },
      moves: {},
      facts: () => ({ progress: { ...standing, state: 'sending' } }),
      confirmed: () => 'needs-yes',
    })
    expectDiagram(progress.name, told)
    expect(told.flatMap(({ effects }) => effects)).toEqual([])
  })
})
