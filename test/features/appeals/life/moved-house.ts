/** The real service on PostgreSQL, without the talk: effects are performed as the corridor performs them. */
import type { Corridor } from '../../../../src/conversation/corridor.ts'
import type { Effect } from '../../../../src/conversation/dialogue.ts'
import { emptyTray, handsFor } from '../../../../src/conversation/doing.ts'
import type { Doing, Feature } from '../../../../src/conversation/feature.ts'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { Appeal, AppealEvent } from '../../../../src/features/appeals/appeal.ts'
import type { Work } from '../../../../src/kernel/work.ts'
import { type Chat, openChat } from '../../../support/chat.ts'

export interface Standing {
  readonly appeal: Appeal
  readonly history: readonly AppealEvent[]
}

export async function openMoves() {
  const chat: Chat = await openChat()
  const { house } = chat
  const { storage, clock } = house
  const corridor = {
    ...storage,
    people: house.people,
    features: house.features,
    capabilitiesOf: () => undefined,
  } as unknown as Corridor
  const appeals = house.features.find(({ name }) => name === 'appeals') as Feature
  let turns = 0

  async function speaker(person: string, work: Work): Promise<Speaker> {
    const known = (await house.people.directory(work)).people.get(person)
    const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: `u-${person}` } as const
    return {
      person: { ...known, code: person, name: known?.name ?? person, roles: known?.roles ?? [] },
      personId: home.chatId,
      chat: home,
      home,
      at: work.at,
    }
  }

  const inOne = <T>(person: string, act: (doing: Doing) => Promise<T>): Promise<T> =>
    storage.transactions.inOne(clock.now(), async (work) => {
      const by = await speaker(person, work)
      turns++
      return act(handsFor({ corridor, by, work, turnKey: `turn-${turns}`, tray: emptyTray() }))
    })

  return {
    chat,
    /** By a person's code. */
    perform: (person: string, effect: Effect & Record<string, unknown>) =>
      inOne(person, async (doing) => appeals.perform?.(effect, doing)),
    /** The clock goes on, and what the house owes by then is done at its own times. */
    pass: (minutes: number) => chat.advance(minutes * 60_000),
    /** How some of them stand at this moment. */
    standing: (...numbers: readonly string[]): Promise<readonly Standing[]> =>
      inOne('song', async ({ work }) => {
        const all: Standing[] = []
        for (const number of numbers)
          all.push({
            appeal: (await storage.appeals.find(number, work)) as Appeal,
            history: await storage.appeals.history(number, work),
          })
        return all
      }),
    /** A new one, filed by the member of this code in so many words. */
    async file(person: string, text: string): Promise<string> {
      chat.as(`u-${person}`).says(text)
      await chat.settle()
      chat.as(`u-${person}`).says('确认提交')
      await chat.settle()
      const number = /\d{4}-\d{4}/.exec(chat.to(`u-${person}`).at(-1)?.text ?? '')?.[0]
      if (number === undefined) throw new Error(`Nothing was filed: ${chat.last(`u-${person}`)?.text}`)
      return number
    },
    close: () => chat.close(),
  }
}

export type Moves = Awaited<ReturnType<typeof openMoves>>
