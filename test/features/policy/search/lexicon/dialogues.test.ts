import { expect, it } from 'vitest'
import type { Speaker } from '../../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../../src/conversation/turn.ts'
import { changeWordsDialogue } from '../../../../../src/features/policy/search/lexicon/change-words.dialogue.ts'
import { lookDialogue } from '../../../../../src/features/policy/search/lexicon/look.dialogue.ts'
import { readLexiconWords } from '../../../../../src/features/policy/search/lexicon/recognise-lexicon.ts'
import { expectDiagram } from '../../../../support/diagram.ts'
import { explore } from '../../../../support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-song' } as const
const by: Speaker = {
  person: { code: 'song', name: '宋敏', roles: ['staff'] },
  personId: 'u-song',
  chat,
  home: chat,
  at: new Date('2026-03-05T10:00:00+08:00'),
}
const said = (text: string) => ({ text, pieces: [{ message: 'm', text }], addressed: 'private' as const })
const say = (text: string): TurnContent => ({ kind: 'say', said: said(text) })
const meant = (text: string, person = by.person) =>
  readLexiconWords(said(text), { by: { ...by, person } } as never).map(({ dialogue, data }) => ({
    dialogue,
    ...(data as object),
  }))

it('no word is added or taken away without a yes', () => {
  const edges = explore(changeWordsDialogue, {
    by,
    starts: {
      adds: { turn: say('加词'), data: { verb: 'add', words: '过桥 = 转贷' } },
      removes: { turn: say('删词'), data: { verb: 'remove', words: '过桥' } },
      'removes what is not there': { turn: say('删词 没有'), data: { verb: 'remove', words: '没有' } },
      'dismisses a proposal': { turn: say('不加词'), data: { verb: 'dismiss', words: '过桥' } },
    },
    moves: { 'says something else': say('还有别的吗') },
    facts: (_state, turn) => ({
      plan:
        turn.kind === 'say' && turn.said.text === '删词 没有'
          ? { kind: 'refused', text: '没有这个说法' }
          : { kind: 'ready', order: { verb: 'remove', words: '过桥' }, preview: '这样吗' },
    }),
    confirmed: () => 'needs-yes',
  })
  expect(edges.flatMap(({ effects }) => effects)).toContain('policy.changeWords')
  expectDiagram(changeWordsDialogue.name, edges)
})

it('looking changes nothing', () => {
  const edges = explore(lookDialogue, {
    by,
    starts: {
      'looks at the list': { turn: say('词表'), data: { show: 'own', words: '' } },
      'looks for a word': { turn: say('词表 过桥'), data: { show: 'about', words: '过桥' } },
      'looks at proposals': { turn: say('词条建议'), data: { show: 'proposed', words: '' } },
    },
    moves: {},
    facts: () => ({ view: { own: [], proposed: [], shipped: [] } }),
    confirmed: () => 'needs-yes',
  })
  expect(edges.flatMap(({ effects }) => effects)).toEqual([])
  expectDiagram(lookDialogue.name, edges)
})

it.each([
  ['加词 过桥 倒贷 = 转贷', { verb: 'add', words: '过桥 倒贷 = 转贷' }],
  ['帮我加一个词条：过桥就是转贷', { verb: 'add', words: '过桥 = 转贷' }],
  ['加词 大家都说“过桥”，文件里写“转贷”', { verb: 'add', words: '“过桥” = “转贷”' }],
  ['添加说法 过桥＝转贷', { verb: 'add', words: '过桥＝转贷' }],
  ['加词', { verb: 'add', words: '' }],
  ['删词 “过桥”', { verb: 'remove', words: '过桥' }],
  ['把词条 过桥', undefined],
  ['停用词条：过桥。', { verb: 'remove', words: '过桥' }],
  ['不加词 过桥', { verb: 'dismiss', words: '过桥' }],
  ['词表', { show: 'own', words: '' }],
  ['看看词表', { show: 'own', words: '' }],
  ['词表 过桥', { show: 'about', words: '过桥' }],
  ['词表里有什么', { show: 'own', words: '' }],
  ['词条建议', { show: 'proposed', words: '' }],
  ['有哪些建议的词？', { show: 'proposed', words: '' }],
  ['研发费用补助按什么标准', undefined],
  ['加班费怎么算', undefined],
  ['不加班可以吗', undefined],
])('%s', (text, data) => {
  expect(meant(text).map(({ dialogue: _dialogue, ...rest }) => rest)).toEqual(
    data === undefined ? [] : [data],
  )
})

it('is the staff’s alone', () => {
  expect(meant('加词 过桥 = 转贷', { code: 'he', name: '何志平', roles: ['member'] })).toEqual([])
})
