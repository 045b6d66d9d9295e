import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { AppealsQuery, UnitEffect } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { acknowledgeAppeal, resolveAppeal, sendBackAppeal } from '../life/handle-appeal.ts'
import { COMMAND_CHARACTERS } from '../reading-of.ts'
import { orderDialogue } from './order.dialogue.ts'
import { readUnitWords } from './recognise-unit.ts'
import { resolveDialogue } from './resolve.dialogue.ts'
import { unitListDialogue } from './unit-list.dialogue.ts'

const UNIT_STATES = ['dispatched', 'inProgress', 'paused'] as const
const MOST_OF_A_UNIT = 30

/** 承办单位: what was dispatched to it, 签收, 退回, 办结. */
export function unitDesk({ store }: AppealsParts): Desk {
  return {
    dialogues: [orderDialogue, resolveDialogue, unitListDialogue],
    recognise(said, listening) {
      const text = said.text.trim()
      if (text === '' || text.length > COMMAND_CHARACTERS) return []
      const words = readUnitWords(text, listening)
      return words === undefined ? [] : [words]
    },
    performs: {
      'appeals.acknowledge': (effect, doing) => acknowledgeAppeal(effect, store, doing),
      'appeals.sendBack': (effect, doing) => sendBackAppeal(effect, store, doing),
      'appeals.resolve': (effect, doing) => resolveAppeal(effect, store, doing),
    } satisfies Performs<UnitEffect>,
    answers: {
      async 'appeals.unit-list'(_query, { by, work }) {
        const { unit } = by.person
        if (unit === undefined) return []
        const { appeals } = await store.list({ unit, states: UNIT_STATES }, 0, MOST_OF_A_UNIT, work)
        return [...appeals].sort(
          (a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity),
        )
      },
    } satisfies Answers<Extract<AppealsQuery, { ask: 'appeals.unit-list' }>>,
  }
}
