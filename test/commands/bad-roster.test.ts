import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openOperator, rosterAt } from '../support/niangjia.ts'
import { SMALL_COUNTY } from '../support/small-county.ts'

describe.concurrent('a bad roster is a sentence a row, and stops nothing else', () => {
  test('a roster with wrong rows: each is named, the others are taken in', async () => {
    const operator = await openOperator()
    const roster = {
      ...SMALL_COUNTY,
      companies: [
        { code: '有空格 的', name: '坏代码' },
        ...SMALL_COUNTY.companies,
        { code: 'lost', name: '无商会', chamber: 'nowhere' },
      ],
      people: [
        { name: '没代码' },
        ...SMALL_COUNTY.people,
        { code: 'he', name: '重复的人' },
        { code: 'role', name: '坏角色', roles: ['king'] },
        7,
        { code: 'late', name: '没有这一天', until: '2026-02-31' },
        { code: 'twin', name: '同一个账号', accounts: [{ platform: 'stdio', id: 'u-he' }] },
        { code: 'nul', name: '坏字\u0000符' },
      ],
      groups: [
        ...SMALL_COUNTY.groups,
        { platform: 'stdio', id: 'g-x', title: '坏受众', audience: 'secret' },
        { code: 'again', platform: 'stdio', id: 'g-tea', title: '同一个群' },
      ],
    }
    const { code, out } = await operator.run('import', await rosterAt(operator, roster), '--json')
    expect(code).toBe(1)
    const [companies, people] = [SMALL_COUNTY.companies.length, SMALL_COUNTY.people.length]
    const errors = out.filter(({ kind }) => kind === 'error')
    for (const error of errors) expect(error.reason).not.toBe('')
    expect(errors.map(({ section, row }) => `${section} ${row}`).toSorted()).toEqual(
      [
        `companies 1`,
        `companies ${companies + 2}`,
        'people 1',
        ...[2, 3, 4, 5, 6, 7].map((behind) => `people ${people + behind}`),
        ...[1, 2].map((behind) => `groups ${SMALL_COUNTY.groups.length + behind}`),
      ].toSorted(),
    )
    expect(out.filter(({ kind, section }) => kind === 'changed' && section === 'people')).toHaveLength(people)
    const again = await operator.run('import', await rosterAt(operator), '--json')
    expect(again).toMatchObject({ code: 0, out: [] })
    await operator.close()
  })

  test('a group that is there under another code is named, and the rest of the file stands', async () => {
    const operator = await openOperator()
    await operator.run('import', await rosterAt(operator))
    const moved = {
      groups: [{ code: 'renamed', platform: 'stdio', id: 'g-tea', title: '茶业商会群' }],
      chambers: [{ code: 'fruit', name: '果业商会' }],
    }
    const { code, out } = await operator.run('import', await rosterAt(operator, moved), '--json')
    expect(code).toBe(1)
    expect(out).toEqual([
      { kind: 'changed', section: 'chambers', code: 'fruit', change: 'added' },
      expect.objectContaining({
        kind: 'error',
        section: 'groups',
        row: 1,
        reason: expect.stringContaining('tea-group'),
      }),
    ])
    await operator.close()
  })

  test.each([
    ['that is not there', undefined],
    ['that is not JSON', '{'],
    ['that is a list', '[]'],
  ])('a roster %s', async (_what, content) => {
    const operator = await openOperator()
    const file = join(operator.directory, 'r.json')
    if (content !== undefined) await writeFile(file, content)
    expect((await operator.run('import', file)).code).toBe(1)
    await operator.close()
  })
})
