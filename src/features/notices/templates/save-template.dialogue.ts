import { z } from 'zod'
import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { templatesTexts as texts } from './templates.texts.ts'

export const TemplateOrder = z.object({
  name: z.string(),
  /** Missing while it is asked for. */
  text: z.string().optional(),
})
export type TemplateOrder = z.infer<typeof TemplateOrder>

const REPLACES = /^(?:改[成为]|换成)\s*[:：]?\s*(\S[\s\S]*)$/u

/** 存成模板 会议通知：… */
export const saveTemplateDialogue = previewedOrder<
  TemplateOrder,
  'notices.planTemplate',
  'notices.keepTemplate'
>({
  name: 'notices.saveTemplate',
  version: 1,
  schema: TemplateOrder,
  ask: 'notices.planTemplate',
  does: 'notices.keepTemplate',
  choices: texts.saveChoices(),
  idleMinutes: 120,
  takesAll: 'while-asking',
  amend(order, text, _now, awaited) {
    const words = awaited === 'answer' ? text : REPLACES.exec(text)?.[1]
    return words === undefined ? order : { ...order, text: words }
  },
  texts: { left: ({ name }) => texts.notSaved(name) },
})

/** 删除模板 会议通知 */
export const dropTemplateDialogue = previewedOrder<
  TemplateOrder,
  'notices.planTemplateDrop',
  'notices.dropTemplate'
>({
  name: 'notices.removeTemplate',
  version: 1,
  schema: TemplateOrder,
  ask: 'notices.planTemplateDrop',
  does: 'notices.dropTemplate',
  choices: texts.dropChoices(),
  idleMinutes: 30,
  amend: (order) => order,
  texts: { left: ({ name }) => texts.kept(name) },
})
