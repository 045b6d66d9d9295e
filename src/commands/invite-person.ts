import { bindingCodes, CODE_HOURS } from '../features/membership/binding-codes.ts'
import { systemClock } from '../kernel/clock.ts'
import { printJson, printLine, say } from './command-line.ts'
import { invitePersonTexts as texts } from './invite-person.texts.ts'
import { withHouse } from './with-house.ts'

export interface InvitePersonOptions {
  readonly code: string
  readonly json: boolean
  readonly demo: boolean
}

/**
 * `invite person CODE`: a one-time code with which somebody makes their chat account known, for the first member of
 * staff on a new channel, whom nobody in chat could give one. Gives the exit code.
 */
export async function invitePersonCommand({ code, json, demo }: InvitePersonOptions): Promise<number> {
  return withHouse({ demo, clock: systemClock() }, async (house) => {
    const { storage, clock, people, config } = house
    const issued = await storage.transactions.inOne(clock.now(), async (work) => {
      const person = (await people.directory(work)).people.get(code)
      if (person === undefined) return undefined
      const codes = bindingCodes(storage.membership, storage.codec)
      const binding = await codes.issue(person.code, {
        issuedBy: 'operator',
        work,
        audit: (action, subject, detail = {}) =>
          storage.audit.add({ at: work.at, actor: 'operator', action, subject, detail }, work),
      })
      return { person: person.code, name: person.name, binding, hours: CODE_HOURS }
    })
    if (issued === undefined) {
      say(texts.unknown(code))
      return 1
    }
    if (json) await printJson(issued)
    else await printLine(texts.issued(issued.name, issued.binding, issued.hours, config.botNames[0] ?? ''))
    return 0
  })
}
