import { forgetPerson, previewForgetting } from '../adapters/storage/person-data.storage.ts'
import { printJson, printLine, say } from './command-line.ts'
import { personDataTexts as texts } from './person-data.texts.ts'
import { withHouse } from './with-house.ts'

export interface ForgetPersonOptions {
  readonly code: string
  /** Without it, only what would happen is said. */
  readonly yes: boolean
  readonly json: boolean
  readonly demo: boolean
}

/** `forget person CODE [--yes]`: deletion and anonymisation, with what is kept and why. Gives the exit code. */
export async function forgetPersonCommand({ code, yes, json, demo }: ForgetPersonOptions): Promise<number> {
  return withHouse({ demo }, async ({ storage, clock }) => {
    const act = yes ? forgetPerson : previewForgetting
    const fates = await storage.transactions.inOne(clock.now(), (work) => act(code, storage, work))
    if (fates === undefined) {
      say(texts.unknown(code))
      return 1
    }
    if (json) for (const fate of fates) await printJson({ done: yes, ...fate })
    else await printLine(texts.fates(code, fates, yes))
    return 0
  })
}
