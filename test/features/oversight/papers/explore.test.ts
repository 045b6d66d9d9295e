import { expect, test } from 'vitest'
import { briefDialogue } from '../../../../src/features/oversight/papers/brief.dialogue.ts'
import { briefMadeDialogue } from '../../../../src/features/oversight/papers/brief-made.dialogue.ts'
import { circularDialogue } from '../../../../src/features/oversight/papers/circular.dialogue.ts'
import { circularMadeDialogue } from '../../../../src/features/oversight/papers/circular-made.dialogue.ts'
import { compileBrief } from '../../../../src/features/oversight/papers/compile-brief.ts'
import { compileCircular } from '../../../../src/features/oversight/papers/compile-circular.ts'
import { type BriefPlan, MOST_MATTERS } from '../../../../src/features/oversight/papers/plan-brief.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore } from '../../../support/explore.ts'
import { saying, speakerAs } from '../../../support/staff-speaker.ts'
import { circularFigures } from './circular-figures.ts'
import { directory, facts, making, now } from './paper-facts.ts'

const by = speakerAs('staff')
const moves = { 'says something else': saying('今天天气不错') }
const asked = { numbers: [['2026-0312']], figure: null, top: null, picks: [], awaiting: false, last: false }

test('a page is made at once: it binds nobody', () => {
  const plans: Readonly<Record<string, BriefPlan>> = {
    'what is there': {
      kind: 'ready',
      sheets: compileBrief([facts()], making),
      numbers: ['2026-0312'],
      missing: ['2026-9999'],
      isCut: true,
    },
    'nothing that is there': { kind: 'none', missing: ['2026-9999'] },
    'a number that nobody was told': { kind: 'no-figure', code: '明细9' },
    'no list': { kind: 'no-list' },
    'none of that kind': { kind: 'none-such' },
    'an empty list for the meeting': { kind: 'nothing-awaits' },
    'who may not': { kind: 'not-allowed' },
  }
  const edges = explore(briefDialogue, {
    by,
    moves,
    confirmed: () => 'free',
    starts: Object.fromEntries(Object.keys(plans).map((name) => [name, { turn: saying(name), data: asked }])),
    facts: (_state, turn) => (turn.kind === 'say' ? { plan: plans[turn.said.text] } : {}),
  })
  expectDiagram(briefDialogue.name, edges)
  expect(MOST_MATTERS).toBeGreaterThanOrEqual(8)
})

test('what the errand brought is shown, also where it brought nothing', () => {
  const files = [{ sha256: 'a', name: '协调会材料.pdf', kind: 'file' as const }]
  const turn = { kind: 'invited', data: undefined } as const
  const edges = explore(briefMadeDialogue, {
    by,
    moves,
    confirmed: () => 'free',
    starts: {
      'a page': { turn, data: { numbers: ['2026-0312'], pages: 1, files } },
      'two pages': { turn, data: { numbers: ['2026-0312'], pages: 2, files } },
      nothing: { turn, data: { numbers: [], pages: 0, files: [] } },
    },
    facts: () => ({}),
  })
  expectDiagram(briefMadeDialogue.name, edges)
})

test('a draft of the circular is written on word, and by itself', () => {
  const data = { month: '2026-02' }
  const edges = explore(circularDialogue, {
    by,
    moves,
    confirmed: () => 'free',
    starts: {
      'asks for it': { turn: saying('出2月通报'), data },
      'by itself': { turn: { kind: 'invited', data }, data },
      'may not': { turn: saying('不许'), data },
    },
    facts: (_state, turn) =>
      turn.kind === 'say' && turn.said.text === '不许' ? {} : { figures: circularFigures(), directory },
  })
  expectDiagram(circularDialogue.name, edges)
})

test('a draft begins a notice by a yes only', () => {
  const circular = compileCircular('2026-02', circularFigures(), { at: now, directory, visits: undefined })
  const turn = { kind: 'invited', data: undefined } as const
  const edges = explore(circularMadeDialogue, {
    by,
    moves: { ...moves, 'asks for it to be sent': saying('发出去吧') },
    // It begins a notice, which has a preview and a yes of its own.
    confirmed: () => 'free',
    starts: {
      'a document': { turn, data: { circular, file: { sha256: 'a', name: '通报.docx', kind: 'file' } } },
      'only a text': { turn, data: { circular, file: null } },
    },
    facts: () => ({}),
  })
  expectDiagram(circularMadeDialogue.name, edges)
  const sends = edges.filter(({ effects }) => effects.includes('oversight.sendCircular'))
  expect(sends.map((edge) => edge.by).sort()).toEqual(['asks for it to be sent', 'yes'])
})
