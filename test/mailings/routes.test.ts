import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AudienceSpec, everybody, reachOf } from '../../src/kernel/audience.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import { chatKey } from '../../src/kernel/chat.ts'
import type { Directory } from '../../src/kernel/directory.ts'
import type { PrivateWay } from '../../src/mailings/routes.ts'
import { routesOf } from '../../src/mailings/routes.ts'

/** Chambers c0…c3, groups of some of them on several platforms, people with and without chamber and account. */
const county = fc.record({
  people: fc.array(
    fc.record({
      chamber: fc.option(fc.nat(3)),
      insider: fc.boolean(),
      account: fc.constantFrom('none', 'open', 'shut', 'two', 'shared'),
      refuses: fc.boolean(),
    }),
    { maxLength: 25 },
  ),
  groups: fc.array(fc.record({ chamber: fc.option(fc.nat(3)), internal: fc.boolean() }), { maxLength: 6 }),
  audience: fc.constantFrom<AudienceSpec>(
    everybody,
    { ...everybody, exceptChambers: ['c1'] },
    { everybody: false, chambers: ['c0', 'c2'], groups: ['g1'], exceptChambers: [], exceptGroups: [] },
  ),
})
type County = typeof county extends fc.Arbitrary<infer T> ? T : never

const home = (chatId: string): Chat => ({ platform: 'telegram', account: 'bot', kind: 'private', chatId })

function planOf({ people, groups, audience }: County) {
  const directory: Directory = {
    version: 1,
    federation: '工商联',
    chambers: new Map([0, 1, 2, 3].map((n) => [`c${n}`, { code: `c${n}`, name: `商会${n}` }])),
    companies: new Map(),
    units: new Map(),
    people: new Map(
      people.map(({ chamber, insider }, n) => [
        `p${n}`,
        {
          code: `p${n}`,
          name: `人${n}`,
          roles: [insider ? 'staff' : 'member'],
          ...(chamber === null ? {} : { chamber: `c${chamber}` }),
        },
      ]),
    ),
    groups: new Map(
      groups.map(({ chamber, internal }, n) => [
        `g${n}`,
        {
          code: `g${n}`,
          platform: 'wechat',
          account: 'one',
          chatId: `g${n}`,
          title: `群${n}`,
          audience: internal ? 'internal' : 'public',
          ...(chamber === null || internal ? {} : { chamber: `c${chamber}` }),
        },
      ]),
    ),
    responsibilities: [],
  }
  const ways = new Map<string, PrivateWay>(
    people.flatMap(({ account }, n) =>
      account === 'none'
        ? []
        : [
            [
              `p${n}`,
              {
                chat: home(account === 'shared' ? 'desk' : `u${n}`),
                ways: account === 'two' ? 2 : 1,
                isShut: account === 'shut',
              },
            ] as const,
          ],
    ),
  )
  const refusing = new Set(people.flatMap(({ refuses }, n) => (refuses ? [`p${n}`] : [])))
  const reach = reachOf(directory, audience)
  return { reach, ways, refusing, routes: routesOf({ directory, reach, ways, refusing }) }
}

it('puts everybody meant in exactly one place, and nobody else in any', () => {
  fc.assert(
    fc.property(county, (one) => {
      const { reach, routes } = planOf(one)
      const { inGroups, privately, refusing, shut, without } = routes
      const placed = [...inGroups, ...privately, ...refusing, ...shut, ...without]
      expect([...placed].sort()).toEqual([...reach.people].sort())
    }),
  )
})

it('writes to no chat twice, and to nobody alone who reads it in a group, refused it or shut the door', () => {
  fc.assert(
    fc.property(county, (one) => {
      const { routes, refusing, ways } = planOf(one)
      const keys = [...routes.groups, ...routes.private].map(({ chat }) => chatKey(chat))
      expect(new Set(keys).size).toBe(keys.length)
      const alone = routes.private.flatMap(({ people }) => people)
      expect([...alone].sort()).toEqual([...routes.privately].sort())
      const seated = new Set(routes.groups.flatMap(({ people }) => people))
      expect(seated).toEqual(new Set(routes.inGroups))
      for (const code of alone) {
        expect(seated.has(code)).toBe(false)
        expect(refusing.has(code)).toBe(false)
        expect(ways.get(code)?.isShut).toBe(false)
      }
    }),
  )
})

it('says who sits in several groups, and who has several accounts and gets it on one', () => {
  fc.assert(
    fc.property(county, (one) => {
      const { routes, ways } = planOf(one)
      const seats = routes.groups.flatMap(({ people }) => people)
      const twice = new Set(seats.filter((code) => seats.filter((other) => other === code).length > 1))
      expect(new Set(routes.inSeveral)).toEqual(twice)
      const several = routes.privately.filter((code) => (ways.get(code)?.ways ?? 0) > 1)
      expect(routes.severalWays).toEqual(several)
    }),
  )
})
