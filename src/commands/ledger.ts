import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { ledgerEntries } from '../features/appeals/ledger/ledger.store.ts'
import { ledgerTexts } from '../features/appeals/ledger/ledger.texts.ts'
import { type LedgerLine, ledgerLine } from '../features/appeals/ledger/ledger-lines.ts'
import { ledgerRows } from '../features/appeals/ledger/ledger-rows.ts'
import { ledgerFilterOf } from '../features/appeals/ledger/scope.ts'
import { appealStateLabels, categoryLabels } from '../kernel/appeal-terms.ts'
import { printJson, printLine, say } from './command-line.ts'
import { readScopeWords, type ScopeWords } from './ledger-scope.ts'
import { withHouse } from './with-house.ts'

export interface LedgerOptions {
  readonly json: boolean
  readonly demo: boolean
  /** Where the workbook is to go. */
  readonly xlsx: string | undefined
  readonly words: ScopeWords
}

/**
 * `ledger`: every appeal, oldest first, a line each or as a workbook. A page is a transaction of its own: what is filed
 * meanwhile may be in it, and nothing is held up however long the ledger is. Gives the exit code.
 */
export async function ledgerCommand({ words, xlsx, json, demo }: LedgerOptions): Promise<number> {
  return withHouse({ demo }, async (house) => {
    const { ledger, transactions, audit } = house.storage
    const now = house.clock.now()
    const read: Parameters<typeof ledgerEntries>[2] = (act) => transactions.inOne(now, act)
    const directory = await read((work) => house.people.directory(work))
    const scope = readScopeWords(words, directory)
    const filter = ledgerFilterOf(scope)
    const entries = ledgerEntries(filter, ledger, read)
    if (xlsx === undefined) {
      for await (const { appeal } of entries) {
        const line = ledgerLine(appeal, directory)
        await (json ? printJson(line) : printLine(asText(line)))
      }
      return 0
    }
    const total = await read((work) => ledger.count(filter, work))
    const head = {
      title: ledgerTexts.title(directory.federation),
      subtitle: ledgerTexts.subtitle(scope, total, now, directory),
    }
    const { writeLedger } = await import('../adapters/spreadsheets/write-ledger.ts')
    // A ledger cut off in the middle must not lie there under its name.
    const unfinished = `${xlsx}.unfinished`
    const rows = await writeLedger(head, ledgerRows(entries, directory), createWriteStream(unfinished)).catch(
      async (error: unknown) => {
        await rm(unfinished, { force: true })
        throw error
      },
    )
    await rename(unfinished, xlsx)
    const { from, until, unit, category, chamber } = scope
    await read(async (work) =>
      audit.add(
        {
          at: now,
          actor: 'operator',
          action: 'appeals.exportLedger',
          subject: 'ledger',
          detail: { rows, from, until, unit, category, chamber },
        },
        work,
      ),
    )
    if (json) await printJson({ file: xlsx, rows })
    else say(`${rows} appeals written to ${xlsx}.`)
    return 0
  })
}

function asText({ number, status, category, company, summary, filedAt }: LedgerLine): string {
  return [
    number,
    appealStateLabels[status],
    categoryLabels[category],
    company?.name ?? '—',
    filedAt.slice(0, 10),
    summary,
  ].join('  ')
}
