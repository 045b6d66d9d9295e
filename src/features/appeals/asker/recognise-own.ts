import type { Listening, Reading } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import { findAppealNumber } from '../reading/appeal-numbers.ts'
import { stripCalls } from '../reading/calls.ts'
import { readFollowUp } from '../reading/follow-ups.ts'
import { readingOf } from '../reading-of.ts'
import { numberBeside } from '../staff/read-command.ts'
import { readOutcome } from './read-outcome.ts'

/** The person's own matters: where they stand, taking them back, whether they are solved. */
export function readOwn(text: string, { by, inProgress }: Listening): readonly Reading[] {
  if (text.length > 160) return []
  const bare = stripCalls(text)
  const number = findAppealNumber(bare)
  const withNumber = number === undefined ? {} : { number }
  const withdrawn = withdrawAsked(bare)
  if (withdrawn !== undefined)
    return [readingOf('appeals.withdraw', 'own', 0.9, '撤回诉求', [bare], withdrawn)]
  // Said bare it is about what was filed just now; staff take back other things too.
  if (
    /^(?:我)?(?:要|想)?(?:撤回|撤销|撤了|撤诉|取消(?:登记|诉求|提交)?)[了吧啊掉。.!！]*$/.test(bare) &&
    !may(by.person, 'appeal.see-all')
  )
    return [readingOf('appeals.withdraw', 'own', 0.6, '撤回诉求', [bare], { isBare: true })]
  const outcome =
    number === undefined ? (bare.length <= 10 ? readOutcome(bare) : undefined) : readOutcome(bare)
  if (outcome !== undefined && !/结案|回访|归档/.test(bare) && (number !== undefined || /解决/.test(bare)))
    return [
      readingOf(
        'appeals.follow-up',
        'own',
        number === undefined ? 0.6 : 0.9,
        '评价办理结果',
        [bare],
        withNumber,
      ),
    ]
  const kind = readFollowUp(bare)
  if (
    kind !== undefined &&
    number !== undefined &&
    (may(by.person, 'appeal.see-all') || may(by.person, 'appeal.see-dispatched'))
  )
    return [readingOf('appeals.show', 'role', 0.9, '看一件诉求', [bare], { number })]
  // 都三天了, in the middle of telling a matter, belongs to the telling.
  const isTelling = inProgress === 'appeals.intake' && kind === 'reminder' && number === undefined
  if (kind !== undefined)
    return [
      readingOf('appeals.status', 'own', isTelling ? 0.4 : 0.85, '查办理进度', [bare], {
        ...withNumber,
        isReminder: kind === 'reminder',
      }),
    ]
  if (
    /^(?:查(?:一?下|看|询)?|看(?:一?下|看)?)?(?:我|我们|俺们?)(?:的|报的|提的|反映的)?(?:诉求|事项|进度|工单)(?:呢|列表|情况)?[?？。]?$/.test(
      bare,
    )
  )
    return [readingOf('appeals.status', 'own', 0.9, '查办理进度', [bare], { isReminder: false })]
  if (number !== undefined && bare.replace(/[\d\s\-—–#号：:?？。]|编号|单号|诉求|工单|是|第|呢/g, '') === '')
    return [readingOf('appeals.status', 'own', 0.7, '查办理进度', [bare], { number, isReminder: false })]
  return []
}

function withdrawAsked(bare: string): { readonly number?: ReturnType<typeof findAppealNumber> } | undefined {
  // Other things are withdrawn too: a merge, a notice, a drive.
  if (bare.length > 30 || /[?？]$|并单|派单|通知|公告|募捐|倡议|群发|暂停/.test(bare)) return undefined
  const verbs = '撤回|撤销|撤诉|撤掉|取消|不用办了?|不办了|不用管了?|不用处理了?'
  if (!new RegExp(verbs).test(bare)) return undefined
  const number = numberBeside(bare, verbs)
  if (number !== undefined) return { number }
  // Of anything else 取消 may be said: an appeal has to be meant.
  return /^(?:我|我们|俺们?)?(?:那个|那件|这个|这件)?(?:事|诉求|事情|问题)?(?:就|先|也)?(?:撤回|撤销|撤了|不用(?:你们)?(?:办|管|处理|麻烦|操心)|不办)(?:诉求|那件事?|了|吧|啦)*[。.]?$/.test(
    bare,
  ) && !/^(?:撤回|撤销|撤了)[了吧。.]*$/.test(bare)
    ? {}
    : undefined
}
