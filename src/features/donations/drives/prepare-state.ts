/** 募捐表: what the talk about a drive's form holds, asks for and has done. */
import { z } from 'zod'
import { AudienceSpec } from '../../../kernel/audience.ts'
import { MailingPreview } from '../../../mailings/mailing-preview.ts'
import { DriveFields, FIELDS, type Poster } from '../drive.ts'

const Draft = z.object({
  number: z.number().int(),
  confirmation: z.string(),
  fields: DriveFields,
  audience: AudienceSpec,
})
export const State = z.discriminatedUnion('step', [
  /** `asked`: the field whose answer may come without its name. */
  z.object({
    step: z.literal('collecting'),
    draft: Draft,
    asked: z.enum(FIELDS).optional(),
    standing: z.string(),
  }),
  /** `shown`: the preview was put before them; not before its poster is drawn, so that both are looked at together. */
  z.object({
    step: z.literal('confirming'),
    draft: Draft,
    preview: MailingPreview,
    shown: z.boolean().default(true),
  }),
  z.object({ step: z.literal('submitted'), number: z.number().int() }),
  /** The draft stays in the store. */
  z.object({ step: z.literal('kept') }),
])
export type DriveState = z.infer<typeof State>
export type DriveDraft = z.infer<typeof Draft>

export type DriveEffect =
  /** Free: a draft that is kept reaches nobody. */
  | {
      readonly kind: 'donations.keep'
      readonly number: number
      readonly fields: DriveFields
      readonly audience: AudienceSpec
    }
  | {
      readonly kind: 'donations.submit'
      readonly number: number
      readonly confirmation: string
      /** As previewed; what is sent is made anew from the kept draft and has to be the same. */
      readonly text: string
      readonly groups: readonly string[]
    }
  /** Free: what is drawn comes back to be looked at. */
  | { readonly kind: 'donations.draw'; readonly number: number }

export interface BegunQuery {
  readonly ask: 'donations.begun'
  readonly number?: number
}
/** A new number, or the draft that goes on; `problem` where there is none to go on with. */
export type Begun = DriveDraft | { readonly problem: string }

/** The call as it would go out; asked for a form that lacks nothing. */
export interface PlanCallQuery {
  readonly ask: 'donations.planCall'
  readonly draft: DriveDraft
}
/** Without `poster` the picture that goes with it is not drawn yet. */
export interface CallPlan {
  readonly preview: MailingPreview
  readonly poster?: Poster
}
/** Whether the picture that goes with the call was drawn, or tried. */
export interface PosterQuery {
  readonly ask: 'donations.posterState'
  readonly number: number
}
