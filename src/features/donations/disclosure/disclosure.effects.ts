import { z } from 'zod'
import type { Query } from '../../../conversation/dialogue.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'

/** What is to be issued: by `asOf` and `digest` it is known to the byte. */
export const DisclosureOrder = z.object({
  number: z.number().int(),
  /** `page`: nothing goes to the groups. */
  how: z.enum(['groups', 'page']),
  kind: z.enum(['interim', 'final']),
  asOf: z.string(),
  digest: z.string(),
  confirmation: z.string(),
  /** Its pictures, in order; none where it could not be drawn. */
  files: z.array(
    z.object({
      sha256: z.string(),
      name: z.string(),
      kind: z.enum(['image', 'file', 'voice', 'video']),
    }),
  ),
})
export type DisclosureOrder = z.infer<typeof DisclosureOrder>

/** As read from the words, before the books were looked at. */
export const DisclosureWish = z.object({
  number: z.number().int().optional(),
  how: z.enum(['groups', 'page']),
  final: z.boolean(),
})
export type DisclosureWish = z.infer<typeof DisclosureWish>

export type Disclosable =
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'ready'; readonly number: number }

export interface DisclosableQuery extends Query {
  readonly ask: 'donations.disclosable'
  readonly wish: DisclosureWish
}
export type DisclosurePlanQuery = PlanQuery<DisclosureOrder, 'donations.disclosurePlan'>
/** A proposal as its second person sees it; undefined where it is settled or not theirs. */
export interface ProposalQuery extends Query {
  readonly ask: 'donations.proposal'
  readonly id: string
}
export type Proposal =
  | { readonly kind: 'waiting'; readonly number: number; readonly text: string }
  | { readonly kind: 'over'; readonly text: string }
export interface DisclosuresQuery extends Query {
  readonly ask: 'donations.disclosures'
  readonly number?: number
}
export type DisclosureQuery = DisclosableQuery | DisclosurePlanQuery | ProposalQuery | DisclosuresQuery

/** Free: it orders a picture and a preview, and reaches nobody. */
export interface DrawDisclosure {
  readonly kind: 'donations.drawDisclosure'
  readonly number: number
  readonly how: DisclosureOrder['how']
  readonly final: boolean
}
export type SubmitDisclosure = OrderEffect<DisclosureOrder, 'donations.submitDisclosure'>
export interface ApproveDisclosure {
  readonly kind: 'donations.approveDisclosure'
  readonly id: string
}
export interface RefuseDisclosure {
  readonly kind: 'donations.refuseDisclosure'
  readonly id: string
}
export type DisclosureEffect = DrawDisclosure | SubmitDisclosure | ApproveDisclosure | RefuseDisclosure

/** What the errand is given, and brings back. */
export const Drawing = z.object({
  order: DisclosureOrder,
  picture: z.object({
    kind: z.literal('table'),
    title: z.string(),
    subtitle: z.string(),
    columns: z.array(z.object({ label: z.string(), align: z.enum(['left', 'right']), share: z.number() })),
    rows: z.array(z.array(z.string())),
    foot: z.string(),
  }),
})
export type Drawing = z.infer<typeof Drawing>

export const withFiles = (order: DisclosureOrder, files: readonly FileRef[]): DisclosureOrder => ({
  ...order,
  files: [...files],
})
