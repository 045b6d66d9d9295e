import { z } from 'zod'
import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { reviseTexts as texts } from './revise.texts.ts'
import { readRevision } from './revise-words.ts'

export const RevisionOrder = z.object({
  how: z.enum(['correct', 'withdraw']),
  number: z.number().int().optional(),
  /** What is to be changed or read instead, or why it is withdrawn. */
  words: z.string().optional(),
  /** Settled by the plan: the broadcast's id, and what will be read; without a text it had not left and is stopped. */
  of: z.string().optional(),
  text: z.string().optional(),
  /** The numbers of the correction itself. */
  as: z.object({ number: z.number().int(), confirmation: z.string() }).optional(),
})
export type RevisionOrder = z.infer<typeof RevisionOrder>

const REPLACES = /^(?:不对[,，]?)?(?:改[成为]|换成|应该是)\s*[:：]?\s*(\S[\s\S]*)$/u

/** 更正 and 撤回 of a notice that is out: what will be read and by how many, then a yes. */
export const reviseDialogue = previewedOrder<RevisionOrder, 'notices.planRevision', 'notices.revise'>({
  name: 'notices.revise',
  version: 1,
  schema: RevisionOrder,
  ask: 'notices.planRevision',
  does: 'notices.revise',
  choices: ({ how }) => texts.choices(how),
  idleMinutes: 120,
  takesAll: 'while-asking',
  amend(order, text, _now, awaited) {
    // The whole order said again, with what was missing in it.
    const anew = readRevision(text)
    if (anew !== undefined) {
      const isSame = anew.how === order.how && (anew.number ?? order.number) === order.number
      return isSame ? { ...order, ...anew } : { number: order.number, ...anew }
    }
    if (order.how === 'withdraw') return awaited === 'answer' ? { ...order, words: text } : order
    const words = awaited === 'answer' ? text : (REPLACES.exec(text)?.[1] ?? text)
    return { ...order, words }
  },
  texts: { left: ({ how }) => texts.left(how) },
})
