import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Chat, openChat } from '../support/chat.ts'
import { removeFolder } from '../support/remove-folder.ts'

const CANARY = '金丝雀'
/** The smallest picture there is, one pixel of GIF. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')

let chat: Chat
let directory: string
beforeEach(async () => {
  chat = await openChat()
  directory = await mkdtemp(join(tmpdir(), 'niangjia-canary-'))
})
afterEach(async () => {
  await chat.close()
  await removeFolder(directory)
})

const group = () => chat.in('g-machinery')

/** Tables with the words in any of their columns that can hold words. */
async function whereStill(words: string): Promise<readonly string[]> {
  const { database } = chat.house.storage
  const columns = await database.$queryRawUnsafe<{ table: string; column: string }[]>(
    `SELECT table_name::text AS table, column_name::text AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'json', 'character varying', 'ARRAY')`,
  )
  expect(columns.length).toBeGreaterThan(100)
  const found: string[] = []
  for (const { table, column } of columns) {
    const [row] = await database.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${table}" WHERE strpos("${column}"::text, $1) > 0`,
      words,
    )
    if ((row?.n ?? 0) > 0) found.push(`${table}.${column}`)
  }
  return found
}

const files = async () =>
  (
    await chat.house.storage.database.$queryRawUnsafe<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM "StoredFile"',
    )
  )[0]?.n

test('of what people in a group say to each other nothing is left after five minutes, whatever else happens', async () => {
  group().as('u-song').says('@娘家 本群收诉求 开')
  await chat.settle()
  const line = group().as('u-he').says(`${CANARY}一号，中午吃饭`)
  group().as('u-he').edits(line, `${CANARY}二号，改成晚上吃饭`)
  group().as('u-wu').says(`${CANARY}三号`)
  await chat.advance(1_000)
  expect(await whereStill(CANARY)).toEqual(['Arrival.content'])
  // A greeting and a question after it take nothing of it along.
  group().as('u-wu').says('@娘家 你好')
  group().as('u-he').says('@娘家 稳岗返还要什么材料')
  await chat.advance(10_000)
  group().as('u-wu').says(`${CANARY}四号，哈哈`)
  await chat.advance(10_000)
  await chat.advance(6 * 60_000)
  const late = group().as('u-wu').says(`${CANARY}五号`)
  await chat.advance(6 * 60_000)
  group().as('u-wu').edits(late, `${CANARY}六号，早就没了还改`)
  group().as('u-wu').withdraws(late)
  await chat.advance(6 * 60_000)
  // What an open dialogue still holds is over by then too.
  await chat.advance(48 * 60 * 60_000)
  expect(await whereStill(CANARY)).toEqual([])
})

test('what joined an appeal is kept', async () => {
  group().as('u-he').says(`我们厂停电三天了，配电房叫${CANARY}`)
  group().as('u-he').says('@娘家 请帮忙协调')
  await chat.advance(10_000)
  await chat.advance(10 * 60_000)
  expect(await whereStill(CANARY)).toContain('Arrival.content')
})

test('a picture shown to others goes with its line, unless somebody sent us the same one', async () => {
  const path = join(directory, 'p.gif')
  await writeFile(path, PIXEL)
  const attachments = [{ kind: 'image', name: `${CANARY}.gif`, path }]
  group().as('u-he').says('看看', { attachments })
  await chat.advance(1_000)
  expect(await files()).toBe(1)
  await chat.advance(6 * 60_000)
  expect([await files(), await whereStill(CANARY)]).toEqual([0, []])
  chat.as('u-wu').says('我们厂停电三天了，没人管', { attachments })
  group().as('u-he').says('看看', { attachments })
  await chat.advance(10 * 60_000)
  expect(await files()).toBe(1)
})

test('of a receipt overheard only the receipt is left', async () => {
  chat.as('u-song').says('发个通知给农机商会：周五下午三点在三楼会议室开会，收到请回复')
  await chat.settle()
  await chat.advance(1_000)
  const { database } = chat.house.storage
  const preview = chat.last('u-song')
  expect(preview?.choices?.length ?? 0).toBeGreaterThan(0)
  chat.as('u-song').chooses('yes', preview?.id)
  await chat.settle()
  const ask = chat.last('u-fu')
  chat.as('u-fu').chooses('yes', ask?.id)
  await chat.settle()
  await chat.advance(60_000)
  group().as('u-he', `何志平-${CANARY}`).says('收到')
  await chat.advance(1_000)
  const [receipt] = await database.$queryRawUnsafe<{ person: string }[]>(
    'SELECT "person" FROM "NoticeReceipt"',
  )
  expect(receipt?.person).toBe('he')
  const rows = await database.$queryRawUnsafe<{ text: string; state: string; personName: string | null }[]>(
    `SELECT "content"->>'text' AS text, "state", "personName" FROM "Arrival" WHERE "personId" = 'u-he'`,
  )
  expect(rows).toEqual([{ text: '', state: 'done', personName: null }])
})
