import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkLetter, prepareNames } from '../../src/kernel/privacy.ts'
import { plant, seeded } from '../support/planted.ts'

const names = {
  people: ['何志平', '吴桂兰', '陆青云', '马会荣'],
  companies: ['天禾农机有限公司', '五峰铸件有限公司'],
}
const list = prepareNames(names)
const chance = seeded(20260302)
const all = Array.from({ length: 500 }, () => plant(names, chance))

const stops = (text: string) =>
  !checkLetter({ text, origin: 'automatic', place: { kind: 'group', audience: 'public' }, names: list })
    .passes

test('each of some 1,700 planted things is stopped alone, in a receipt and at the end of a story', () => {
  const missed = all
    .flat()
    .filter(
      ({ typed }) =>
        !stops(`已登记，编号 2026-0313，${typed}`) ||
        !stops(typed) ||
        !stops(`我们厂的事，${typed}，您帮忙问问`),
    )
  expect(missed).toEqual([])
})

test('ordinary sentences of groups are not stopped', () => {
  const ordinary = readFileSync(join(import.meta.dirname, '../../bench/gate/ordinary.txt'), 'utf8').split(
    '\n',
  )
  expect(ordinary.length).toBeGreaterThan(200)
  expect(ordinary.filter(stops)).toEqual([])
})
