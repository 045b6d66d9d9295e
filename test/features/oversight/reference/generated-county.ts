/** A generated county in a database of its own, with the stores that answer from it. */
import { openDatabase, openTransactions } from '../../../../src/adapters/storage/client.ts'
import { measuresStorage } from '../../../../src/adapters/storage/measures.storage.ts'
import { oversightStorage } from '../../../../src/adapters/storage/oversight.storage.ts'
import type { Work } from '../../../../src/kernel/work.ts'
import { openTestDatabase } from '../../../support/database.ts'
import { diceOf } from './dice.ts'
import { generateMatters, keepMatters, NOW } from './generated-matters.ts'
import { generateRoster } from './generated-roster.ts'

const MATTERS = 900

export async function openGenerated(seed: number) {
  const dice = diceOf(seed)
  const directory = generateRoster(dice)
  const matters = generateMatters(dice, directory, MATTERS)
  const database = await openTestDatabase()
  const client = openDatabase(database.url)
  await keepMatters(client, matters, directory)
  return {
    dice,
    directory,
    matters,
    stores: {
      measures: measuresStorage(async () => directory),
      oversight: oversightStorage(async () => directory),
    },
    inOne: <T>(act: (work: Work) => Promise<T>) => openTransactions(client).inOne(NOW, act),
    async close(): Promise<void> {
      await client.$disconnect()
      await database.drop()
    },
  }
}

export type Generated = Awaited<ReturnType<typeof openGenerated>>
