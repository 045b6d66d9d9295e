import { z } from 'zod'
import { MailingPreview } from '../../../mailings/mailing-preview.ts'
import { TOPICS } from '../../../mailings/topics.ts'
import { NoticeDraft } from './notice-draft.ts'

const WholeDraft = NoticeDraft.required({ audience: true, text: true, number: true, confirmation: true })
export type WholeDraft = z.infer<typeof WholeDraft>

export const PrepareState = z.discriminatedUnion('step', [
  z.object({ step: z.literal('askingAudience'), draft: NoticeDraft }),
  z.object({ step: z.literal('filling'), draft: NoticeDraft.required({ template: true }) }),
  z.object({
    step: z.literal('dictating'),
    draft: NoticeDraft.required({ audience: true }),
    audience: z.string(),
    /** The text before called for gifts: orders are heard again, so that 发起募捐 is one. */
    refused: z.literal(true).optional(),
  }),
  z.object({
    step: z.literal('confirming'),
    draft: WholeDraft,
    preview: MailingPreview,
    topic: z.enum(TOPICS).default('other'),
    awaitsReceipts: z.boolean().default(false),
    quietly: z.boolean().default(false),
    /** As people read them. */
    answerBy: z.string().optional(),
    leavesAt: z.string().optional(),
  }),
  z.object({ step: z.literal('submitted'), number: z.number().int() }),
  z.object({ step: z.literal('abandoned') }),
])
export type PrepareState = z.infer<typeof PrepareState>

/** What the draft comes to now, as the service sees it. */
export type NoticePlan =
  /** `again`: with another text it may go. */
  | { readonly kind: 'refused'; readonly text: string; readonly again?: true }
  | { readonly kind: 'nobody'; readonly audience: string }
  | ({ readonly kind: 'ready' } & Omit<Extract<PrepareState, { step: 'confirming' }>, 'step' | 'draft'>)

export type PrepareQuery =
  | { readonly ask: 'notices.numbers' }
  | { readonly ask: 'notices.plan'; readonly draft: NoticeDraft }
  | { readonly ask: 'notices.template'; readonly name: string }

export type PrepareEffect =
  | {
      readonly kind: 'notices.submit'
      readonly draft: WholeDraft
      /** The text and the groups as they were previewed. */
      readonly text: string
      readonly groups: readonly string[]
    }
  /** Free: it only asks whether the text is to be kept. */
  | { readonly kind: 'notices.offerTemplate'; readonly name: string; readonly text: string }
