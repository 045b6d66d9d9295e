import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import { tell } from '../../../mailings/mailing-road.ts'
import type { NoticesParts } from '../notices.service.ts'
import { bookOf, calledAt } from './called.ts'
import type { Doubt } from './doubt.ts'
import { keepReceipt } from './keep-answer.ts'
import { receiptId } from './receipt.ts'
import { chamberOf, within } from './receipt-report.ts'
import { countsOf, findNotice, listsOf, type NoticeAtHand, sightOf } from './receipts.service.ts'
import { receiptsTexts as texts } from './receipts.texts.ts'
import type { Settled, SettleOrder } from './settle-order.ts'
import { readSettling, type Settlement } from './settle-words.ts'

type SettlePlan = Plan<SettleOrder>

interface Table {
  readonly directory: Directory
  readonly people: readonly string[]
  readonly doubts: readonly Doubt[]
  readonly number: number
}

/** What one settlement comes to, what has to be asked first, or why it cannot be. */
type Worked =
  | { readonly kind: 'settled'; readonly settled: Settled; readonly line: string }
  | { readonly kind: 'asking'; readonly question: string }
  | { readonly kind: 'refused'; readonly text: string }

export async function planSettling(
  parts: NoticesParts,
  order: SettleOrder,
  doing: Doing,
): Promise<SettlePlan> {
  const { person } = doing.by
  if (!may(person, 'notice.settle-receipts')) return { kind: 'refused', text: texts.maySettleNot() }
  const found = await findNotice(parts, order.number, doing)
  const words = readSettling(order.said)
  if (found === undefined || words === undefined)
    return { kind: 'refused', text: mailingTexts.noSuch('通知', order.number) }
  const table = await tableOf(parts, found, doing)
  const { number } = table
  if (found.mailing.startedAt === undefined) return { kind: 'refused', text: texts.notLeft(number) }
  if (words.everything !== undefined && table.doubts.length === 0)
    return { kind: 'refused', text: texts.noDoubts(number) }
  const settlements: readonly Settlement[] =
    words.everything === undefined
      ? words.settlements
      : table.doubts.map((doubt) => ({ doubt: doubt.number, as: 'nothing' as const }))
  const answers = [...order.answers]
  const settled: Settled[] = []
  const lines: string[] = []
  for (const one of settlements) {
    const worked = work(one, table, answers)
    if (worked.kind !== 'settled') return worked
    settled.push(worked.settled)
    lines.push(worked.line)
  }
  return {
    kind: 'ready',
    order: { ...order, number, settled },
    preview: texts.settlePreview(number, lines),
  }
}

async function tableOf(parts: NoticesParts, { notice }: NoticeAtHand, doing: Doing): Promise<Table> {
  const directory = await doing.directory()
  const sight = sightOf(doing.by.person)
  const doubts = sight.onlyChamber === undefined ? await parts.notices.listDoubts(notice.id, doing.work) : []
  return { directory, people: within(directory, sight, notice.people), doubts, number: notice.number }
}

/** `answers` to what was asked are used up in the order in which the questions come. */
function work(one: Settlement, table: Table, answers: string[]): Worked {
  const doubt = table.doubts.find(({ number }) => number === one.doubt)
  if (one.doubt !== undefined && doubt === undefined)
    return { kind: 'refused', text: texts.noSuchDoubt(table.number, one.doubt) }
  if (one.as === 'nothing' && doubt !== undefined)
    return {
      kind: 'settled',
      settled: { doubt: doubt.id, as: 'nothing' },
      line: texts.doubtAs(doubt, undefined, 'nothing'),
    }
  const word = one.whom
  const own = doubt?.person
  if (word === undefined && own !== undefined && table.people.includes(own))
    return done(own, one, doubt, table)
  let said = word ?? answers.shift()
  if (said === undefined)
    return doubt === undefined
      ? { kind: 'refused', text: texts.noDoubts(table.number) }
      : { kind: 'asking', question: texts.askWhom(doubt) }
  if (word === undefined && doubt !== undefined && /^(?:不算|不用管|作废)/u.test(said))
    return work({ ...one, as: 'nothing' }, table, answers)
  for (;;) {
    const codes = meantBy(said, table)
    if (codes.length === 1) return done(codes[0] as string, one, doubt, table)
    if (codes.length === 0) return { kind: 'refused', text: texts.notMeant(said, table.number) }
    const answer = answers.shift()
    if (answer === undefined)
      return {
        kind: 'asking',
        question: texts.askWhich(
          said,
          codes.map((code) => titled(table.directory, code)),
        ),
      }
    const narrower = narrowed(answer, codes, table)
    said = narrower ?? answer
    if (narrower !== undefined) return done(narrower, one, doubt, table)
  }
}

/** Of those who were offered, the one whom the answer names or whose company it names. */
function narrowed(answer: string, codes: readonly string[], { directory }: Table): string | undefined {
  const called = calledAt(bookOf(directory), answer.trim())
  const left = codes.filter((code) => called?.codes.includes(code))
  return left.length === 1 ? left[0] : undefined
}

function meantBy(word: string, { directory, people }: Table): readonly string[] {
  const said = word.trim()
  const called = calledAt(bookOf(directory), said)
  // The whole word has to be a name: 张总的司机 is somebody else.
  if (called === undefined || called.word !== said) return []
  const meant = new Set(people)
  return called.codes.filter((code) => meant.has(code))
}

function done(person: string, one: Settlement, doubt: Doubt | undefined, { directory }: Table): Worked {
  const who = titled(directory, person)
  const line =
    doubt !== undefined
      ? texts.doubtAs(doubt, who, one.as)
      : one.as === 'nothing'
        ? texts.withdrawn(who)
        : texts.settleLine(who, one.as)
  return {
    kind: 'settled',
    settled: { ...(doubt === undefined ? {} : { doubt: doubt.id }), person, as: one.as },
    line,
  }
}

function titled(directory: Directory, code: string): string {
  const person = directory.people.get(code)
  const of =
    directory.companies.get(person?.company ?? '')?.name ??
    directory.chambers.get(chamberOf(directory, code) ?? '')?.name
  return `${person?.name ?? code}${of === undefined ? '' : `（${of}）`}`
}

export async function settleReceipts(parts: NoticesParts, order: SettleOrder, doing: Doing): Promise<void> {
  const found = await findNotice(parts, order.number, doing)
  // Roles and the roster may have changed between the preview and the yes.
  if (found === undefined || !may(doing.by.person, 'notice.settle-receipts'))
    return tell(doing, 'settle', texts.maySettleNot())
  const { notice } = found
  const { people } = await tableOf(parts, found, doing)
  const meant = new Set(people)
  for (const { doubt, person, as } of order.settled) {
    if (person !== undefined && !meant.has(person)) continue
    if (doubt !== undefined) await parts.notices.dropDoubts([doubt], doing.work)
    if (person === undefined) continue
    if (as === 'nothing') await parts.notices.dropReceipt(receiptId(notice.id, person), doing.work)
    else await keepReceipt(parts.notices, notice.id, { person, kind: as, how: 'staff' }, doing)
  }
  doing.audit('notices.settleReceipts', notice.id, { settled: order.settled.length })
  const lists = await listsOf(parts.notices, notice, sightOf(doing.by.person), doing)
  const left = (await tableOf(parts, found, doing)).doubts.length
  tell(doing, 'settle', texts.settled(notice.number, countsOf(lists), left))
}
