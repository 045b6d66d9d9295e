import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import { may } from '../../../kernel/person.ts'
import { gapsOf, type NoticeTemplate } from './template.ts'
import { templatesTexts as texts } from './templates.texts.ts'

const State = z.object({ step: z.literal('told') })
type TemplatesState = z.infer<typeof State>

export interface TemplatesQuery {
  readonly ask: 'notices.templates'
}

/** 模板列表, 看模板 会议通知 */
export const templatesDialogue: Dialogue<
  TemplatesState,
  { readonly templates?: readonly NoticeTemplate[] },
  never
> = {
  name: 'notices.listTemplates',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 5,
  needs: (state, turn) =>
    state === undefined && may(turn.by.person, 'notice.prepare')
      ? { templates: { ask: 'notices.templates' } satisfies TemplatesQuery }
      : {},
  start(turn, { templates = [] }, beginning) {
    const told = (text: string) => step<TemplatesState, never>({ step: 'told' }, [{ text }])
    if (!may(turn.by.person, 'notice.prepare')) return told(texts.mayNot())
    const { name } = (beginning.data ?? {}) as { name?: string }
    if (name === undefined)
      return told(texts.list(templates.map((one) => ({ name: one.name, gaps: gapsOf(one.text) }))))
    const one = templates.find((template) => template.name === name)
    return told(one === undefined ? texts.noSuch(name) : texts.show(name, one.text, gapsOf(one.text)))
  },
  next: (state) => step<TemplatesState, never>(state),
  resume: () => [],
}
