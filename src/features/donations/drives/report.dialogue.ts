import { z } from 'zod'
import {
  type OrderEffect,
  type Plan,
  type PlanQuery,
  previewedOrder,
} from '../../../conversation/previewed-order.ts'
import { reportTexts as texts } from './report.texts.ts'

export const ReportOrder = z.object({
  /** The newest that is out, where none is named. */
  number: z.number().int().optional(),
  /** The staff's own words besides the figures. */
  remark: z.string().optional(),
  /** As it was shown. */
  text: z.string().optional(),
  groups: z.array(z.string()).optional(),
  confirmation: z.string().optional(),
})
export type ReportOrder = z.infer<typeof ReportOrder>
export type ReportPlan = Plan<ReportOrder>
export type ReportQuery = PlanQuery<ReportOrder, 'donations.planReport'>
export type ReportEffect = OrderEffect<ReportOrder, 'donations.report'>

const LONGEST_REMARK = 300

/** 发进展 募捐3: the figures as they are booked, shown, confirmed, and approved by somebody else. */
export const reportDialogue = previewedOrder<ReportOrder, 'donations.planReport', 'donations.report'>({
  name: 'donations.report',
  version: 1,
  schema: ReportOrder,
  ask: 'donations.planReport',
  does: 'donations.report',
  choices: [
    { id: 'yes', label: '提交审批' },
    { id: 'no', label: '先不发' },
  ],
  idleMinutes: 60,
  amend(order, text) {
    const remark = readRemark(text)
    return remark === undefined ? order : { ...order, remark }
  },
  texts: { left: () => texts.left() },
})

/** 加一句：水泵已经运到柳溪镇. Anything else changes nothing. */
export function readRemark(text: string): string | undefined {
  const found =
    /^(?:再|请|帮我)*(?:加上?|补上?|附上?|说明|改成|改为)(?:一?句|上|一?句话|说明)?\s*[:：，,]\s*(.+)$/su.exec(
      text.trim(),
    )?.[1]
  return found?.trim().slice(0, LONGEST_REMARK)
}
