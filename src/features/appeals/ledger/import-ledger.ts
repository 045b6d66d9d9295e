import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { closeAppeal } from '../closing/close-appeal.ts'
import { closeKindLabels } from '../closing/closing.texts.ts'
import { resolveAs } from '../closing/resolve-appeal.ts'
import { numberIn } from '../life/acting-on.ts'
import { reply } from '../life/replying.ts'
import { auditOf, correctAppeal, planSheet } from './correct-appeals.ts'
import type { ImportPlan, RowChange } from './import-plan.ts'
import { type ImportOrder, MOST_ROWS_IN_CHAT } from './ledger.orders.ts'
import { ledgerTexts as texts } from './ledger.texts.ts'
import { resolveKinds } from './ledger-columns.ts'

type Parts = AppealsParts

async function planOf(
  { sha256 }: ImportOrder,
  parts: Parts,
  doing: Doing,
): Promise<ImportPlan | { readonly refused: string } | undefined> {
  if (sha256 === null) return undefined
  const file = await parts.files.find(sha256, doing.work)
  if (file === undefined) return { refused: texts.noSuchFile() }
  const sheet = await parts.ledgerBooks.read(file.bytes, MOST_ROWS_IN_CHAT)
  if (!sheet.ok) return { refused: texts.cannotRead(sheet.reason) }
  return planSheet(sheet, parts.ledger, await doing.directory(), { move: true }, doing.work)
}

export async function planImportOrder(
  order: ImportOrder,
  parts: Parts,
  doing: Doing,
): Promise<Plan<ImportOrder>> {
  if (!may(doing.by.person, 'appeal.dispatch')) return { kind: 'refused', text: texts.importNotForYou() }
  const plan = await planOf(order, parts, doing)
  if (plan === undefined) return { kind: 'asking', question: texts.whichFile() }
  if ('refused' in plan) return { kind: 'refused', text: plan.refused }
  if (plan.changes.length === 0) return { kind: 'refused', text: texts.nothingToDo(plan) }
  return { kind: 'ready', order, preview: texts.importPreview(plan) }
}

/** Read anew and compared with how things stand now: what changed between preview and yes is a conflict too. */
export async function importLedger(order: ImportOrder, parts: Parts, doing: Doing): Promise<void> {
  const { person } = doing.by
  if (!may(person, 'appeal.dispatch') || person.code === undefined)
    return reply(texts.importNotForYou(), doing)
  const plan = await planOf(order, parts, doing)
  if (plan === undefined) return reply(texts.noSuchFile(), doing)
  if ('refused' in plan) return reply(plan.refused, doing)
  // Fetched together; one after another they would be a journey to the database each.
  await Promise.all(plan.changes.map(({ number }) => parts.store.find(number, doing.work)))
  let changed = 0
  for (const change of plan.changes) {
    if (!(await correctAppeal(change, person.code, parts.store, doing.work))) continue
    changed++
    doing.audit('appeals.correct', change.number, auditOf(change))
    await move(change, parts, doing)
  }
  doing.audit('appeals.importLedger', 'ledger', {
    rows: changed,
    conflicts: plan.conflicts.length,
    wrong: plan.wrong.length,
    sha256: order.sha256,
  })
  reply(texts.imported(changed, plan), doing)
}

/** The same as staff do in chat, but that they are answered once for the whole sheet. */
async function move(change: RowChange, parts: Parts, doing: Doing): Promise<void> {
  if (change.act === null) return
  const home = JSON.stringify(doing.by.home)
  const quietly: Doing = {
    ...doing,
    turnKey: `${doing.turnKey}:${change.number}`,
    post(key, letter) {
      if (JSON.stringify(letter.to) !== home) doing.post(key, letter)
    },
  }
  const cell = (key: string) => change.corrections.find((one) => one.key === key)?.to
  const order = { number: numberIn(change.number), unread: [] }
  if (change.act === 'close') {
    await closeAppeal({ ...order, closeKind: 'fixed', words: '' }, parts, quietly)
    return
  }
  const found = await parts.ledger.find([change.number], doing.work)
  const before = found.get(change.number)
  const words = cell('progress') ?? before?.appeal.resolution ?? before?.progress ?? ''
  const closeKind = resolveKinds.find((kind) => closeKindLabels[kind] === cell('closeKind')) ?? 'fixed'
  await resolveAs(change.number, 'staff', { closeKind, words }, parts, quietly)
}
