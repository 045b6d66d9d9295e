import { randomUUID } from 'node:crypto'
import { openTerminal } from '../adapters/platforms/terminal/terminal.platform.ts'
import { HouseError } from '../kernel/errors.ts'
import { withHouse } from './with-house.ts'

/** `chat --as CODE [--in GROUP]`: a conversation in this terminal. Gives the exit code. */
export async function chatCommand(options: {
  as: string
  in: string | undefined
  demo: boolean
}): Promise<number> {
  return withHouse(options, async (house) => {
    const directory = await house.storage.transactions.inOne(house.clock.now(), (work) =>
      house.people.directory(work),
    )
    const person = directory.people.get(options.as)
    if (person === undefined) {
      throw new HouseError(
        'usage',
        `Nobody in the roster has the code "${options.as}". People: ${listed(directory.people.keys())}`,
      )
    }
    const group =
      options.in === undefined
        ? undefined
        : (directory.groups.get(options.in) ??
          [...directory.groups.values()].find((one) => one.chatId === options.in))
    if (options.in !== undefined && group === undefined) {
      throw new HouseError(
        'usage',
        `No group has the code "${options.in}". Groups: ${listed(directory.groups.keys())}`,
      )
    }
    const terminal = openTerminal({
      input: process.stdin,
      output: process.stdout,
      botNames: house.config.botNames,
      as: person.code,
      name: person.name,
      group,
      now: () => house.clock.now(),
      newMessageId: randomUUID,
      colour: process.stdout.isTTY === true,
    })
    await house.desk.open(terminal)
    await terminal.finished
    // Whoever pipes lines in wants the answers to the last ones too.
    house.desk.closeBursts()
    await house.desk.settle()
    return 0
  })
}

const listed = (codes: Iterable<string>) =>
  [...codes].slice(0, 12).join(', ') || 'none; import a roster first'
