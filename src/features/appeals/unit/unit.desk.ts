import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsQuery, UnitEffect } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { acknowledgeAppeal, sendBackAppeal } from '../life/handle-appeal.ts'
import { COMMAND_CHARACTERS } from '../reading-of.ts'
import { asOutside } from '../sealing/outward.ts'
import { orderDialogue } from './order.dialogue.ts'
import { type ProgressOrder, progressDialogue } from './progress.dialogue.ts'
import { readUnitWords } from './recognise-unit.ts'
import { planProgress, reportProgress } from './report-progress.ts'
import { unitListDialogue } from './unit-list.dialogue.ts'

const UNIT_STATES = ['dispatched', 'inProgress', 'paused'] as const
const MOST_OF_A_UNIT = 30

/** 承办单位: what was dispatched to it, 签收, 退回, 办结. */
export function unitDesk(parts: AppealsParts): Desk {
  const { store } = parts
  return {
    dialogues: [orderDialogue, progressDialogue, unitListDialogue],
    recognise(said, listening) {
      const text = said.text.trim()
      if (text === '' || text.length > COMMAND_CHARACTERS) return []
      const words = readUnitWords(text, listening)
      return words === undefined ? [] : [words]
    },
    performs: {
      'appeals.acknowledge': (effect, doing) => acknowledgeAppeal(effect, store, doing),
      'appeals.sendBack': (effect, doing) => sendBackAppeal(effect, store, doing),
      'appeals.progress': ({ order }, doing) => reportProgress(order, parts, doing),
    } satisfies Performs<UnitEffect | OrderEffect<ProgressOrder, 'appeals.progress'>>,
    answers: {
      'appeals.unit-list': (_query, doing) => listOfUnit(parts, doing),
      'appeals.progress-plan': ({ order }, doing) => planProgress(order, parts, doing),
    } satisfies Answers<
      Extract<AppealsQuery, { ask: 'appeals.unit-list' }> | PlanQuery<ProgressOrder, 'appeals.progress-plan'>
    >,
  }
}

/** What a unit leads and what it helps with, the most pressing term first. */
async function listOfUnit({ store }: AppealsParts, { by, work }: Doing): Promise<readonly Appeal[]> {
  const { unit, confined } = by.person
  if (unit === undefined) return []
  const states = UNIT_STATES
  const led = await store.list({ unit, states }, 0, MOST_OF_A_UNIT, work)
  const helped = await store.list({ supportingUnit: unit, states }, 0, MOST_OF_A_UNIT, work)
  return [...led.appeals, ...helped.appeals]
    .filter(({ number }) => confined === undefined || confined.appeal === number)
    .map(asOutside)
    .sort((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity))
}
