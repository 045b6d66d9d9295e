import { describe, expect, it, test } from 'vitest'
import {
  dropTemplateDialogue,
  saveTemplateDialogue,
  type TemplateOrder,
} from '../../../src/features/notices/templates/save-template.dialogue.ts'
import { filled, gapsOf, readFillings } from '../../../src/features/notices/templates/template.ts'
import { readAboutTemplates } from '../../../src/features/notices/templates/template-words.ts'
import { templatesDialogue } from '../../../src/features/notices/templates/templates.dialogue.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'
import { saying, speakerAs } from '../../support/staff-speaker.ts'

test('gaps are marked in several ways, and a heading is none', () => {
  const text = '【会议通知】定于{时间}在【地点】开会，主题：____，请于{时间}前到。'
  expect(gapsOf(text)).toEqual(['时间', '地点', '主题'])
  expect(filled(text, { 时间: '周五', 地点: '二楼' })).toBe(
    '【会议通知】定于周五在二楼开会，主题：____，请于周五前到。',
  )
})

test('gaps are filled by name, several at once, or by the answer to the one that was asked for', () => {
  const gaps = ['时间', '地点', '主题']
  expect(readFillings('时间=周五15:00 地点：二楼，主题是安全', gaps)).toEqual({
    时间: '周五15:00',
    地点: '二楼',
    主题: '安全',
  })
  expect(readFillings('商会二楼', ['地点'], '地点')).toEqual({ 地点: '商会二楼' })
  expect(readFillings('发给某商会', gaps)).toEqual({})
})

test.each([
  ['存成模板 例会：定于{时间}开会', { what: 'save', name: '例会', text: '定于{时间}开会' }],
  ['把这个存成模板 例会', { what: 'save', name: '例会' }],
  ['用模板 例会 时间=周五 发给竹木商会', { what: 'use', name: '例会', rest: '时间=周五 发给竹木商会' }],
  ['给竹木商会用模板例会', { what: 'use', name: '例会', rest: '', to: '竹木商会' }],
  ['有哪些模板', { what: 'list' }],
  ['有哪些模版', { what: 'list' }],
  ['用例会模板发给竹木商会', { what: 'use', name: '例会', rest: '发给竹木商会' }],
  ['那个例会模板 给竹木商会发 时间=周六', { what: 'use', name: '例会', rest: '时间=周六', to: '竹木商会' }],
  ['套用“例会”模版', { what: 'use', name: '例会', rest: '' }],
  ['看模板 例会', { what: 'list', name: '例会' }],
  ['删除模板 例会', { what: 'drop', name: '例会' }],
])('%s', (text, expected) => expect(readAboutTemplates(text)).toEqual(expected))

test.each(['模板钢材多少钱', '我们用模板施工', '用铝模板施工', '那个钢模板 给工地送去', '建筑模板厂招工'])(
  'is something else: %s',
  (text) => expect(readAboutTemplates(text)).toBeUndefined(),
)

describe('a template is kept and deleted by nothing but a yes', () => {
  const plan = ({ name, text }: TemplateOrder) =>
    text === undefined
      ? { kind: 'asking', question: '全文？' }
      : { kind: 'ready', order: { name, text }, preview: `存“${text}”吗？` }
  const orderOf = (state: { step: string } | undefined, text: string | undefined): TemplateOrder => {
    const order = (state as { order?: TemplateOrder } | undefined)?.order ?? { name: '例会' }
    return text === undefined ? order : { ...order, text }
  }

  it('saving', () => {
    const edges = explore(saveTemplateDialogue, {
      by: speakerAs('staff'),
      starts: {
        'names it': { turn: saying('存成模板 例会'), data: { name: '例会' } },
        'says all': { turn: saying('存成模板 例会：…'), data: { name: '例会', text: '开会' } },
      },
      moves: { 'says the text': saying('定于{时间}开会') },
      facts: (state, turn) => ({
        plan:
          state === undefined
            ? plan({
                name: '例会',
                ...('said' in turn && turn.said?.text.includes('…') ? { text: '开会' } : {}),
              })
            : plan(orderOf(state, 'said' in turn ? turn.said?.text : undefined)),
      }),
      confirmed: () => 'needs-yes',
    })
    expectDiagram('notices.saveTemplate', edges)
  })

  it('deleting', () => {
    const edges = explore(dropTemplateDialogue, {
      by: speakerAs('staff'),
      starts: { asks: { turn: saying('删除模板 例会'), data: { name: '例会' } } },
      moves: { 'says something else': saying('哪个') },
      facts: () => ({ plan: { kind: 'ready', order: { name: '例会' }, preview: '删吗？' } }),
      confirmed: () => 'needs-yes',
    })
    expectDiagram('notices.removeTemplate', edges)
  })

  it('looking', () => {
    const template = {
      name: '例会',
      version: 1,
      text: '定于{时间}开会',
      topic: 'meeting',
      by: 'one',
      at: new Date(0),
    }
    const edges = explore(templatesDialogue, {
      by: speakerAs('staff'),
      starts: {
        'asks for all': { turn: saying('模板列表'), data: {} },
        'asks for one': { turn: saying('看模板 例会'), data: { name: '例会' } },
      },
      moves: {},
      facts: () => ({ templates: [template] }),
      confirmed: () => 'needs-yes',
    })
    expectDiagram('notices.listTemplates', edges)
  })
})
