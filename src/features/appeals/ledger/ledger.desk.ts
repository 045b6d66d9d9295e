import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { stripCalls } from '../reading/calls.ts'
import { readingOf } from '../reading-of.ts'
import { exportDialogue } from './export.dialogue.ts'
import { exportLedger, planExport } from './export-ledger.ts'
import { importDialogue } from './import.dialogue.ts'
import { importLedger, planImportOrder } from './import-ledger.ts'
import type { ExportOrder, ImportOrder } from './ledger.orders.ts'
import { isExportOrder, isImportOrder, isLedgerFile } from './read-ledger-order.ts'

type LedgerEffect =
  | OrderEffect<ExportOrder, 'appeals.export-ledger'>
  | OrderEffect<ImportOrder, 'appeals.import-ledger'>
type LedgerQuery =
  | PlanQuery<ExportOrder, 'appeals.plan-export'>
  | PlanQuery<ImportOrder, 'appeals.plan-import'>

/** 台账: out as a workbook, and in again. */
export function ledgerDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [exportDialogue, importDialogue],
    recognise(said, { by }) {
      const text = stripCalls(said.text.trim())
      const file = said.pieces.flatMap(({ files = [] }) => files).findLast(({ kind }) => kind === 'file')
      const order: ImportOrder = { sha256: file?.sha256 ?? null }
      const isSent = file !== undefined && isLedgerFile(file.name) && text.length <= 40
      if (isImportOrder(text) || (isSent && may(by.person, 'appeal.dispatch')))
        return [readingOf('appeals.import-ledger', 'command', 1, '导入台账', [text], order)]
      if (!isExportOrder(text)) return []
      const scopeless: ExportOrder = { text, scope: null }
      return [readingOf('appeals.export-ledger', 'command', 1, '导出台账', [text], scopeless)]
    },
    performs: {
      'appeals.export-ledger': ({ order }, doing) => exportLedger(order, parts, doing),
      'appeals.import-ledger': ({ order }, doing) => importLedger(order, parts, doing),
    } satisfies Performs<LedgerEffect>,
    answers: {
      'appeals.plan-export': ({ order }, doing) => planExport(order, parts, doing),
      'appeals.plan-import': ({ order }, doing) => planImportOrder(order, parts, doing),
    } satisfies Answers<LedgerQuery>,
  }
}
