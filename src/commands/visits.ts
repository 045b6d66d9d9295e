import { type VisitLine, visitLines } from '../features/visits/visit-lines.ts'
import { printJson, printLine } from './command-line.ts'
import { withHouse } from './with-house.ts'

/** `visits`: every visit and meeting that was recorded, with what was found there, a line each. Gives the exit code. */
export async function visitsCommand(options: { json: boolean; demo: boolean }): Promise<number> {
  return withHouse(options, (house) =>
    house.storage.transactions.inOne(house.clock.now(), async (work) => {
      const directory = await house.people.directory(work)
      for await (const line of visitLines(house.storage.visits, directory, work))
        await (options.json ? printJson(line) : printLine(asText(line)))
      return 0
    }),
  )
}

function asText({
  number,
  day,
  kind,
  state,
  leader,
  deputy,
  companies,
  chambers,
  findings,
}: VisitLine): string {
  const places = [...companies, ...chambers].map(({ name }) => name).join(' ')
  const who = deputy === null ? leader.name : `${deputy.name} for ${leader.name}`
  return [number, day, kind, state, who, places, `findings: ${findings.length}`].join('  ')
}
