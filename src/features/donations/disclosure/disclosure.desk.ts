import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import { may } from '../../../kernel/person.ts'
import { approveDisclosureDialogue } from './approve-disclosure.dialogue.ts'
import { decideDisclosure, proposalFor } from './decide-disclosure.ts'
import { discloseDialogue } from './disclose.dialogue.ts'
import { disclosingDialogue } from './disclosing.dialogue.ts'
import type { DisclosureEffect, DisclosureQuery } from './disclosure.effects.ts'
import type { DisclosureParts } from './disclosure-parts.ts'
import { asksOfDisclosure, driveNamed, readDisclose } from './disclosure-words.ts'
import { disclosuresDialogue } from './disclosures.dialogue.ts'
import { drawDisclosureErrand } from './draw-disclosure.ts'
import { disclosable, drawDisclosure, planDisclosure, submitDisclosure } from './plan-disclosure.ts'
import { followGifts } from './re-issue.ts'
import { nextDisclosureReminder, remindOfDisclosure } from './remind.ts'
import { tellDisclosures } from './tell-disclosures.ts'

/** 公示: what came in and what became of it, for everybody to read; issued by one person, agreed to by another. */
export function disclosureDesk(parts: DisclosureParts): Desk {
  const answers: Answers<DisclosureQuery> = {
    'donations.disclosable': ({ wish }, doing) => disclosable(parts, wish, doing),
    'donations.disclosurePlan': ({ order }, doing) => planDisclosure(parts, order, doing),
    'donations.proposal': ({ id }, doing) => proposalFor(parts, id, doing),
    'donations.disclosures': ({ number }, doing) => tellDisclosures(parts, number, doing),
  }
  const performs: Performs<DisclosureEffect> = {
    'donations.drawDisclosure': (effect, doing) => drawDisclosure(parts, effect, doing),
    'donations.submitDisclosure': (effect, doing) => submitDisclosure(parts, effect, doing),
    'donations.approveDisclosure': ({ id }, doing) => decideDisclosure(parts, id, true, doing),
    'donations.refuseDisclosure': ({ id }, doing) => decideDisclosure(parts, id, false, doing),
  }
  return {
    dialogues: [discloseDialogue, disclosingDialogue, approveDisclosureDialogue, disclosuresDialogue],
    answers,
    performs,
    runs: { 'donations.drawDisclosure': drawDisclosureErrand(parts) },
    recognise: recogniseDisclosure,
    async hear(fact, doing) {
      if (fact.kind === 'giftsChanged') await followGifts(parts, fact.drive, doing)
    },
    ...whenDue(
      (work) => nextDisclosureReminder(parts, work),
      (doing) => remindOfDisclosure(parts, doing),
    ),
  }
}

function recogniseDisclosure({ text }: Said, { by }: Listening): readonly Reading[] {
  const words = [text.slice(0, 20)]
  const order = readDisclose(text)
  if (order !== undefined && may(by.person, 'drive.disclose')) {
    const band = order.number === undefined ? 'role' : 'command'
    return [{ dialogue: 'donations.disclose', label: '捐赠公示', words, band, score: 0.88, data: order }]
  }
  if (order === undefined && !asksOfDisclosure(text)) return []
  const number = order?.number ?? driveNamed(text)
  const data = number === undefined ? {} : { number }
  return [{ dialogue: 'donations.disclosures', label: '看捐赠公示', words, band: 'own', score: 0.75, data }]
}
