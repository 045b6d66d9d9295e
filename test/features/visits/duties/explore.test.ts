import { test } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { type RulesOrder, readRules } from '../../../../src/features/visits/duties/read-rules.ts'
import { rulesDialogue, rulesOrderDialogue } from '../../../../src/features/visits/duties/rules.dialogue.ts'
import { planOf } from '../../../../src/features/visits/duties/set-rules.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore } from '../../../support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const at = new Date('2026-03-05T10:00:00+08:00')
const by: Speaker = {
  person: { code: 'song', name: '宋某', roles: ['staff'] },
  personId: 'u-1',
  chat,
  home: chat,
  at,
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: `m-${text}`, text }], addressed: 'private' },
})
const orderOf = (text: string) => {
  const asked = readRules(text, at)
  return asked?.kind === 'order' ? asked.order : undefined
}

const CHANGES = ['走访要求 每半年每个商会2次', '每季度2次', '随便']

test('duties are set by a yes alone', () => {
  const said = {
    'says what is owed': '走访要求 每季度每个商会1次，会议每年1次',
    'says that it changes': '走访要求改一下',
    'says something else with it': '走访要求 每季度1次，要写万字报告1次',
    'ends what there is not': '取消慰问要求',
  }
  const edges = explore(rulesOrderDialogue, {
    starts: Object.fromEntries(
      Object.entries(said).map(([name, text]) => [name, { turn: say(text), data: orderOf(text) }]),
    ),
    moves: Object.fromEntries(CHANGES.map((text) => [`says ${text}`, say(text)])),
    facts(state, turn) {
      if (turn.kind !== 'say') return {}
      const order =
        state === undefined
          ? orderOf(turn.said.text)
          : (rulesOrderDialogue.needs?.(state as never, turn, undefined, {}).plan as { order?: RulesOrder })
              ?.order
      return order === undefined ? {} : { plan: planOf(order, [], '2026-03-05') }
    },
    by,
    confirmed: () => 'needs-yes',
  })
  expectDiagram('visits.setRules', edges)
})

test('the rules as they hold are shown and nothing is asked', () => {
  const edges = explore(rulesDialogue, {
    starts: { 'asks what is owed': { turn: say('走访要求') } },
    moves: {},
    facts: () => ({ rules: '还没有定走访要求' }),
    by,
    confirmed: () => 'free',
  })
  expectDiagram('visits.rules', edges)
})
