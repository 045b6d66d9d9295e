import { expect, test } from 'vitest'
import { whichDialogue } from '../../src/conversation/which.dialogue.ts'
import { member, says } from '../features/appeals/county.ts'

test('a choice between two meanings is still there after it was stored, also where one hands nothing over', () => {
  const readings = [
    { dialogue: 'notices.prepare', label: '群发通知' },
    { dialogue: 'tasks.give', label: '交办', data: { words: '请金融办核实' } },
  ]
  const begun = whichDialogue.start(
    says('通知金融办'),
    {},
    { data: { readings, said: {} }, onTop: false, frame: 'fr-1' },
  )
  const stored: unknown = JSON.parse(JSON.stringify(begun.state))
  const state = whichDialogue.schema.parse(stored)
  expect(whichDialogue.choices?.(state)?.map(({ label }) => label)).toEqual(['群发通知', '交办'])
  const chosen = whichDialogue.next(state, { by: member, kind: 'choose', choice: 'option-0' }, {})
  expect(chosen.state).toMatchObject({ step: 'answered', chosen: { dialogue: 'notices.prepare' } })
})
