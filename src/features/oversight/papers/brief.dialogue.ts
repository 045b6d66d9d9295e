import { z } from 'zod'
import { type Dialogue, type Query, type Say, step } from '../../../conversation/dialogue.ts'
import { may } from '../../../kernel/person.ts'
import { briefTexts as texts } from './brief.texts.ts'
import type { BriefSheet } from './brief-sheet.ts'
import { type BriefPlan, MOST_MATTERS } from './plan-brief.ts'
import { BriefAsked } from './read-brief.ts'

export type BriefQuery = Query & { readonly ask: 'oversight.brief-plan'; readonly asked: BriefAsked }
/** Free: a page for whoever asks binds nobody. */
export interface LayBrief {
  readonly kind: 'oversight.layBrief'
  readonly sheets: readonly BriefSheet[]
  readonly numbers: readonly string[]
}

const State = z.object({ step: z.enum(['making', 'told']) })
type BriefState = z.infer<typeof State>

/** 协调会材料: what is put on the page is looked up; the page itself comes back from an errand. */
export const briefDialogue: Dialogue<BriefState, { readonly plan?: BriefPlan }, LayBrief> = {
  name: 'oversight.brief',
  version: 1,
  schema: State,
  finalSteps: ['making', 'told'],
  idleMinutes: 1,
  needs(state, turn, beginning): Readonly<Record<string, BriefQuery>> {
    const asked = BriefAsked.safeParse(beginning?.data)
    if (state !== undefined || !asked.success || !may(turn.by.person, 'brief.make')) return {}
    return { plan: { ask: 'oversight.brief-plan', asked: asked.data } }
  },
  start(_turn, { plan }) {
    const told = (text: string) => step<BriefState, LayBrief>({ step: 'told' }, [{ text }])
    switch (plan?.kind) {
      case undefined:
      case 'not-allowed':
        return told(texts.notForYou())
      case 'no-list':
        return told(texts.noList())
      case 'no-figure':
        return told(texts.noFigure(plan.code))
      case 'nothing-awaits':
        return told(texts.nothingAwaits())
      case 'none-such':
        return told(texts.noneSuch())
      case 'none':
        return told(texts.noneFound(plan.missing))
      case 'ready': {
        const { sheets, numbers, missing, isCut } = plan
        const lines = [
          texts.making(numbers.length),
          ...(missing.length === 0 ? [] : [texts.leftOut(missing)]),
          ...(isCut ? [texts.tooMany(MOST_MATTERS)] : []),
        ]
        const says: readonly Say[] = [{ text: lines.join('\n') }]
        return step<BriefState, LayBrief>({ step: 'making' }, says, [
          { kind: 'oversight.layBrief', sheets, numbers },
        ])
      }
    }
  },
  next: (state) => step<BriefState, LayBrief>(state),
  resume: () => [],
}
