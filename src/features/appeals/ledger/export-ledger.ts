import type { Doing } from '../../../conversation/feature.ts'
import { accept } from '../../../files/accept.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { reply } from '../life/replying.ts'
import type { ExportPlan } from './export.dialogue.ts'
import { type ExportOrder, MOST_ROWS_IN_CHAT, PREVIEWED_ROWS } from './ledger.orders.ts'
import { ledgerEntries } from './ledger.store.ts'
import { ledgerTexts as texts } from './ledger.texts.ts'
import { ledgerRows } from './ledger-rows.ts'
import { EXPORT_WORDS } from './read-ledger-order.ts'
import { scopeTexts } from './scope.texts.ts'
import { ledgerFilterOf, readScope, type Scope } from './scope.ts'

type Parts = Pick<AppealsParts, 'ledger' | 'ledgerBooks' | 'files'>

export async function planExport(order: ExportOrder, parts: Parts, doing: Doing): Promise<ExportPlan> {
  if (!may(doing.by.person, 'appeal.export')) return { kind: 'refused', text: texts.exportNotForYou() }
  const directory = await doing.directory()
  const read = readScope(order.text, EXPORT_WORDS, directory, doing.work.at)
  if (read.several.length > 0) return { kind: 'asking', question: scopeTexts.several(read.several) }
  const { scope } = read
  const total = await parts.ledger.count(ledgerFilterOf(scope), doing.work)
  if (total === 0)
    return {
      kind: 'refused',
      text: [...notesOn(scope, read.unread), texts.exportNone(scope, directory)].join('\n'),
    }
  if (total > MOST_ROWS_IN_CHAT)
    return { kind: 'refused', text: texts.exportTooMany(total, MOST_ROWS_IN_CHAT) }
  return {
    kind: 'ready',
    order: { ...order, scope },
    preview: texts.exportPreview(scope, total, notesOn(scope, read.unread), directory),
    // What was not understood may have narrowed it: then nothing goes out unseen.
    atOnce: total <= PREVIEWED_ROWS && read.unread.length === 0,
  }
}

const notesOn = (scope: Scope, unread: readonly string[]) => [
  ...(unread.length === 0 ? [] : [scopeTexts.unread(unread)]),
  ...(scope.chamber === null ? [] : [scopeTexts.sealedLeftOut()]),
]

/** Written within the turn's transaction: the file, its letter and the audit's entry are there together or not at all. */
export async function exportLedger({ scope }: ExportOrder, parts: Parts, doing: Doing): Promise<void> {
  if (scope === null || !may(doing.by.person, 'appeal.export')) return reply(texts.exportNotForYou(), doing)
  const { work } = doing
  const directory = await doing.directory()
  const filter = ledgerFilterOf(scope)
  const total = await parts.ledger.count(filter, work)
  if (total > MOST_ROWS_IN_CHAT) return reply(texts.exportTooMany(total, MOST_ROWS_IN_CHAT), doing)
  const head = {
    title: texts.title(directory.federation),
    subtitle: texts.subtitle(scope, total, work.at, directory),
  }
  const entries = ledgerEntries(filter, parts.ledger, (act) => act(work))
  const bytes = await parts.ledgerBooks.write(head, ledgerRows(entries, directory))
  const accepted = accept(bytes, texts.fileName(scope, work.at, directory), Number.POSITIVE_INFINITY)
  if (!accepted.ok) throw new Error('A workbook of our own was not recognised as one.')
  const { sha256, mediaType, size, name } = accepted
  await parts.files.put(accepted.bytes, { sha256, mediaType, size, name }, work)
  doing.post(`${doing.turnKey}:ledger`, {
    to: doing.by.home,
    text: texts.exported(scope, total, notesOn(scope, []), work.at, directory),
    origin: 'automatic',
    files: [{ sha256, name, kind: 'file' }],
  })
  const { from, until, unit, category, chamber } = scope
  doing.audit('appeals.exportLedger', 'ledger', { rows: total, from, until, unit, category, chamber, sha256 })
}
