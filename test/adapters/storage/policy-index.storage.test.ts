import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditStorage } from '../../../src/adapters/storage/audit.storage.ts'
import { type Database, openDatabase, openTransactions } from '../../../src/adapters/storage/client.ts'
import { filesStorage } from '../../../src/adapters/storage/files.storage.ts'
import { policyStorage } from '../../../src/adapters/storage/policy.storage.ts'
import { policyIndexStorage } from '../../../src/adapters/storage/policy-index.storage.ts'
import type { HandedIn } from '../../../src/features/policy/library/add-file.ts'
import { createLibrary, type LibrarySearch } from '../../../src/features/policy/library/policy-library.ts'
import { policyService } from '../../../src/features/policy/policy.service.ts'
import type { Work } from '../../../src/kernel/work.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'

let test: TestDatabase
let database: Database
const at = new Date('2026-03-02T09:00:00+08:00')
beforeAll(async () => {
  test = await openTestDatabase()
  database = openDatabase(test.url)
})
afterAll(async () => {
  await database.$disconnect()
  await test.drop()
})
beforeEach(async () => {
  await database.$executeRawUnsafe(
    'TRUNCATE "PolicyDocument", "PolicyPassage", "PolicyGeneration", "PolicyIndexPart", "StoredFile"',
  )
})

const within = <T>(act: (work: Work) => Promise<T>) => openTransactions(database).inOne(at, act)

/** As a process has it that starts now; it keeps its index from so many passages on. */
function start(worthKeeping = 1) {
  const kept = { index: policyIndexStorage(), transactions: openTransactions(database) }
  const library = createLibrary({ store: policyStorage(), kept }, { worthKeeping })
  return {
    library,
    async search(question: string, options: Partial<LibrarySearch> = {}) {
      await within((work) => library.refresh(work))
      return library
        .search(question, { top: 5, eyes: 'all', ...options })
        .map(({ doc, text }) => `${doc} ${text}`)
    },
  }
}

async function add(name: string, text: string, more: Partial<HandedIn> = {}) {
  const transactions = openTransactions(database)
  await policyService({ store: policyStorage(), files: filesStorage(), audit: auditStorage() }).addFile(
    { name, bytes: new TextEncoder().encode(text), by: 'song', ...more },
    { transactions, at: () => at },
  )
}

const edition = (amount: string, day: string) =>
  `云岭县用工补贴办法\n\n${day}\n\n第一条 招用毕业生的企业，每招一人给予补贴${amount}元。\n\n第二条 本办法自${day}起施行。`

describe('an index that was kept', () => {
  it('is what the next process starts from, without reading the passages', async () => {
    await add('a.txt', edition('1500', '2025年1月1日'))
    const built = await start().search('招用毕业生补贴')
    expect(built).toEqual(['a.txt 第一条 招用毕业生的企业，每招一人给予补贴1500元。'])
    await database.policyPassage.deleteMany()
    expect(await start().search('招用毕业生补贴')).toEqual(built)
  })

  it('is followed by what changed since, in every process alike', async () => {
    await add('a.txt', edition('1500', '2025年1月1日'))
    await add('w.txt', '云岭县用水办法\n\n第一条 企业用水实行计划管理。')
    const first = start()
    await first.search('补贴')
    await add('a.txt', edition('2000', '2025年1月1日'))
    await within((work) => policyStorage().remove('w.txt', 'song', work))
    await add('b.txt', '云岭县用电办法\n\n第一条 企业用电实行登记。')
    const never = start(1_000)
    for (const question of ['招用毕业生补贴', '企业用水', '企业用电登记'])
      expect(await start(1_000).search(question)).toEqual(await first.search(question))
    expect((await never.search('企业用电登记'))[0]).toBe('b.txt 第一条 企业用电实行登记。')
    expect(await start(1_000).search('企业用水')).not.toContainEqual(expect.stringContaining('w.txt'))
  })

  it('is built anew where it is broken or not whole', async () => {
    await add('a.txt', edition('1500', '2025年1月1日'))
    const built = await start().search('招用毕业生补贴')
    await database.policyIndexPart.deleteMany({ where: { part: 1 } })
    expect(await start(1_000).search('招用毕业生补贴')).toEqual(built)
    await database.policyIndexPart.updateMany({ data: { bytes: new Uint8Array([1, 2, 3]) } })
    expect(await start(1_000).search('招用毕业生补贴')).toEqual(built)
  })

  it('is one and whole, however many write it at once', async () => {
    await add('a.txt', edition('1500', '2025年1月1日'))
    const built = await Promise.all([start(), start(), start()].map((one) => one.search('招用毕业生补贴')))
    expect(new Set(built.map(String)).size).toBe(1)
    await add('b.txt', '云岭县用电办法\n\n第一条 企业用电实行登记。')
    await start().search('用电')
    const parts = await database.policyIndexPart.findMany({ select: { generation: true } })
    expect(new Set(parts.map(({ generation }) => generation)).size).toBe(1)
    await database.policyPassage.deleteMany()
    expect((await start().search('企业用电登记'))[0]).toBe('b.txt 第一条 企业用电实行登记。')
  })

  it('tells nobody of documents that are not for them', async () => {
    await add('i.txt', '内部口径\n\n企业用电登记由张三办。', { audience: 'internal' })
    await start().search('用电')
    expect(await start().search('企业用电登记', { eyes: new Set(['everybody']) })).toEqual([])
    expect(await start().search('企业用电登记', { eyes: new Set(['internal']) })).toHaveLength(1)
  })
})

describe('editions that were replaced under their name', () => {
  const ask = async (options: Partial<LibrarySearch>) => start().search('招用毕业生补贴', options)

  it('are found for another day only', async () => {
    await add('a.txt', edition('800', '2023年1月1日'))
    await add('a.txt', edition('1500', '2025年1月1日'))
    for (const again of [false, true]) {
      expect(await ask({}), `started again: ${again}`).toEqual([expect.stringContaining('1500')])
      expect((await ask({ past: true })).toSorted()).toEqual([
        expect.stringContaining('1500'),
        expect.stringContaining('800'),
      ])
    }
    const { library, search } = start()
    await search('补贴')
    const document = library.find('a.txt')?.facts
    const editions = document && library.editions(document, 'all')
    expect(editions?.map(({ facts, passages }) => [facts.effectiveOn, passages.length])).toEqual(
      expect.arrayContaining([
        ['2023-01-01', 3],
        ['2025-01-01', 3],
      ]),
    )
  })

  it('are none where the same day was handed in once more, or the document is gone', async () => {
    await add('a.txt', edition('1400', '2025年1月1日'))
    await add('a.txt', edition('1500', '2025年1月1日'))
    expect(await ask({ past: true })).toEqual([expect.stringContaining('1500')])
    await add('b.txt', edition('800', '2023年1月1日'))
    await add('b.txt', edition('900', '2024年1月1日'))
    await within((work) => policyStorage().remove('b.txt', 'song', work))
    expect(await ask({ past: true })).toEqual([expect.stringContaining('1500')])
  })
})
