import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { stripCalls } from '../reading/calls.ts'
import { COMMAND_CHARACTERS, readingOf } from '../reading-of.ts'
import { askExclusionDialogue } from './ask-exclusion.dialogue.ts'
import { decideExclusionDialogue } from './decide-exclusion.dialogue.ts'
import { askExclusion, decideExclusion, planDecision, planExclusion } from './exclude.ts'
import { exclusionTexts } from './exclusion.texts.ts'
import { type PendingExclusionsQuery, pendingExclusionsDialogue } from './pending-exclusions.dialogue.ts'
import { type RatesQuery, ratesDialogue } from './rates.dialogue.ts'
import {
  type DecisionOrder,
  type ExclusionOrder,
  isPendingAsked,
  readExclusion,
  readExclusionDecision,
} from './read-exclusion.ts'
import { readRatesAsked } from './read-rates.ts'
import { tellRates } from './tell-rates.ts'

type RatesEffect =
  | OrderEffect<ExclusionOrder, 'appeals.ask-exclusion'>
  | OrderEffect<DecisionOrder, 'appeals.decide-exclusion'>
type Asks =
  | RatesQuery
  | PendingExclusionsQuery
  | PlanQuery<ExclusionOrder, 'appeals.plan-exclusion'>
  | PlanQuery<DecisionOrder, 'appeals.plan-exclusion-decision'>

/** 三率 with what is behind them, and 剔除: taking a matter out of them, by two people. */
export function ratesDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [ratesDialogue, askExclusionDialogue, decideExclusionDialogue, pendingExclusionsDialogue],
    recognise(said, { by }) {
      const text = stripCalls(said.text.trim())
      if (text === '' || text.length > COMMAND_CHARACTERS) return []
      const exclusion = readExclusion(text)
      if (exclusion !== undefined)
        return [readingOf('appeals.ask-exclusion', 'command', 1, '申请剔除', [text], exclusion)]
      const decision = readExclusionDecision(text)
      if (decision !== undefined)
        return [readingOf('appeals.decide-exclusion', 'command', 1, '审批剔除', [text], decision)]
      const seesRates = may(by.person, 'appeal.see-rates')
      if (seesRates && isPendingAsked(text))
        return [readingOf('appeals.pending-exclusions', 'role', 1, '待审的剔除', [text])]
      // Leaders ask oversight with these words, members may mean anything.
      const asked = seesRates ? readRatesAsked(text) : undefined
      return asked === undefined ? [] : [readingOf('appeals.rates', 'role', 0.95, '看三率', [text], asked)]
    },
    performs: {
      'appeals.ask-exclusion': ({ order }, doing) => askExclusion(order, parts, doing),
      'appeals.decide-exclusion': ({ order }, doing) => decideExclusion(order, parts, doing),
    } satisfies Performs<RatesEffect>,
    answers: {
      'appeals.rates': ({ asked }, doing) => tellRates(asked, parts.rates, doing),
      async 'appeals.pending-exclusions'(_query, doing) {
        if (!may(doing.by.person, 'appeal.see-rates')) return undefined
        const pending = await parts.applications.listAsked('exclusion', doing.work)
        return exclusionTexts.pendingList(pending, doing.work.at, await doing.directory())
      },
      'appeals.plan-exclusion': ({ order }, doing) => planExclusion(order, parts, doing),
      'appeals.plan-exclusion-decision': ({ order }, doing) => planDecision(order, parts, doing),
    } satisfies Answers<Asks>,
  }
}
