import { z } from 'zod'
import type { AudienceSpec } from '../../../kernel/audience.ts'
import { MailingPreview } from '../../../mailings/mailing-preview.ts'
import { NoticeDraft } from './notice-draft.ts'

const WholeDraft = NoticeDraft.required({ audience: true, text: true, number: true, confirmation: true })
export const PrepareState = z.discriminatedUnion('step', [
  z.object({ step: z.literal('askingAudience'), draft: NoticeDraft }),
  z.object({
    step: z.literal('dictating'),
    draft: NoticeDraft.required({ audience: true }),
    audience: z.string(),
  }),
  z.object({ step: z.literal('confirming'), draft: WholeDraft, preview: MailingPreview }),
  z.object({ step: z.literal('submitted'), number: z.number().int() }),
  z.object({ step: z.literal('abandoned') }),
])
export type PrepareState = z.infer<typeof PrepareState>

export interface SubmitNotice {
  readonly kind: 'notices.submit'
  readonly number: number
  readonly confirmation: string
  readonly audience: AudienceSpec
  /** The text and the groups as they were previewed. */
  readonly text: string
  readonly groups: readonly string[]
  readonly awaitsReceipts: boolean
}
