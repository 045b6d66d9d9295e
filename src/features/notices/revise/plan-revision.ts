import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import { asksForGifts } from '../../../mailings/fundraising.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import { isStoppable, type Mailing } from '../../../mailings/mailing.ts'
import { previewRevision } from '../../../mailings/revise-mailing.ts'
import { type NoticesParts, nextNumbers, noticesRoad } from '../notices.service.ts'
import { replacePart } from '../replace-part.ts'
import type { RevisionOrder } from './revise.dialogue.ts'
import { reviseTexts as texts } from './revise.texts.ts'
import { bodyOf } from './what-holds.ts'

type Planned = Plan<RevisionOrder>

const refused = (text: string): Planned => ({ kind: 'refused', text })
const asking = (question: string): Planned => ({ kind: 'asking', question })

/** The words below the line that says what was corrected. */
/** 应为周六开会 */
const SHOULD_BE = /^(?:全文)?(?:应该?(?:为|是)|正确的(?:是|为))\s*[:：]?\s*/u

export async function planRevision(
  parts: NoticesParts,
  order: RevisionOrder,
  doing: Doing,
): Promise<Planned> {
  if (!may(doing.by.person, 'notice.prepare')) return refused(texts.mayNot())
  const mailing = await parts.mailings.findByNumber('notices', order.number, doing.work)
  if (mailing === undefined) return refused(texts.noSuch(order.number))
  const { id, number, title, state } = mailing
  if (mailing.revises !== undefined) return refused(texts.isRevision(number))
  const revisions = await parts.mailings.listRevisionsOf(id, doing.work)
  const holds = revisions.filter(({ state: its }) => its !== 'refused' && its !== 'withdrawn')
  if (holds.some(({ revisesHow }) => revisesHow === 'withdraw'))
    return refused(texts.alreadyWithdrawn(number))
  if (mailing.startedAt === undefined) {
    if (!isStoppable(mailing)) return refused(texts.over(number, mailingTexts.state[state]))
    if (order.how === 'correct') return refused(texts.notOut(number, mailingTexts.state[state]))
    return { kind: 'ready', order: { how: 'withdraw', of: id }, preview: texts.takeDown(number, title) }
  }
  const latest = holds.find(
    ({ revisesHow, startedAt }) => revisesHow === 'correct' && startedAt !== undefined,
  )
  const wording = wordingOf(order, mailing, latest)
  if (wording.kind !== 'text') return wording
  return planText(parts, order, mailing, wording.text, doing)
}

async function planText(
  parts: NoticesParts,
  order: RevisionOrder,
  { id, number, title }: Mailing,
  text: string,
  doing: Doing,
): Promise<Planned> {
  const { how } = order
  const preview = await previewRevision(noticesRoad(parts), id, how, text, doing)
  if (preview === undefined) return refused(texts.gone())
  if (preview.reached === 0) {
    if (how === 'correct' || preview.notYet === 0) return refused(texts.nobodyGotIt(number))
    return { kind: 'ready', order: { how, of: id }, preview: texts.takeDown(number, title) }
  }
  if (preview.stops) return asking(texts.stopped(preview))
  const as = order.as ?? (await nextNumbers(parts, doing))
  return {
    kind: 'ready',
    order: { ...order, of: id, text, as },
    preview: texts.preview(number, how, preview, as.confirmation),
    number: as.confirmation,
  }
}

/** What everybody will read, from what was said. */
function wordingOf(
  { how, words }: RevisionOrder,
  { number, title, text }: Mailing,
  latest: Mailing | undefined,
): Planned | { readonly kind: 'text'; readonly text: string } {
  if (how === 'withdraw')
    return { kind: 'text', text: texts.withdrawn(title, words?.replace(/[。.!！]+$/u, '')) }
  const body = bodyOf(latest?.text ?? text)
  if (words === undefined) return asking(texts.askChange(number, body))
  const replaced = replacePart(body, words)
  if (replaced.kind === 'unclear') {
    // A whole new text may hold 改为 as well.
    const isText = [...words].length > 40 || words.includes('\n')
    if (!isText) return asking(texts.unclear(replaced.before, replaced.times))
  }
  const whole = replaced.kind === 'replaced' ? replaced.text : words.replace(SHOULD_BE, '')
  if (asksForGifts(whole)) return refused(texts.fundraising())
  if (whole.trim() === body.trim()) return asking(texts.same())
  // 时间改到周五 names no words of the text, and too few for a text of its own.
  if (replaced.kind === 'none' && NAMES_A_CHANGE.test(words)) return asking(texts.askChange(number, body))
  return {
    kind: 'text',
    text:
      replaced.kind === 'replaced'
        ? texts.corrected(replaced.before, replaced.after, whole)
        : texts.replaced(whole),
  }
}

const NAMES_A_CHANGE =
  /^(?:把|将)?(?:会议|开会|活动)?(?:的)?(?:时间|日期|地点|地址|人员|对象)\s*(?:改|换|变更|调整|推迟|提前)/u
