/** What people say about visits: telling one, deciding about what it found, changing it, asking for it. Pure. */
import type { Listening, Reading } from '../../conversation/feature.ts'
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'
import { may } from '../../kernel/person.ts'
import type { WithdrawOrder } from './changing/withdraw.dialogue.ts'
import { readFindingOrder } from './findings/finding-order.ts'
import { readVisitsAsked } from './lists/read-list.ts'
import { findVisitNumber } from './read-visit-number.ts'
import { ASKED_OF_US } from './recording/asked-of-us.ts'
import { breaksOff, isPlanned, readVisit } from './recording/read-visit.ts'
import type { VisitOrder } from './recording/visit-draft.ts'

const bare = (text: string) => text.replace(/^(?:\s*[@＠][^\s@＠]{1,24}\s+)+/u, '').trim()

const WITHDRAWS = /^(?:请)?(?:撤回|撤销|撤掉|删除|删掉|作废|取消)/u
const CORRECTS =
  /记错|写错|说错|错了|不对|更正|改(?:成|为|一下|到)|应该是|补(?:充|一?条)|再?加一?条|还有一?[条个]/u

/** A longer text tells something of its own. */
const LONGEST_ANSWER = 60

function made(
  dialogue: Reading['dialogue'],
  band: Reading['band'],
  score: number,
  label: string,
  words: readonly string[],
  data: unknown,
): Reading {
  return { dialogue, band, score, label, words, data }
}

export function recogniseVisits(
  said: { readonly text: string },
  { by, answered, inProgress }: Listening,
): readonly Reading[] {
  const text = bare(said.text)
  const { person } = by
  const holds = may(person, 'visit.record') || may(person, 'visit.see-all')
  if (text === '' || person.code === undefined || !holds) return []
  const named = findVisitNumber(toHalfWidth(text))
  if (may(person, 'visit.decide')) {
    const decision = readFindingOrder(text, answered, by.at)
    if (decision !== undefined)
      return [made('visits.decide', 'command', 0.95, '核定走访线索', [named?.words ?? '登记'], decision)]
  }
  if (named !== undefined && may(person, 'visit.record')) {
    if (WITHDRAWS.test(text)) {
      const data: WithdrawOrder = { number: named.number, reason: null }
      return [made('visits.withdraw', 'command', 0.95, '撤回走访记录', [named.words], data)]
    }
    const rest = text.replace(named.words, ' ').trim()
    const sign = CORRECTS.exec(rest)
    if (sign !== null && !/[？?]$/u.test(rest)) {
      const words = rest.replace(/^(?:的)?(?:记错|写错|说错|错|不对|更正)(?:了|啦)?[\s,，。:：]*/u, '')
      return [made('visits.record', 'command', 0.95, '更正走访记录', [sign[0]], orderOf(words, named.number))]
    }
  }
  const asked = readVisitsAsked(text, by.at)
  if (asked !== undefined && (asked.list !== 'drafts' || may(person, 'visit.decide')))
    return [made('visits.list', 'command', 0.9, '看走访记录', [text.slice(0, 20)], asked)]
  if (!may(person, 'visit.record')) return []
  // 是前天去的, 第一条不要: said to a preview that is open, before it is a question about anything else.
  if (inProgress === 'visits.record')
    return text.length > LONGEST_ANSWER || ASKED_OF_US.test(text)
      ? []
      : [made('visits.record', 'role', 0.99, '记走访', [text.slice(0, 20)], orderOf(text, null))]
  if (person.roles.includes('leader') && (isPlanned(text) || breaksOff(text)))
    return [made('visits.record', 'role', 0.8, '记走访', [text.slice(0, 20)], orderOf(text, null))]
  const told = readVisit(text)
  if (told === undefined) return []
  // 去了趟税务局 in the office's own mouth is no leader's visit; 拍砖 is nothing else, and it is asked who went.
  if (!told.saysWhose && told.kind !== 'critique' && !person.roles.includes('leader')) return []
  return [
    made(
      'visits.record',
      told.isSure ? 'command' : 'role',
      told.isSure ? 0.9 : 0.6,
      '记走访',
      [told.words],
      orderOf(text, null),
    ),
  ]
}

const orderOf = (text: string, corrects: number | null): VisitOrder => ({
  text,
  answers: [],
  draft: null,
  corrects,
})
