import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { Turn } from '../../../../src/conversation/turn.ts'
import { answerDialogue } from '../../../../src/features/policy/answers/answer.dialogue.ts'
import type { Consulted } from '../../../../src/features/policy/answers/consult.ts'
import { removeDialogue } from '../../../../src/features/policy/library/remove.dialogue.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore } from '../../../support/explore.ts'

const at = new Date('2026-03-02T09:00:00+08:00')
const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' } as const
const group = { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-tea' } as const
const person = { code: 'song', name: '宋敏', roles: ['staff'] as const }
const inPrivate: Speaker = { person, personId: 'u-he', chat: home, home, at }
const inGroup: Speaker = { ...inPrivate, chat: group, audience: 'members', group: 'tea-group' }

const say = (text: string) =>
  ({ kind: 'say', said: { text, pieces: [{ message: 'm-1', text }], addressed: 'private' } }) as const
const citation = {
  doc: 'a.md',
  document: 'a.md#1',
  position: 2,
  title: '用工补贴办法',
  locator: '第三条',
  quote: '每人一次性补贴1500元。',
  documentNumber: '云人社〔2026〕1号',
  issuedOn: '2026-01-05',
  validity: 'current',
} as const
const answered: Consulted = {
  question: '补贴标准是多少',
  citable: [],
  outcome: {
    kind: 'answered',
    tier: 'sure',
    text: '《用工补贴办法》第三条\n原文：每人一次性补贴1500元。\n以文件原文为准。',
    citations: [citation],
    confidence: 0.9,
  },
  isPublic: true,
}
const notFound: Consulted = {
  question: '补贴标准是多少',
  citable: [],
  outcome: {
    kind: 'notFound',
    tier: 'nothing',
    citations: [],
    confidence: 0.1,
    text: '没有查到能回答这个问题的条款。',
    nearest: [{ doc: 'a.md', title: '用工补贴办法' }],
  },
  isPublic: true,
}
const turn = (by: Speaker, text: string): Turn => ({ by, ...say(text) })
const begin = (by: Speaker, consulted: Consulted, onTop = false) =>
  answerDialogue.start(turn(by, '补贴标准是多少'), { consulted }, { onTop, frame: 'fr-1' })

describe('an answer', () => {
  it('goes where it was asked, as a public quote', () => {
    const { state, says } = begin(inGroup, answered)
    expect(state.step).toBe('answered')
    expect(says).toEqual([{ text: expect.stringContaining('1500元'), to: 'here', origin: 'publicDocument' }])
    expect(says[0]?.text).toContain('《用工补贴办法》第三条（云人社〔2026〕1号，2026年1月5日公布）')
  })

  it('is no public quote where not everybody may read the document', () => {
    expect(begin(inGroup, { ...answered, isPublic: false }).says[0]?.origin).toBe('automatic')
  })

  it('asks to be checked when it is not sure', () => {
    const unsure: Consulted = {
      ...answered,
      outcome: { ...answered.outcome, tier: 'probable' } as Consulted['outcome'],
    }
    expect(begin(inGroup, unsure).says[0]?.text).toMatch(/^最接近的是这条，请核对/u)
  })

  it('says for which day it is where the question named one', () => {
    expect(begin(inPrivate, { ...answered, askedDay: '2024-05-01' }).says[0]?.text).toMatch(
      /^按2024年5月1日那天算/u,
    )
  })
})

describe('every outcome', () => {
  const nearest: Consulted = {
    ...notFound,
    outcome: { ...notFound.outcome, tier: 'nearest', citations: [citation] } as Consulted['outcome'],
  }

  it.each([
    ['an answer', inPrivate, answered, false],
    ['an answer in a group', inGroup, answered, false],
    ['the nearest clause', inPrivate, nearest, false],
    ['the nearest clause in a group', inGroup, nearest, false],
    ['nothing', inPrivate, notFound, false],
    ['nothing, in a group', inGroup, notFound, false],
    ['nothing, in the middle of something else', inPrivate, notFound, true],
  ])('is noted as it was told: %s', (_case, by, consulted, onTop) => {
    const { says, effects } = begin(by, consulted, onTop)
    const [note] = effects
    if (note?.kind !== 'policy.noteAsking') throw new Error('nothing was noted')
    expect(says[0]?.text.startsWith(note.asking.told)).toBe(true)
    expect(note.asking).toMatchObject({
      tier: consulted.outcome.tier,
      question: '补贴标准是多少',
      cited: consulted.outcome.citations.map(() => ({ document: 'a.md#1', position: 2 })),
    })
  })

  it('calls a weak hit what it is, quotes it, and offers to file', () => {
    const { state, says } = begin(inGroup, nearest)
    expect(state.step).toBe('offering')
    expect(says[0]).toMatchObject({ to: 'here', origin: 'publicDocument' })
    expect(says[0]?.text).toMatch(/最相关的是这条，未必是答案[\s\S]*每人一次性补贴1500元/u)
    expect(says[1]?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
  })
})

describe('an answer that comes another way', () => {
  const invited: Turn = { by: inPrivate, kind: 'invited', data: null }
  const beginning = (data: object) => ({ data, onTop: false, frame: 'fr-1' })

  it('waits without a word while a model words it', () => {
    const { state, says, effects } = begin(inPrivate, { ...answered, writing: true })
    expect(state.step).toBe('beingWritten')
    expect(says).toEqual([])
    expect(effects).toEqual([{ kind: 'policy.write', question: '补贴标准是多少', sources: ['m-1'] }])
  })

  it('is told as it comes back, and noted as worded', () => {
    const written = { ...answered, outcome: { ...answered.outcome, written: true } }
    const from = beginning({ question: '补贴标准是多少', sources: ['m-1'], consulted: written, quoted: true })
    expect(answerDialogue.needs?.(undefined, invited, from, {})).toEqual({})
    const { says, effects } = answerDialogue.start(invited, {}, from)
    expect(says[0]?.text).toBe(answered.outcome.text)
    expect(effects).toMatchObject([{ kind: 'policy.noteAsking', asking: { written: true } }])
  })

  it('is looked for with quotes alone where the model failed, and for another desk with all there is', () => {
    const needs = (data: object) => answerDialogue.needs?.(undefined, invited, beginning(data), {})
    expect(needs({ question: '补贴标准是多少', sources: [], quoted: true })).toEqual({
      consulted: { ask: 'policy.consult', question: '补贴标准是多少', quoted: true },
    })
    expect(needs({ question: '补贴标准是多少' })).toEqual({
      consulted: { ask: 'policy.consult', question: '补贴标准是多少' },
    })
  })

  it('is asked back where the words lean on something that was not said', () => {
    const { state, says, effects } = begin(inPrivate, { ...notFound, isIncomplete: true })
    expect(state.step).toBe('unanswered')
    expect(says[0]?.text).toContain('哪项政策')
    expect(effects).toEqual([])
  })
})

describe('what is not found', () => {
  it('is said in the group and offered in private', () => {
    const { state, says } = begin(inGroup, notFound)
    expect(state).toMatchObject({ step: 'offering', question: '补贴标准是多少', sources: ['m-1'] })
    expect(says.map(({ to = 'private', choices = [] }) => [to, choices.map(({ id }) => id)])).toEqual([
      ['here', []],
      ['private', ['yes', 'no']],
    ])
  })

  it('is not offered on top of something else', () => {
    const { state, says } = begin(inPrivate, notFound, true)
    expect(state.step).toBe('unanswered')
    expect(says).toHaveLength(1)
    expect(says[0]?.choices).toBeUndefined()
  })

  it('is handed over after a yes, with the words and their message', () => {
    const { state } = begin(inPrivate, notFound)
    const { effects } = answerDialogue.next(state, { by: inPrivate, kind: 'yes' }, {})
    expect(effects).toEqual([{ kind: 'policy.beginAppeal', text: '补贴标准是多少', sources: ['m-1'] }])
  })

  it('gives way to another question', () => {
    const { state } = begin(inPrivate, notFound)
    const next = turn(inPrivate, '那技改奖补的标准是多少')
    expect(answerDialogue.needs?.(state, next, undefined, {})).toEqual({
      consulted: { ask: 'policy.consult', question: '那技改奖补的标准是多少' },
    })
    expect(answerDialogue.next(state, next, { consulted: answered }).state.step).toBe('answered')
  })

  it('is taken up together with what happened, when that is told instead of a yes', () => {
    const { state } = begin(inPrivate, notFound)
    const { effects } = answerDialogue.next(state, turn(inPrivate, '我们申请交上去半年了一直退回来'), {})
    expect(effects).toMatchObject([{ text: '补贴标准是多少\n我们申请交上去半年了一直退回来' }])
  })

  it.each(['谢谢，我再看看', '那我自己去窗口问', '算了吧不麻烦了'])('is left alone: %s', (text) => {
    const { state } = begin(inPrivate, notFound)
    expect(answerDialogue.next(state, turn(inPrivate, text), {})).toMatchObject({
      state: { step: 'left' },
      effects: [],
    })
  })
})

const files = { answer: answerDialogue, remove: removeDialogue } as const
const journeys = {
  answer: {
    starts: {
      asks: { turn: say('补贴标准是多少') },
      'asks what is known': { turn: say('用工补贴标准是多少') },
    },
    moves: {
      mumbles: say('这个嘛'),
      'asks again': say('申报材料有哪些'),
      'asks what is known': say('用工补贴申报材料有哪些'),
      'tells what happened': say('窗口不收我们的材料来回跑'),
    },
    facts: (_state: unknown, asked: Turn) => ({
      consulted: asked.kind === 'say' && asked.said.text.startsWith('用工') ? answered : notFound,
    }),
  },
  remove: {
    starts: { 'names a document': { turn: say('删除文件 a.md'), data: { words: 'a.md', allowed: true } } },
    moves: { mumbles: say('这个嘛') },
    facts: () => ({
      found: [{ doc: 'a.md', title: '用工补贴办法', documentNumber: undefined, isEnded: false }],
    }),
  },
} as const

describe.each(['answer', 'remove'] as const)('policy.%s', (name) => {
  it('can be left, resumed and cancelled everywhere, and matches its diagram', () => {
    const edges = explore(files[name], {
      ...journeys[name],
      by: inPrivate,
      // Words that tell what happened begin an intake, which reads back and asks for its own yes.
      confirmed: ({ kind }) => (kind === 'policy.remove' ? 'needs-yes' : 'free'),
    })
    expectDiagram(`policy.${name}`, edges)
  })
})

describe('removal', () => {
  const start = (by: Speaker, allowed: boolean, found: readonly string[]) =>
    removeDialogue.start(
      turn(by, '删除文件 补贴'),
      { found: found.map((doc) => ({ doc, title: doc, documentNumber: undefined, isEnded: false })) },
      { data: { words: '补贴', allowed }, onTop: false, frame: 'fr-1' },
    )

  it.each([
    ['by a member', start(inPrivate, false, ['a']), '工作人员'],
    ['in a group', start(inGroup, true, ['a']), '私聊'],
    ['of nothing', start(inPrivate, true, []), '没有找到'],
    ['of one of several', start(inPrivate, true, ['a', 'b']), '说全'],
  ])('is refused %s', (_case, { state, says }, words) => {
    expect(state.step).toBe('refused')
    expect(says[0]?.text).toContain(words)
  })
})
