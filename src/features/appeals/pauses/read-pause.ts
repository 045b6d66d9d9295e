/** 暂停 0291 等企业补材料 到11月30日, 0291 先挂起 等上级批复, 恢复 0291. Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { findMoment } from '../../../kernel/spoken-moment.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { stripCalls } from '../reading/calls.ts'
import { numberBeside } from '../staff/read-command.ts'
import { findPauseReason, type PauseReasonCode, pauseReasonCodes, pauseReasonLabel } from './pause-reasons.ts'

export const PauseOrder = z.object({
  number: OrderedNumber.optional(),
  reason: z.enum(pauseReasonCodes as [PauseReasonCode, ...PauseReasonCode[]]).optional(),
  until: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('day'), day: z.number(), minute: z.number().exactOptional() }),
      z.object({ kind: z.literal('workingDays'), days: z.number() }),
    ])
    .optional(),
  /** What else was said, as it was typed: told to whoever is told of the pause. */
  words: z.string(),
  /** As it was previewed, so that a yes means what was shown. */
  wakeAt: z.iso.datetime().nullable().optional(),
})
export type PauseOrder = z.infer<typeof PauseOrder>

const numeral = '(?:编号|第|#)?\\s*(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}\\s*号?'
const pauseVerbs =
  '暂停|挂起|挂一下|先挂|搁置|暂缓|缓办|停一停|停一下|先停|停到|停至|搁着|搁一搁|先放着|放一放|先等等|缓一缓|中止'
const resumeVerbs = '恢复|解除暂停|取消暂停|结束暂停|重新启动|重启|继续办|接着办|启动'
const filler = '(?:请|麻烦|帮我?|给我|把|将|我们?|要|需要|先|就|申请|建议|这件|那件|诉求|的|办理|一下)*'

const led = (verbs: string) => new RegExp(`^${filler}(?:${verbs})(?:办理|一下|了)?[\\s:：,，]*${numeral}`)
/** Between the number and the verb a short reason may stand: 0291 材料没齐，先挂起. */
const trailed = (verbs: string) =>
  new RegExp(`^${filler}${numeral}(?:这件|那件|诉求|的事)?[^?？]{0,24}?(?:${verbs})(?![了]?[吗没])`)
const asks = /[?？]$|(?:吗|没有|呢|多久)$/

function commands(said: string, verbs: string): boolean {
  return said.length <= 160 && !asks.test(said) && (led(verbs).test(said) || trailed(verbs).test(said))
}

/** Undefined where the words are no order to pause. Without a number only the verb itself in front is one. */
export function readPause(text: string, now: Date): PauseOrder | undefined {
  const said = toHalfWidth(stripCalls(text))
  const isBare = new RegExp(`^${filler}(?:${pauseVerbs})`).test(said) && !asks.test(said) && said.length <= 60
  if (!commands(said, pauseVerbs) && !isBare) return undefined
  const number = numberBeside(said, pauseVerbs)
  if (number === undefined && !isBare) return undefined
  return { ...(number === undefined ? {} : { number }), ...pauseWords(withoutHead(said), now) }
}

/** Reason, until when, and what else was said. */
export function pauseWords(words: string, now: Date): Omit<PauseOrder, 'number'> {
  const found = findMoment(words, now)
  let rest = toHalfWidth(words)
  for (const part of found?.words ?? []) rest = rest.replace(part, ' ')
  const reason = findPauseReason(rest)
  const bare = rest
    .replace(/^(?:改成|改为|换成|改|理由|原因|因为|是|吧|期限|[\s,，:：。;；])+|(?:期限|[\s,，。;；])+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const isLabel = reason !== undefined && pauseReasonLabel(reason).includes(bare)
  return {
    words: isLabel ? '' : bare,
    ...(reason === undefined ? {} : { reason }),
    ...(found === undefined ? {} : { until: found.moment }),
  }
}

function withoutHead(said: string): string {
  return said
    .replace(new RegExp(`(?:先|请|要|就)*(?:${pauseVerbs})(?:办理|一下|了|吧)*`), ' ')
    .replace(new RegExp(`^\\s*${filler}${numeral}(?:这件|那件|诉求|的事)?`), ' ')
    .replace(new RegExp(`^\\s*${filler}(?=\\s)`), ' ')
    .trim()
}

export interface ResumeAsked {
  readonly number: AppealNumber | undefined
  readonly words: string
}

/** 恢复 0291, 0291 材料补齐了继续办. */
export function readResume(text: string): ResumeAsked | undefined {
  const said = toHalfWidth(stripCalls(text))
  if (!commands(said, resumeVerbs)) return undefined
  // 恢复供电了 tells of an outcome.
  if (/恢复(?:供[电水气]|通[车电水]|生产|正常|营业)/.test(said)) return undefined
  const words = said
    .replace(new RegExp(`(?:请|先|可以|要|就)*(?:${resumeVerbs})(?:办理|理|计时|一下|了|吧)*`), ' ')
    .replace(new RegExp(`^\\s*${filler}${numeral}(?:这件|那件|诉求|的事)?`), ' ')
    .replace(/^[\s,，:：。;；]+|[\s,，。;；]+$/g, '')
  return { number: numberBeside(said, resumeVerbs), words }
}
