import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inSpreadsheet } from '../features/appeals/ledger/returned-sheet.ts'
import { openOperator, rosterAt } from '../support/niangjia.ts'

let operator: Awaited<ReturnType<typeof openOperator>>
const at = (name: string) => join(operator.directory, name)

beforeAll(async () => {
  operator = await openOperator()
  await operator.run('import', await rosterAt(operator))
  const talk = operator.start(['stdio'])
  const from = { id: 'u-he', name: '何志平' }
  const chat = { kind: 'private', id: 'u-he' }
  talk.write({ kind: 'message', id: 'm-1', chat, from, text: '农行的续贷一直不放款，能不能帮忙协调' })
  await talk.sync()
  talk.write({ kind: 'message', id: 'm-2', chat, from, text: '确认提交' })
  await talk.sync()
  await talk.end()
})
afterAll(() => operator.close())

test('the ledger goes out as a workbook and comes in again: corrections are done, named and repeatable', async () => {
  expect(await operator.run('ledger', '--xlsx', at('t.xlsx'), '--json')).toMatchObject({
    code: 0,
    out: [{ rows: 1 }],
  })
  const [line] = (await operator.run('ledger', '--json')).out
  const sheet = await inSpreadsheet(at('t.xlsx'))
  sheet.cell(line.number, '紧急程度').value = '紧急'
  await sheet.save(at('back.xlsx'))
  expect(await operator.run('ledger', 'import', at('t.xlsx'), '--dry-run', '--json')).toMatchObject({
    code: 0,
    out: [{ kind: 'rest', unchanged: 1 }],
  })
  expect((await operator.run('ledger', 'import', at('back.xlsx'))).code).toBe(2)
  expect((await operator.run('ledger', 'import', at('back.xlsx'), '--as', 'he')).code).toBe(2)
  const done = await operator.run('ledger', 'import', at('back.xlsx'), '--as', 'song', '--json')
  expect(done.code).toBe(0)
  expect(done.out[0]).toMatchObject({
    kind: 'changed',
    corrections: [{ key: 'urgency', from: '一般', to: '紧急' }],
  })
  const again = await operator.run('ledger', 'import', at('back.xlsx'), '--as', 'song', '--json')
  expect(again).toMatchObject({ code: 0, out: [{ kind: 'rest', unchanged: 1 }] })
  expect((await operator.run('ledger', '--json')).out[0]).toMatchObject({ urgency: 'urgent' })
})

test('the rates come with their definitions, numerators and denominators; wrong words are wrong usage', async () => {
  const { code, out } = await operator.run('rates', '--json', '--from', '2026-01-01', '--lists')
  expect(code).toBe(0)
  expect(out[0]).toMatchObject({
    response: { definition: expect.stringContaining('占比'), rawN: 0, numerator: [], missing: [] },
    apart: { withdrawn: 0 },
  })
  expect((await operator.run('rates', '--json', '--unit', 'nowhere')).code).toBe(2)
  expect((await operator.run('ledger', '--json', '--state', 'dancing')).code).toBe(2)
  expect((await operator.run('ledger', '--json', '--until', '2026-02-31')).code).toBe(2)
})

test('an empty roster to fill in is written, and taken in as what it is: nothing', async () => {
  expect((await operator.run('import', '--template', at('r.xlsx'))).code).toBe(0)
  expect((await stat(at('r.xlsx'))).size).toBeGreaterThan(5_000)
  expect(await operator.run('import', at('r.xlsx'), '--json')).toMatchObject({ code: 0, out: [] })
})
