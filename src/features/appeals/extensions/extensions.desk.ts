import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { numberMeant } from '../reading/number-meant.ts'
import { COMMAND_CHARACTERS, readingOf } from '../reading-of.ts'
import { askExtensionDialogue, type ExtensionOrder } from './ask-extension.dialogue.ts'
import { askExtension, planExtension } from './ask-extension.ts'
import { decideExtensionDialogue } from './decide-extension.dialogue.ts'
import { decideExtension, lapseExtensions, pendingExtensions } from './decide-extension.ts'
import type { DecideEffect, ExtensionsQuery } from './extensions.effects.ts'
import { readDecision, readExtension } from './read-extension.ts'

/** 延期: asked for by the unit, granted or refused by staff or a reviewer. */
export function extensionsDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [askExtensionDialogue, decideExtensionDialogue],
    recognise(said, listening) {
      const text = said.text.trim()
      if (text === '' || text.length > COMMAND_CHARACTERS) return []
      const reading = readExtensionWords(text, listening)
      return reading === undefined ? [] : [reading]
    },
    performs: {
      'appeals.extension': ({ order }, doing) => askExtension(order, parts, doing),
      'appeals.decide-extension': (effect, doing) => decideExtension(effect, parts, doing),
      async 'appeals.other-extension'({ decision }, doing) {
        doing.continueWith('appeals.decide-extension', decision, `appeal:${doing.turnKey}:other-extension`)
      },
    } satisfies Performs<OrderEffect<ExtensionOrder, 'appeals.extension'> | DecideEffect>,
    answers: {
      'appeals.extension-plan': ({ order }, doing) => planExtension(order, parts, doing),
      'appeals.extensions': (query, doing) => pendingExtensions(query, parts, doing),
    } satisfies Answers<PlanQuery<ExtensionOrder, 'appeals.extension-plan'> | ExtensionsQuery>,
    hear: (fact, doing) => lapseExtensions(fact, parts, doing),
  }
}

const LISTS =
  /^(?:看一?下|看看|查看|看|有)?(?:待批|待审批?|没批|等着批|等批)?的?(?:延期申请|申请延期的|延期审批)(?:列表|清单|有哪些|有几件)?[?？。]?$/

export function readExtensionWords(text: string, listening: Listening): Reading | undefined {
  const { person } = listening.by
  const meant = numberMeant(listening)
  const decision = readDecision(text)
  if (decision !== undefined && (may(person, 'appeal.grant-extension') || decision.number !== undefined)) {
    const number = decision.number ?? meant
    // To an application that is read out already it is the answer.
    const band = listening.inProgress === decideExtensionDialogue.name ? 'role' : 'command'
    return readingOf('appeals.decide-extension', band, 1, '批延期', ['延期'], {
      ...decision,
      ...(number === undefined ? {} : { number }),
    })
  }
  if (LISTS.test(text) && may(person, 'appeal.grant-extension'))
    return readingOf('appeals.decide-extension', 'command', 1, '批延期', ['延期申请'], {
      verb: 'grant',
      reason: '',
    })
  const handles = may(person, 'appeal.see-dispatched') || may(person, 'appeal.dispatch')
  const asked = readExtension(text, meant)
  if (asked === undefined || (!handles && asked.number === undefined)) return undefined
  return readingOf('appeals.extension', 'command', 1, '申请延期', ['延期'], asked)
}
