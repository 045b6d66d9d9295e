import { type TaskLine, taskLines } from '../features/tasks/task-lines.ts'
import { printJson, printLine } from './command-line.ts'
import { withHouse } from './with-house.ts'

/** `tasks`: everything that somebody was told to do, a line each, by number. Gives the exit code. */
export async function tasksCommand(options: { json: boolean; demo: boolean }): Promise<number> {
  return withHouse(options, (house) =>
    house.storage.transactions.inOne(house.clock.now(), async (work) => {
      const directory = await house.people.directory(work)
      for (const line of await taskLines(house.storage.tasks, directory, work))
        await (options.json ? printJson(line) : printLine(asText(line)))
      return 0
    }),
  )
}

function asText({ number, state, appeal, text, person, unit, dueAt }: TaskLine): string {
  const to = person?.name ?? unit?.name ?? 'office'
  return [number, state, appeal ?? '-', to, dueAt?.slice(0, 16) ?? '-', text.replaceAll('\n', ' ')].join('  ')
}
