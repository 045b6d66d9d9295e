import { readFile } from 'node:fs/promises'
import { ledgerBooks } from '../adapters/spreadsheets/ledger-books.ts'
import { auditOf, correctAppeal, planSheet } from '../features/appeals/ledger/correct-appeals.ts'
import { conflictLine, wrongLine } from '../features/appeals/ledger/ledger.texts.ts'
import { HouseError } from '../kernel/errors.ts'
import { may } from '../kernel/person.ts'
import { printJson, printLine } from './command-line.ts'
import { withHouse } from './with-house.ts'

/** Beyond this no spreadsheet program is a ledger's place any more. */
const MOST_ROWS = 60_000
const MOST_BYTES = 50 * 1024 * 1024

/**
 * `ledger import FILE`: what somebody corrected in a ledger that went out, in one transaction. States are moved in chat
 * only, because people have to be told. Gives the exit code: 1 where a row was not taken.
 */
export async function ledgerImportCommand(options: {
  readonly file: string
  readonly as: string | undefined
  readonly dryRun: boolean
  readonly json: boolean
  readonly demo: boolean
}): Promise<number> {
  const { as, dryRun, json } = options
  if (as === undefined && !dryRun)
    throw new HouseError('usage', '--as CODE names the member of staff who corrects; --dry-run needs nobody.')
  const bytes = await readFile(options.file).catch((cause: unknown) => {
    throw new HouseError('import', `The ledger ${options.file} cannot be read: check the path.`, { cause })
  })
  if (bytes.length > MOST_BYTES) throw new HouseError('import', `${options.file} is larger than 50 MB.`)
  const sheet = await ledgerBooks().read(bytes, MOST_ROWS)
  if (!sheet.ok) throw new HouseError('import', `${options.file}: ${sheet.reason}。`)
  return withHouse(options, async (house) =>
    house.storage.transactions.inOne(house.clock.now(), async (work) => {
      const { appeals, ledger, audit } = house.storage
      const directory = await house.people.directory(work)
      const person = directory.people.get(as ?? '')
      if (!dryRun && (person === undefined || !may(person, 'appeal.dispatch')))
        throw new HouseError('usage', `${as} is not a member of staff in the roster.`)
      const plan = await planSheet(sheet, ledger, directory, { move: false }, work)
      // Fetched together; one after another they would be a journey to the database each.
      await Promise.all(plan.changes.map(({ number }) => appeals.find(number, work)))
      if (person !== undefined && !dryRun)
        for (const change of plan.changes) {
          await correctAppeal(change, person.code, appeals, work)
          const entry = { actor: person.code, action: 'appeals.correct', subject: change.number }
          audit.add({ at: work.at, ...entry, detail: auditOf(change) }, work)
        }
      const { changes, conflicts, wrong, unchanged, absent, missingColumns } = plan
      if (json) {
        const kind = dryRun ? 'wouldChange' : 'changed'
        for (const { number, row, corrections } of changes)
          await printJson({ kind, number, row, corrections })
        for (const conflict of conflicts) await printJson({ kind: 'conflict', ...conflict })
        for (const one of wrong) await printJson({ kind: 'error', ...one })
        await printJson({ kind: 'rest', unchanged, absent, missingColumns })
      } else {
        for (const { number, corrections } of changes)
          for (const { heading, from, to } of corrections)
            await printLine(`~ ${number} ${heading}：${from} → ${to}`)
        for (const conflict of conflicts) await printLine(`? ${conflictLine(conflict)}`)
        for (const one of wrong) await printLine(`! ${wrongLine(one)}`)
        const verb = dryRun ? '将会改动' : '已改动'
        await printLine(
          `${verb} ${changes.length} 件；没有改动 ${unchanged} 行；系统里也有变化 ${conflicts.length} 件，写得不对 ${wrong.length} 处，都没有改；不在表里 ${absent} 件，没有变化。`,
        )
      }
      return conflicts.length + wrong.length > 0 ? 1 : 0
    }),
  )
}
