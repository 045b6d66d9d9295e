/** What staff and secretaries order about receipts besides settling them: remind, tell the group, pass the names on. */

export type Chase = 'remind' | 'tally' | 'pass'

export interface ChaseWords {
  readonly act: Chase
  readonly number?: number
}

const NUMBER = /通知\s*[#＃第]?\s*(\d{1,6})\s*号?/u
const UNANSWERED = '(?:没有?|还没|未|没见)(?:有)?(?:回|回复|收到|确认|签收|答复|反馈)'
const REMIND = new RegExp(
  `(?:催|提醒|再催|催促|催一?催|喊)(?:一?下|一遍|一次|几下)?.{0,10}${UNANSWERED}|${UNANSWERED}.{0,10}(?:催|提醒|喊)|(?:催|提醒)(?:一?下|一遍|一次)?[\\s,，]*(?:回执|通知\\s*[#＃]?\\s*\\d)|通知\\s*[#＃]?\\s*\\d{1,6}\\s*号?(?:再)?(?:催|提醒)`,
  'u',
)
const TALLY =
  /(?:群里|各群|群内).{0,8}(?:通报|报(?:个|一下)?数|公布|说一?下|统计).{0,10}(?:回执|收到|回|通知)?|(?:通报|报(?:个|一下)?数|公布).{0,10}(?:回执|回复情况|收到情况)|(?:回执|收到情况).{0,8}(?:发|通报|公布).{0,4}群/u
const PASS =
  /(?:名单|没回的|谁没回|未回的?).{0,10}(?:发给|转给|告诉|发|给|转)(?:一下)?(?:各|那些)?(?:商会|协会)?(?:的)?秘书|(?:发给|转给|告诉)(?:各)?(?:商会|协会)?(?:的)?秘书.{0,12}(?:没回|未回|名单)/u

/** 催一下没回的 通知57; 群里报个数; 没回的名单发各商会秘书. */
export function readChase(text: string): ChaseWords | undefined {
  const said = text.trim()
  if ([...said].length > 40) return undefined
  const number = NUMBER.exec(said)?.[1]
  const act = PASS.test(said)
    ? 'pass'
    : isAboutReceipts(said) && TALLY.test(said)
      ? 'tally'
      : REMIND.test(said)
        ? 'remind'
        : undefined
  return act === undefined ? undefined : { act, ...(number === undefined ? {} : { number: Number(number) }) }
}

const isAboutReceipts = (said: string) => /回执|通知|收到|没回|回复情况/u.test(said)
