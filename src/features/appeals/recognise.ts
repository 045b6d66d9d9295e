/** What this feature could take some words for. Pure; the order of the rules is from the surest down. */
import type { Band, Listening, Reading } from '../../conversation/feature.ts'
import type { Intent } from '../../conversation/reading.ts'
import type { Said } from '../../conversation/said.ts'
import { may } from '../../kernel/person.ts'
import { readOutcome } from './asker/read-outcome.ts'
import { findAppealNumber } from './reading/appeal-numbers.ts'
import { stripCalls } from './reading/calls.ts'
import { looksLikeConsumerMatter } from './reading/consumer-matter.ts'
import { readFollowUp } from './reading/follow-ups.ts'
import { readMatter } from './reading/read-matter.ts'
import { wantsToBeSealed } from './reading/sealing.ts'
import { numberBeside, readDispatch, readReport } from './staff/read-command.ts'
import { readListAsked, readShowAsked } from './staff/read-list.ts'

/** Rules need no more than this to know what somebody is about. */
const READ_CHARACTERS = 4_000

function reading(
  dialogue: Reading['dialogue'],
  band: Band,
  score: number,
  label: string,
  words: readonly string[],
  data?: unknown,
): Reading {
  return { dialogue, band, score, label, words, ...(data === undefined ? {} : { data }) }
}

export function recogniseAppeals(said: Said, listening: Listening): readonly Reading[] {
  const text = said.text.slice(0, READ_CHARACTERS).trim()
  if (text === '') return []
  const command = text.length <= 300 ? readCommand(text, listening) : undefined
  if (command !== undefined) return [command]
  return [...readOwn(text, listening), ...readAppeal(text)]
}

/** Begun by a model's word alone, where no rule claims the words: only what anybody may do. */
export function openedByModel(intent: Intent): Reading | undefined {
  if (intent === 'appeal') return reading('appeals.intake', 'appeal', 0.5, '登记诉求', [])
  return intent === 'status'
    ? reading('appeals.status', 'own', 0.5, '查办理进度', [], { isReminder: false })
    : undefined
}

/** Orders of staff and units. Those that a person may not give are still known, and refused by the dialogue. */
function readCommand(text: string, { by }: Listening): Reading | undefined {
  const dispatch = readDispatch(text)
  if (dispatch !== undefined && (may(by.person, 'appeal.dispatch') || /^(?:请)?派单/.test(text)))
    return reading('appeals.dispatch', 'command', 1, '派单', ['派单'], dispatch)
  const handles = may(by.person, 'appeal.see-dispatched')
  for (const verb of ['acknowledge', 'sendBack'] as const) {
    const report = readReport(text, verb)
    // Not a command: an order that is being talked about takes these words itself.
    if (report !== undefined && (handles || report.number !== undefined))
      return reading('appeals.order', handles ? 'role' : 'command', 1, '处理派单', [verb], {
        verb,
        ...report,
      })
  }
  const resolved = readReport(text, 'resolve')
  if (resolved?.number !== undefined && may(by.person, 'appeal.resolve'))
    return reading('appeals.resolve', 'command', 1, '报办结', ['办结'], resolved)
  const bare = stripCalls(text)
  if (
    handles &&
    /^(?:我?(?:手上|手里|手头|名下)(?:的|还有.{0,6})?|(?:我的|我们?单位的?|看看?)?待办(?:的|列表|事项|清单)?|我?要办的|.{0,4}还有几件(?:没办|要办|待办).{0,3})[?？。]?$/.test(
      bare,
    )
  )
    return reading('appeals.unit-list', 'role', 0.95, '看待办', [bare])
  const seesAll = may(by.person, 'appeal.see-all')
  const shown = readShowAsked(bare)
  if (shown !== undefined)
    return reading('appeals.show', seesAll || handles ? 'command' : 'own', 0.95, '看一件诉求', [bare], {
      number: shown,
    })
  const list = readListAsked(bare)
  if (list !== undefined && seesAll)
    return reading('appeals.list', 'role', list.score, '看诉求列表', [bare], list.asked)
  // 台账 and 待派单 mean the office's lists and nothing else; they are refused kindly. A leader asks oversight with them.
  if (list !== undefined && list.score === 1 && !handles && !may(by.person, 'appeal.see-in-scope'))
    return reading('appeals.list', 'command', 1, '看诉求列表', [bare], list.asked)
  return undefined
}

/** The person's own matters: where they stand, taking them back, whether they are solved. */
function readOwn(text: string, { by, inProgress }: Listening): readonly Reading[] {
  if (text.length > 160) return []
  const bare = stripCalls(text)
  const number = findAppealNumber(bare)
  const withNumber = number === undefined ? {} : { number }
  const withdrawn = withdrawAsked(bare)
  if (withdrawn !== undefined) return [reading('appeals.withdraw', 'own', 0.9, '撤回诉求', [bare], withdrawn)]
  const outcome =
    number === undefined ? (bare.length <= 10 ? readOutcome(bare) : undefined) : readOutcome(bare)
  if (outcome !== undefined && !/结案|回访|归档/.test(bare) && (number !== undefined || /解决/.test(bare)))
    return [
      reading(
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
    return [reading('appeals.show', 'role', 0.9, '看一件诉求', [bare], { number })]
  // 都三天了, in the middle of telling a matter, belongs to the telling.
  const isTelling = inProgress === 'appeals.intake' && kind === 'reminder' && number === undefined
  if (kind !== undefined)
    return [
      reading('appeals.status', 'own', isTelling ? 0.4 : 0.85, '查办理进度', [bare], {
        ...withNumber,
        isReminder: kind === 'reminder',
      }),
    ]
  if (
    /^(?:查(?:一?下|看|询)?|看(?:一?下|看)?)?(?:我|我们|俺们?)(?:的|报的|提的|反映的)?(?:诉求|事项|进度|工单)(?:呢|列表|情况)?[?？。]?$/.test(
      bare,
    )
  )
    return [reading('appeals.status', 'own', 0.9, '查办理进度', [bare], { isReminder: false })]
  if (number !== undefined && bare.replace(/[\d\s\-—–#号：:?？。]|编号|单号|诉求|工单|是|第|呢/g, '') === '')
    return [reading('appeals.status', 'own', 0.7, '查办理进度', [bare], { number, isReminder: false })]
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

/** Words that state a trouble or ask for action. */
function readAppeal(text: string): readonly Reading[] {
  if (looksLikeConsumerMatter(text.slice(0, 1_000)))
    return [reading('appeals.intake', 'appeal', 0.6, '登记诉求', ['消费'])]
  const matter = readMatter(text)
  if (matter.score >= 0.3)
    return [
      reading('appeals.intake', 'appeal', Math.min(0.95, matter.score + 0.05), '登记诉求', matter.words),
    ]
  // Who asks not to be named has something to tell, whatever it is.
  if (wantsToBeSealed(text)) return [reading('appeals.intake', 'appeal', 0.6, '登记诉求', ['不署名'])]
  const wish = WISH.exec(text) ?? (ASKS.test(text) ? null : ANNOUNCED.exec(text))
  return wish === null ? [] : [reading('appeals.intake', 'appeal', 0.5, '登记诉求', [wish[0]])]
}

const WISH =
  /(?:登记|提交?|反映|上报|报|申请|写)(?:一?个|一?下|一?件|几个|些)?(?:诉求|问题|困难|情况|事情?)|^(?:我要|我想|想)?(?:提|报)?诉求$|求助|投诉/
/** 我们有两个事: the matters come with the next lines. */
const ANNOUNCED =
  /(?:有|说|讲)(?:[两俩二三四五几2-5])(?:个|件|条|桩|点)?(?:事|难处|困难|麻烦)(?!务|先|实|项|没|未|还)/
const ASKS = /问|咨询|请教|打听|多少|哪|什么|啥|[?？]/
