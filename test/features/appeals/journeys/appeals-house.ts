import { appealsStorage } from '../../../../src/adapters/storage/appeals.storage.ts'
import type { Appeal, AppealEvent, Asker } from '../../../../src/features/appeals/appeal.ts'
import { type LedgerLine, ledgerLines } from '../../../../src/features/appeals/ledger/ledger-lines.ts'
import type { Chat } from '../../../support/chat.ts'

/** The ledger as it stands, beside the talk. */
export function ledger({ house }: Chat): Promise<readonly LedgerLine[]> {
  return inHouse(house, async (store, work) => {
    const lines: LedgerLine[] = []
    for await (const line of ledgerLines(store, await house.people.directory(work), work)) lines.push(line)
    return lines
  })
}

export function history({ house }: Chat, number: string): Promise<readonly AppealEvent[]> {
  return inHouse(house, (store, work) => store.history(number, work))
}

/** What was filed from then on, in that order. */
export function appealsSince({ house }: Chat, filedFrom: Date): Promise<readonly Appeal[]> {
  return inHouse(house, async (store, work) => (await store.list({ filedFrom }, 0, 100, work)).appeals)
}

/** What only the codec opens. */
export function askerOf({ house }: Chat, number: string): Promise<Asker | undefined> {
  return inHouse(house, (store, work) => store.askerOf(number, work))
}

type InHouse<T> = (
  store: ReturnType<typeof appealsStorage>,
  work: Parameters<Chat['house']['people']['directory']>[0],
) => Promise<T>

function inHouse<T>({ storage, clock }: Chat['house'], act: InHouse<T>): Promise<T> {
  return storage.transactions.inOne(clock.now(), (work) => act(appealsStorage(storage.codec), work))
}
