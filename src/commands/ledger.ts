import { type LedgerLine, ledgerLines } from '../features/appeals/ledger.ts'
import { appealStateLabels, categoryLabels } from '../kernel/appeal-terms.ts'
import { printJson, printLine } from './command-line.ts'
import { withHouse } from './with-house.ts'

/** `ledger`: every appeal, a line each, oldest first. Gives the exit code. */
export async function ledgerCommand(options: { json: boolean; demo: boolean }): Promise<number> {
  return withHouse(options, (house) =>
    house.storage.transactions.inOne(house.clock.now(), async (work) => {
      const directory = await house.people.directory(work)
      for await (const line of ledgerLines(house.storage.appeals, directory, work)) {
        await (options.json ? printJson(line) : printLine(asText(line)))
      }
      return 0
    }),
  )
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
