import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { may } from '../../../kernel/person.ts'
import { type BriefQuery, briefDialogue, type LayBrief } from './brief.dialogue.ts'
import { briefTexts } from './brief.texts.ts'
import { briefMadeDialogue } from './brief-made.dialogue.ts'
import { type CircularQuery, circularDialogue, type WriteCircular } from './circular.dialogue.ts'
import { circularTexts } from './circular.texts.ts'
import { figuresOf } from './circular-figures.ts'
import { circularMadeDialogue, type SendCircular } from './circular-made.dialogue.ts'
import { layBriefErrand } from './lay-brief.ts'
import { layCircularErrand } from './lay-circular.ts'
import { nextCircular, tellCircular } from './monthly.ts'
import type { PapersParts } from './papers-parts.ts'
import { planBrief } from './plan-brief.ts'
import { readBrief } from './read-brief.ts'
import { readCircular } from './read-circular.ts'

/** 材料: a page for a coordinating meeting, and the draft of the monthly circular. */
export function papersDesk(parts: PapersParts): Desk {
  return {
    dialogues: [briefDialogue, briefMadeDialogue, circularDialogue, circularMadeDialogue],
    recognise({ text }, { by, answered }) {
      const words = [text.slice(0, 20)]
      const brief = may(by.person, 'brief.make') ? readBrief(text, by.at, answered) : undefined
      if (brief !== undefined)
        return [
          {
            dialogue: briefDialogue.name,
            band: brief.numbers.length > 0 || brief.figure !== null ? 'command' : 'role',
            score: 0.95,
            label: briefTexts.label(),
            words,
            data: brief,
          },
        ]
      const circular = may(by.person, 'circular.draft') ? readCircular(text, by.at) : undefined
      if (circular === undefined) return []
      const label = circularTexts.label()
      return [{ dialogue: circularDialogue.name, band: 'role', score: 0.95, label, words, data: circular }]
    },
    answers: {
      'oversight.brief-plan': ({ asked }, doing) => planBrief(asked, parts, doing),
      async 'oversight.circular-figures'({ month }, doing) {
        const { person } = doing.by
        if (!may(person, 'circular.draft')) return undefined
        doing.audit('oversight.circular', `month:${month}`)
        return figuresOf(month, person, parts.measures, doing.work)
      },
    } satisfies Answers<BriefQuery | CircularQuery>,
    performs: {
      async 'oversight.layBrief'({ sheets, numbers }, doing) {
        doing.order({ kind: 'oversight.layBrief', data: { sheets, numbers }, key: `${doing.turnKey}:brief` })
      },
      async 'oversight.writeCircular'({ circular }, doing) {
        doing.order({ kind: 'oversight.writeCircular', data: circular, key: `${doing.turnKey}:circular` })
      },
      async 'oversight.sendCircular'({ text }, doing) {
        await doing.request({ kind: 'notice.begin', text, key: `${doing.turnKey}:notice` })
      },
    } satisfies Performs<LayBrief | WriteCircular | SendCircular>,
    runs: {
      'oversight.layBrief': layBriefErrand(parts),
      'oversight.writeCircular': layCircularErrand(parts),
    },
    due: (doing) => tellCircular(parts, doing),
    nextDueAt: (work) => nextCircular(parts, work),
  }
}
