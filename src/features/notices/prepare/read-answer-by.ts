/** 截止今晚20:00, 请于周五17点前回复: by when a notice wants its answers, read from its own words. Pure. */
import { findMoment, type SpokenMoment } from '../../../kernel/spoken-moment.ts'

/** 报名截止, 申报截止: another term than that of the answer. */
const OTHER_TERM = /(?:报名|申报|缴费|交费|投稿|投票|提交|材料|报送|申请)[^。\n]{0,6}$/u
const UNTIL = /(?:截止|截至)(?:时间|日期)?(?:到|至|为|是|[:：])?\s*([^。；;\n]{2,24})/gu
const BEFORE_ANSWER =
  /([^。；;,，\n]{2,20}?)(?:之前|以前|前)[^。；;\n]{0,10}?(?:回复|回执|回个|回一下|反馈|回话|确认参会|报(?:参会)?名单)/gu
const ANSWER_FIRST =
  /(?:回复|回执|反馈|回个话)[^。；;\n]{0,6}?(?:请|须|要)?(?:于|在)?([^。；;,，\n]{2,18}?)(?:之前|以前|前)/gu

const EVENING = 20 * 60

/** 今晚之前 is no office hour. */
const inTheEvening = (moment: SpokenMoment, words: string): SpokenMoment =>
  moment.kind === 'day' && moment.minute === undefined && words.includes('晚')
    ? { ...moment, minute: EVENING }
    : moment

export function readAnswerBy(text: string, now: Date): SpokenMoment | undefined {
  for (const pattern of [UNTIL, BEFORE_ANSWER, ANSWER_FIRST]) {
    for (const found of text.matchAll(pattern)) {
      const before = text.slice(0, found.index)
      if (pattern === UNTIL && OTHER_TERM.test(before.slice(-12)) && !/回执[^。\n]{0,4}$/u.test(before))
        continue
      // The first words of a term are the term: 截止今晚20:00，明天15:00开会.
      const words = pattern === UNTIL ? (found[1] ?? '').split(/[,，]/u)[0] : found[1]
      // 截至3月3日，已有三十家签约 tells how something stands.
      if (
        /^[^,，]*[,，]?(?:已|共|累计|全[县市区]|我[县市会])/u.test(
          text.slice(found.index + found[0].length - (found[1] ?? '').length),
        ) &&
        pattern === UNTIL
      )
        continue
      const moment = findMoment(words ?? '', now)?.moment
      if (moment !== undefined) return inTheEvening(moment, words ?? '')
    }
  }
  return undefined
}

/** 截止改到明天中午, 回执期限 周五: said while the preview is looked at. */
export function readNewTerm(saying: string, now: Date): SpokenMoment | undefined {
  const found =
    /^(?:把)?(?:回执|回复|答复)?(?:的)?(?:截止|期限|最晚)(?:时间|日期)?(?:回复|回执)?[\s:：改到成为是在至]*(.{2,24}?)[。.]?$/u.exec(
      saying.trim(),
    )
  return found === null ? undefined : findMoment(found[1] ?? '', now)?.moment
}
