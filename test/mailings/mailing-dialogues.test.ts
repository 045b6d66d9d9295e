import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../src/conversation/said.ts'
import type { TurnContent } from '../../src/conversation/turn.ts'
import { approvalDialogue } from '../../src/mailings/mailing-approval.dialogue.ts'
import { pauseDialogue, resumeDialogue } from '../../src/mailings/mailing-hold.dialogue.ts'
import { progressDialogue } from '../../src/mailings/mailing-progress.dialogue.ts'
import type { Standing } from '../../src/mailings/mailing-standing.ts'
import { stopDialogue } from '../../src/mailings/mailing-stop.dialogue.ts'
import { diagramOf, explore } from '../support/explore.ts'

const chat = { platform: 'stdio', account: 'main', kind: 'private', chatId: 'u-fu' } as const
const by: Speaker = {
  person: { code: 'fu', name: '傅', roles: ['reviewer'] },
  personId: 'u-fu',
  chat,
  home: chat,
  at: new Date('2026-03-02T01:00:00Z'),
}
const standing: Standing = {
  id: 'notice:7',
  number: 7,
  title: '停电',
  text: '明天停电',
  confirmation: '8842',
  state: 'awaitingApproval',
  by: '宋',
  mine: 'may',
  groups: '发到 2 个群：甲群、乙群。',
  findings: '没有查到。',
  counts: '',
  troubles: '',
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})
const invited: TurnContent = { kind: 'invited', data: { id: 'notice:7' } }
const beginning = { data: { id: 'notice:7' }, onTop: false, frame: 'fr' }

describe('the approval of what somebody else prepared', () => {
  const dialogue = approvalDialogue('notices', '通知')

  it('shows what goes with it: the files are part of what is agreed to', () => {
    const files = [{ sha256: 'x', name: '海报.png', kind: 'image' }] as const
    const asked = dialogue.start(
      { by, ...invited },
      { standing: { ...standing, files, when: '周一 08:00' } },
      beginning,
    )
    expect(asked.says[0]?.files).toEqual(files)
    expect(asked.says[0]?.text).toContain('同意后 周一 08:00 发出')
  })

  it('can be left, resumed and cancelled everywhere, and does nothing without a yes or a no', () => {
    const edges = explore(dialogue, {
      by,
      starts: { 'is asked': { turn: invited, data: { id: 'notice:7' } } },
      moves: { 'says why not': say('日期不对') },
      facts: () => ({ standing }),
      confirmed: ({ kind }) => (kind === 'notices.approve' ? 'needs-yes' : 'free'),
    })
    expect(diagramOf(edges)).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> asking: is asked',
        '  asking --> decided: no / yes',
        '  asking --> left: cancel / silence',
        '  asking --> returning: says why not',
        '  returning --> asking: no',
        '  returning --> decided: yes',
        '  returning --> left: cancel / silence',
      ].join('\n'),
    )
  })

  it('is not brought up again by other talk: somebody else may have decided it', () => {
    const asked = dialogue.start({ by, ...invited }, { standing }, beginning).state
    expect(dialogue.standsAlone?.(asked)).toBe(true)
  })

  it.each(['有啥要我审的', '有哪些要我批的', '这是发给谁的', '几点发', '都发给哪些人啊', '我看下哈'])(
    'what is asked before deciding is no reason to send it back: %s',
    (text) => {
      const asked = dialogue.start({ by, ...invited }, { standing }, beginning).state
      const step = dialogue.next(asked, { by, ...say(text) }, { standing })
      expect(step.state.step).toBe('asking')
      expect(step.says[0]?.text).toContain('明天停电')
    },
  )

  it.each([
    '算了 同意发吧',
    '那就同意吧',
    '没问题，同意',
    '看了，可以发',
    '行，发吧',
    '发送 8842',
    '8842',
    '确认发送 2518',
  ])('words that agree are never the reason to send it back, nor a yes to that: %s', (text) => {
    const asked = dialogue.start({ by, ...invited }, { standing }, beginning).state
    for (const state of [asked, dialogue.next(asked, { by, ...say('日期不对') }, { standing }).state]) {
      const step = dialogue.next(state, { by, ...say(text) }, { standing })
      expect(step.state.step).toBe('asking')
      expect(step.effects).toEqual([])
    }
  })

  it.each(['不同意发，日期写错了', '不同意，太晚了', '发吧怎么行，地点都没写', '先改地点再同意'])(
    'words that name what is wrong are a reason: %s',
    (text) => {
      const asked = dialogue.start({ by, ...invited }, { standing }, beginning).state
      expect(dialogue.next(asked, { by, ...say(text) }, { standing }).state.step).toBe('returning')
    },
  )

  it.each(['sending', 'sent', 'refused', 'withdrawn', 'stopped'] as const)(
    'one that is %s already is not decided again',
    (state) => {
      const asked = dialogue.start({ by, ...invited }, { standing }, beginning).state
      const late = dialogue.next(asked, { by, kind: 'yes' }, { standing: { ...standing, state } })
      expect(late.effects).toEqual([])
      expect(late.says[0]?.text).toContain('不用再处理')
    },
  )

  it.each(['own', 'no'] as const)('somebody who may not (%s) is never asked', (mine) => {
    const begun = dialogue.start({ by, ...invited }, { standing: { ...standing, mine } }, beginning)
    expect(begun.state.step).toBe('left')
    expect(begun.says[0]?.choices).toBeUndefined()
  })

  it('a yes by its number means the broadcast, also while a reason is read back', () => {
    const asked = dialogue.start({ by, ...invited }, { standing }, beginning).state
    const returning = dialogue.next(asked, { by, ...say('再想想') }, { standing }).state
    const said = { text: '确认发送 8842', pieces: [], addressed: 'private' } as const
    expect(dialogue.next(returning, { by, kind: 'yes', said }, { standing }).effects).toEqual([
      { kind: 'notices.approve', id: 'notice:7' },
    ])
    expect(dialogue.next(returning, { by, kind: 'yes' }, { standing }).effects).toEqual([
      { kind: 'notices.refuse', id: 'notice:7', reason: '再想想' },
    ])
  })
})

describe('a reviewer who only asks or looks', () => {
  const dialogue = approvalDialogue('notices', '通知')
  const asked = dialogue.start({ by, ...invited }, { standing }, beginning).state

  it.each(['啥事', '看看', '什么通知', '发给谁？', '稍等我看一下', '在开会'])(
    '“%s” is no reason to send it back; the text is shown again',
    (words) => {
      const shown = dialogue.next(asked, { by, ...say(words) }, { standing })
      expect(shown.state.step).toBe('asking')
      expect(shown.says[0]?.text).toContain('明天停电')
    },
  )

  it.each(['不退', '先别退', '不用退', '不退回'])('“%s” takes a return back', (words) => {
    const returning = dialogue.next(asked, { by, ...say('日期不对') }, { standing }).state
    expect(dialogue.next(returning, { by, ...say(words) }, { standing }).state.step).toBe('asking')
  })

  it.each(['同意', '同意发出', '通过', '批准', '可以发'])(
    '“%s” while a return is read back may mean either, so it is asked again',
    (words) => {
      const returning = dialogue.next(asked, { by, ...say('日期不对') }, { standing }).state
      const said = { text: words, pieces: [], addressed: 'private' } as const
      for (const turn of [{ by, kind: 'yes', said } as const, { by, ...say(words) }]) {
        const again = dialogue.next(returning, turn, { standing })
        expect(again.effects).toEqual([])
        expect(again.state.step).toBe('asking')
      }
      const yes = { text: '是', pieces: [], addressed: 'private' } as const
      expect(dialogue.next(returning, { by, kind: 'yes', said: yes }, { standing }).effects).toHaveLength(1)
    },
  )
})

describe('stopping', () => {
  const dialogue = stopDialogue('notices', '通知', 'notice.stop')

  it('needs a yes', () => {
    const edges = explore(dialogue, {
      by,
      starts: { 'asks to stop': { turn: say('停止通知 7'), data: { number: 7 } } },
      moves: { 'says something else': say('哦') },
      facts: () => ({ standing: { ...standing, state: 'sending', counts: '送达 1' } }),
      confirmed: () => 'needs-yes',
    })
    expect(edges.some(({ effects }) => effects.includes('notices.stop'))).toBe(true)
  })

  it.each(['awaitingApproval', 'scheduled', 'sending', 'paused'] as const)('is offered while %s', (state) => {
    const begun = dialogue.start(
      { by, ...say('停止通知 7') },
      { standing: { ...standing, state } },
      { data: { number: 7 }, onTop: false, frame: 'fr' },
    )
    expect(begun.state.step).toBe('confirming')
  })

  it('is not offered where nothing is on its way, nor to a member', () => {
    const data = { data: { number: 7 }, onTop: false, frame: 'fr' }
    const over = dialogue.start(
      { by, ...say('停止通知 7') },
      { standing: { ...standing, state: 'sent' } },
      data,
    )
    expect(over.state.step).toBe('kept')
    const member: Speaker = { ...by, person: { code: 'he', name: '何', roles: ['member'] } }
    expect(dialogue.start({ by: member, ...say('停止通知 7') }, { standing }, data).state.step).toBe('kept')
  })
})

describe('going on with what was paused', () => {
  const dialogue = resumeDialogue('notices', '通知', 'notice.stop')
  const data = { data: { number: 7 }, onTop: false, frame: 'fr' }

  it('is not offered where nothing is paused, nor to a member', () => {
    const sent = dialogue.start(
      { by, ...say('继续发通知7') },
      { standing: { ...standing, state: 'sent' } },
      data,
    )
    expect(sent.state.step).toBe('kept')
    const member: Speaker = { ...by, person: { code: 'he', name: '何', roles: ['member'] } }
    const paused: Standing = { ...standing, state: 'paused' }
    expect(dialogue.start({ by: member, ...say('继续发通知7') }, { standing: paused }, data).state.step).toBe(
      'kept',
    )
    expect(dialogue.start({ by, ...say('继续发通知7') }, { standing: paused }, data).state.step).toBe(
      'confirming',
    )
  })

  it('nor may a member pause anything', () => {
    const member: Speaker = { ...by, person: { code: 'he', name: '何', roles: ['member'] } }
    const pause = pauseDialogue('notices', '通知', 'notice.stop')
    expect(pause.start({ by: member, ...say('暂停通知7') }, {}, data).effects).toEqual([])
    expect(pause.start({ by, ...say('暂停通知7') }, {}, data).effects).toEqual([
      { kind: 'notices.pause', number: 7 },
    ])
  })
})

it('how a broadcast goes is one answer, and only for those who work with it', () => {
  const dialogue = progressDialogue('notices', '通知', ['notice.prepare', 'notice.approve'])
  const data = { data: { number: 7 }, onTop: false, frame: 'fr' }
  const told = dialogue.start(
    { by, ...say('通知7怎么样了') },
    { progress: { ...standing, state: 'sending', counts: '送达 1' } },
    data,
  )
  expect(told.says[0]?.text).toContain('送达 1')
  const member: Speaker = { ...by, person: { code: 'he', name: '何', roles: ['member'] } }
  const refused = dialogue.start({ by: member, ...say('通知7怎么样了') }, { progress: standing }, data)
  expect(refused.says[0]?.text).not.toContain('停电')
})
