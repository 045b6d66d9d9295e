import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditStorage } from '../../../src/adapters/storage/audit.storage.ts'
import { type Database, openDatabase, openTransactions } from '../../../src/adapters/storage/client.ts'
import { filesStorage } from '../../../src/adapters/storage/files.storage.ts'
import { policyStorage } from '../../../src/adapters/storage/policy.storage.ts'
import type { DocumentAudience } from '../../../src/features/policy/library/document-audience.ts'
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
    'TRUNCATE "PolicyDocument", "PolicyPassage", "PolicyGeneration", "StoredFile"',
  )
})

/** A process of its own, as far as documents go. */
function process() {
  const policy = policyService({ store: policyStorage(), files: filesStorage(), audit: auditStorage() })
  const transactions = openTransactions(database)
  const within = <T>(act: (work: Work) => Promise<T>) => transactions.inOne(at, act)
  return {
    policy,
    transactions,
    within,
    add: (name: string, text: string, audience?: DocumentAudience) =>
      policy.addFile(
        { name, bytes: new TextEncoder().encode(text), audience, by: 'song' },
        { transactions, at: () => at },
      ),
    search: async (question: string) =>
      (await within((work) => policy.search(question, { top: 5, eyes: 'all' }, work))).map(
        ({ doc, text }) => [doc, text],
      ),
  }
}

const subsidy = (amount: string) => `云岭县用工补贴办法

云人社〔2026〕3号

第一条 招用毕业生的企业，每招一人给予一次性补贴${amount}元。

2026年1月5日
`

describe('documents in the database', () => {
  it('are added once, and replaced with the old version kept', async () => {
    const { add, within, policy } = process()
    expect(await add('a.txt', subsidy('1500'))).toMatchObject([
      { outcome: 'added', doc: 'a.txt', title: '云岭县用工补贴办法' },
    ])
    expect(await add('a.txt', subsidy('1500'))).toMatchObject([{ outcome: 'unchanged' }])
    expect(await add('a.txt', subsidy('2000'))).toMatchObject([{ outcome: 'replaced' }])
    const versions = await database.policyDocument.findMany({ orderBy: { version: 'asc' } })
    expect(versions.map(({ version, current }) => [version, current])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(await database.policyPassage.count()).toBe(4)
    expect(await within((work) => policy.listDocuments('all', work))).toMatchObject([
      {
        version: 2,
        facts: { documentNumber: '云人社〔2026〕3号', issuedOn: '2026-01-05' },
        addedBy: 'song',
        audience: 'everybody',
      },
    ])
  })

  it('keep the source file as it was handed in', async () => {
    const { add } = process()
    await add('a.txt', subsidy('1500'))
    const [document] = await database.policyDocument.findMany()
    const file = await database.storedFile.findUniqueOrThrow({ where: { sha256: document?.file ?? '' } })
    expect(new TextDecoder().decode(file.bytes)).toBe(subsidy('1500'))
  })

  it('never become everybody’s by an omission', async () => {
    const { add } = process()
    await add('a.txt', subsidy('1500'), 'internal')
    expect(await add('a.txt', subsidy('1500'))).toMatchObject([{ outcome: 'unchanged' }])
    await add('a.txt', subsidy('2000'))
    const current = await database.policyDocument.findFirstOrThrow({ where: { current: true } })
    expect(current.audience).toBe('internal')
    expect(await add('a.txt', subsidy('2000'), 'members')).toMatchObject([{ outcome: 'replaced' }])
  })

  it('are noticed by another process, and only what changed is read again', async () => {
    const one = process()
    const other = process()
    await one.add('a.txt', subsidy('1500'))
    await one.add('w.txt', '云岭县用水办法\n\n第一条 企业用水超出计划的，按两倍收费。')
    expect(await other.search('招用毕业生一次性补贴')).toMatchObject([
      ['a.txt', expect.stringContaining('1500')],
      ['w.txt', expect.anything()],
    ])
    await one.add('a.txt', subsidy('2000'))
    expect(await other.search('招用毕业生一次性补贴')).toMatchObject([
      ['a.txt', expect.stringContaining('2000')],
      ['w.txt', expect.anything()],
    ])
    const changed = await one.within((work) =>
      policyStorage().listChangedSince(2, { after: '', most: 9 }, work),
    )
    expect(changed.current.map(({ document }) => document.facts.doc)).toEqual(['a.txt'])
    expect(await one.within((work) => one.policy.removeDocument('a.txt', 'song', work))).toBe(true)
    expect(await one.within((work) => one.policy.removeDocument('a.txt', 'song', work))).toBe(false)
    expect((await other.search('招用毕业生一次性补贴')).map(([doc]) => doc)).toEqual(['w.txt'])
    expect(await one.search('超计划用水')).toMatchObject([['w.txt', expect.any(String)]])
  })

  it('come back under their name after they were removed', async () => {
    const { add, within, policy, search } = process()
    await add('a.txt', subsidy('1500'))
    await within((work) => policy.removeDocument('a.txt', 'song', work))
    expect(await add('a.txt', subsidy('1500'))).toMatchObject([{ outcome: 'added' }])
    expect(await search('用工补贴')).toHaveLength(1)
    const versions = await database.policyDocument.findMany({ orderBy: { version: 'asc' } })
    expect(versions.map(({ version, current, removedBy }) => [version, current, removedBy])).toEqual([
      [1, false, 'song'],
      [2, true, null],
    ])
  })

  it('answer as before where a removal was not committed', async () => {
    const { add, within, policy, search } = process()
    await add('a.txt', subsidy('1500'))
    expect(await search('用工补贴')).toHaveLength(1)
    const failing = within(async (work) => {
      await policy.removeDocument('a.txt', 'song', work)
      await policy.search('用工补贴', { top: 5, eyes: 'all' }, work)
      throw new Error('the round fails')
    })
    await expect(failing).rejects.toThrow('the round fails')
    expect(await search('用工补贴')).toHaveLength(1)
    await within((work) => policy.removeDocument('a.txt', 'song', work))
    expect(await search('用工补贴')).toEqual([])
  })

  it('of two processes that add the same at once are one', async () => {
    const [one, other] = [process(), process()]
    const outcomes = await Promise.all([
      one.add('a.txt', subsidy('1500')),
      other.add('a.txt', subsidy('1500')),
    ])
    expect(
      outcomes
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['added', 'unchanged'])
  })

  it('are refused with the reason where nothing can be read', async () => {
    const { add, policy, transactions } = process()
    expect(await add('plan.docx', 'x')).toMatchObject([
      { outcome: 'refused', reason: expect.stringContaining('.md') },
    ])
    expect(await add('empty.txt', ' \n\n')).toMatchObject([
      { outcome: 'refused', reason: '里面没有读到文字。' },
    ])
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01])
    expect(
      await policy.addFile({ name: 'photo.txt', bytes, by: 'song' }, { transactions, at: () => at }),
    ).toMatchObject([{ outcome: 'refused', reason: expect.stringContaining('不是文字文件') }])
    expect(await database.policyDocument.count()).toBe(0)
  })
})

describe('an answer', () => {
  it('quotes the article that is named, of the document that is named', async () => {
    const { add, within, policy } = process()
    await add(
      'a.txt',
      '云岭县用水办法\n\n第一条 企业用水实行计划管理。\n\n第二条 超出计划的，按两倍收费。\n所得用于节水设施。',
    )
    await add('b.txt', '云岭县用电办法\n\n第一条 企业用电先申请。\n\n第二条 超出容量的，应当增容。')
    const ask = (question: string, audience?: ReadonlySet<DocumentAudience>) =>
      within((work) => policy.consult(question, { today: '2026-03-02', eyes: audience ?? 'all' }, work))
    expect((await ask('用水办法第二条第二款怎么说的，云岭县用水办法')).outcome).toMatchObject({
      citations: [{ doc: 'a.txt', locator: '第二条第二款', quote: '所得用于节水设施。' }],
    })
    expect((await ask('云岭县用电办法第2条')).outcome).toMatchObject({
      citations: [{ doc: 'b.txt', locator: '第二条' }],
    })
    expect((await ask('云岭县用电办法第九条')).outcome).toMatchObject({
      kind: 'notFound',
      nearest: [{ doc: 'b.txt' }],
    })
    expect(await ask('云岭县用电办法第二条', new Set(['members']))).toMatchObject({
      outcome: { kind: 'notFound', nearest: [] },
    })
  })

  it('holds for the day that is asked about', async () => {
    const { add, within, policy } = process()
    const edition = (amount: string, day: string) =>
      `云岭县用工补贴办法\n\n${day}\n\n第一条 招用毕业生的企业，每招一人给予一次性补贴${amount}元。\n\n第二条 本办法自${day}起施行。`
    await add('2023.txt', edition('800', '2023年1月1日'))
    await add('2025.txt', edition('1500', '2025年1月1日'))
    await add('w.txt', '云岭县用水办法\n\n第一条 企业用水实行计划管理。')
    const ask = (question: string, asOf?: string) =>
      within((work) =>
        policy.consult(question, { today: '2026-03-02', eyes: 'all', ...(asOf ? { asOf } : {}) }, work),
      )
    const question = '招用毕业生一次性补贴多少元'
    const current = { doc: '2025.txt', validity: 'current' }
    expect((await ask(question)).outcome.citations[0]).toMatchObject(current)
    expect((await ask(question, '2024-03-01')).outcome.citations[0]).toMatchObject({ doc: '2023.txt' })
    const dated = await ask(`2024年3月1日${question}`)
    expect(dated.askedDay).toContain('2024')
    expect(dated.outcome.citations[0]).toMatchObject({ doc: '2023.txt' })
  })
})
