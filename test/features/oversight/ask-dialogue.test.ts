import { describe, expect, it } from 'vitest'
import type { Said, Speaker } from '../../../src/conversation/said.ts'
import type { Turn, TurnContent } from '../../../src/conversation/turn.ts'
import type { Answered } from '../../../src/features/oversight/answers/answered.ts'
import { askDialogue } from '../../../src/features/oversight/ask.dialogue.ts'
import { NOWHERE } from '../../../src/features/oversight/asking/question.ts'
import { readAsked } from '../../../src/features/oversight/asking/read-asked.ts'
import { type Figure, figureId } from '../../../src/features/oversight/figures/figure.ts'
import { pictureDialogue } from '../../../src/features/oversight/figures/picture.dialogue.ts'
import type { Role } from '../../../src/kernel/person.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'
import { DIRECTORY } from './small-directory.ts'

const AT = new Date('2026-03-05T17:30:00+08:00')
const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-jiang' } as const
const group = { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-office' } as const
const by = (roles: readonly Role[], chat: Speaker['chat'] = home): Speaker => ({
  person: { code: 'jiang', name: '江远', roles },
  personId: 'u-jiang',
  chat,
  home,
  at: AT,
})
const leader = by(['leader'])
const saidOf = (text: string): Said => ({ text, pieces: [{ message: 'm-1', text }], addressed: 'private' })
const say = (text: string): TurnContent => ({ kind: 'say', said: saidOf(text) })
const dataOf = (text: string) => ({ asked: readAsked(text, AT), figure: null })
const begun = (text: string) => ({ data: dataOf(text), onTop: false, frame: 'fr-1' })

const figure = (number: number): Figure => ({
  id: figureId(number),
  version: 1,
  number,
  person: 'jiang',
  at: AT,
  lastAt: AT,
  question: { kind: 'age', where: { ...NOWHERE, mine: true }, unread: null },
  day: '2026-03-05',
  said: '没办完的 7 件。',
  lines: [{ label: '没办完', n: 7, of: null, numbers: [] }],
  isWhole: true,
  shown: 0,
})
const TOLD: Answered = {
  kind: 'told',
  text: '还有 7 件没办完。',
  aloud: '还有7件没办完。',
  figure: 12,
  chart: null,
}
const CHART = { kind: 'chart', title: '新增走势', subtitle: '', points: ['2月'], bars: [] } as const

const KNOWN = { directory: DIRECTORY, occasions: [], before: undefined }

function ask(text: string, answered: Answered | undefined, speaker = leader, more: object = {}) {
  const turn: Turn = { by: speaker, ...say(text) }
  return askDialogue.start(
    turn,
    { ...KNOWN, ...more, ...(answered === undefined ? {} : { answered }) },
    begun(text),
  )
}
const needs = (text: string, known: object = {}) =>
  askDialogue.needs?.(undefined, { by: leader, ...say(text) }, begun(text), { ...known })

describe('what is looked up', () => {
  it('names and the last answer first, then the question that they settle', () => {
    expect(Object.keys(needs('我包的企业还有几件没办完') ?? {})).toEqual(['directory', 'occasions', 'before'])
    expect(needs('我包的企业还有几件没办完', KNOWN)?.answered).toMatchObject({
      ask: 'oversight.look',
      question: { kind: 'count', of: 'open', where: { mine: true } },
    })
  })

  it('what another feature keeps is asked of it before it is told', () => {
    const first = needs('通知57谁没回', KNOWN)
    expect(first).toMatchObject({ standing: { ask: 'notices.told', notice: 57 } })
    expect(first).not.toHaveProperty('answered')
    expect(needs('通知57谁没回', { ...KNOWN, standing: undefined })).toHaveProperty('answered')
  })

  it('what goes on with an answer is asked of its figure', () => {
    expect(needs('继续', { ...KNOWN, before: figure(12) })?.answered).toMatchObject({
      ask: 'oversight.follow',
      act: { act: 'more' },
      figure: 12,
    })
    expect(needs('明细8', KNOWN)).toMatchObject({ named: { ask: 'oversight.figure', number: 8 } })
  })

  it('nothing for somebody without the right, who is told what they can ask', () => {
    const member = by(['member'])
    const turn: Turn = { by: member, ...say('全县还有几件没办完') }
    expect(askDialogue.needs?.(undefined, turn, begun('全县还有几件没办完'), {})).toEqual({})
    expect(ask('全县还有几件没办完', undefined, member).says[0]?.text).toContain('我的诉求到哪一步了')
  })
})

describe('an answer', () => {
  it('is over at once: what goes on with it begins with its figure', () => {
    const { says, state, effects } = ask('我包的企业还有几件没办完', TOLD)
    expect(says).toEqual([{ text: '还有 7 件没办完。' }])
    expect(state.step).toBe('answered')
    expect(effects).toEqual([])
  })

  it('is said for the ear first where it was asked by voice', () => {
    const said: Said = {
      ...saidOf('我包的企业还有几件没办完'),
      pieces: [
        { message: 'm-1', text: '', files: [{ sha256: 'a'.repeat(64), name: 'v.amr', kind: 'voice' }] },
      ],
    }
    const { says } = askDialogue.start(
      { by: leader, kind: 'say', said },
      { ...KNOWN, answered: TOLD },
      begun(said.text),
    )
    expect(says.map(({ text }) => text)).toEqual(['还有7件没办完。', '还有 7 件没办完。'])
  })

  it('goes to private when it was asked in a group', () => {
    const { says } = ask('我包的企业还有几件没办完', TOLD, by(['leader'], group))
    expect(says.map(({ to }) => to ?? 'private')).toEqual(['private', 'here'])
    expect(says[1]?.text).toBe('这类情况只在私聊里说，已私信您。')
  })

  it('comes with its picture, its sheet or its page where there is one', () => {
    expect(ask('按月看新增', { ...TOLD, chart: CHART }).effects).toEqual([
      { kind: 'oversight.draw', figure: 12, picture: CHART },
    ])
    const before = { before: figure(12) }
    expect(ask('给我表格', { kind: 'sheet', figure: 12 }, leader, before).effects).toEqual([
      { kind: 'oversight.sheet', figure: 12 },
    ])
    expect(ask('发个链接', { kind: 'link', figure: 12 }, leader, before).effects).toEqual([
      { kind: 'oversight.link', figure: 12 },
    ])
  })
})

describe('which of two', () => {
  const { state, says } = ask('五峰还有几件没办完', undefined)
  const options = says[0]?.choices ?? []

  it('is asked back', () => {
    expect(options.map(({ label }) => label).sort()).toEqual(['五峰钢构有限公司', '五峰铸件有限公司'])
    expect(askDialogue.standsAlone?.(state)).toBe(true)
  })

  it.each([
    ['words that only one carries', say('铸件那家')],
    [
      'its button',
      {
        kind: 'choose',
        choice: `option-${options.findIndex(({ label }) => label.includes('铸件'))}`,
      } as const,
    ],
  ])('and chosen by %s', (_how, turn) => {
    const wanted = askDialogue.needs?.(state, { by: leader, ...turn }, undefined, { directory: DIRECTORY })
    expect(wanted?.answered).toMatchObject({ question: { kind: 'count', where: { company: 'wufeng' } } })
  })
})

it('can be left, resumed and cancelled everywhere, and matches its diagram', () => {
  const edges = explore(askDialogue, {
    by: leader,
    starts: {
      'asks for a number': {
        turn: say('我包的企业还有几件没办完'),
        data: dataOf('我包的企业还有几件没办完'),
      },
      'names two firms': { turn: say('五峰还有几件没办完'), data: dataOf('五峰还有几件没办完') },
      'names one matter': { turn: say('天禾农机贷款的事到哪了'), data: dataOf('天禾农机贷款的事到哪了') },
      'wants a sheet': { turn: say('给我表格'), data: dataOf('给我表格') },
    },
    moves: {
      'asks something else': say('超期的有几件'),
      mumbles: say('这个嘛'),
      thanks: say('谢谢'),
    },
    facts: (_state, turn) => {
      const isOfMatter = turn.kind === 'say' && turn.said.text.includes('贷款')
      const isOfSheet = turn.kind === 'say' && turn.said.text.includes('表格')
      const options = ['2026-0001', '2026-0002'].map((number) => ({
        label: number,
        question: { kind: 'number' as const, numbers: [number] },
      }))
      const answered: Answered = isOfMatter
        ? { kind: 'several', asks: '您问的是哪一件：', options }
        : isOfSheet
          ? { kind: 'sheet', figure: 12 }
          : TOLD
      return { ...KNOWN, before: figure(12), answered }
    },
    // A sheet binds nobody: it goes to whoever asked.
    confirmed: (effect) => (effect.kind.startsWith('oversight.') ? 'free' : 'needs-yes'),
  })
  expectDiagram('oversight.ask', edges)
})

it('the picture of an answer is shown, and one that could not be drawn is no letter', () => {
  const file = { sha256: 'a'.repeat(64), name: '明细12.png', kind: 'image' as const }
  const drawn = { figure: 12, title: '新增走势' }
  const turn: TurnContent = { kind: 'invited', data: null }
  const edges = explore(pictureDialogue, {
    by: leader,
    starts: {
      'is drawn': { turn, data: { ...drawn, file } },
      'could not be drawn': { turn, data: drawn },
    },
    moves: {},
    facts: () => ({}),
    confirmed: () => 'needs-yes',
  })
  expectDiagram('oversight.picture', edges)
  const beginning = { data: drawn, onTop: false, frame: 'fr-1' }
  expect(pictureDialogue.start({ by: leader, ...turn }, {}, beginning).says).toEqual([])
})
