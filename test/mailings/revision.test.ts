import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CAPABILITIES } from '../../src/adapters/platforms/known.ts'
import { chambers, openTown, TOWN, type Town } from './broadcast-town.ts'

let town: Town
afterEach(() => town.close())

const told = (person: string) => town.stdio.textsTo(`u-${person}`)
const inOrder = <T extends { readonly to: string }>(letters: readonly T[]) =>
  [...letters].sort((a, b) => (a.to < b.to ? -1 : 1))
/** Corrections and withdrawals, as the chats read them. */
const revised = () => town.broadcast().filter(({ text }) => text.startsWith('【'))

describe('a correction', () => {
  beforeEach(async () => {
    town = await openTown()
  })

  it('reaches exactly those where it arrived or may have, in place of the old letter where that can be', async () => {
    // One never gets it, one may have got it.
    town.stdio.answers(({ to, mailing }) => {
      if (mailing === undefined) return undefined
      return to.chatId === 'u-fish2' ? { kind: 'permanent', why: '已注销' } : undefined
    })
    town.telegram.answers(({ to }) =>
      to.chatId === 'u-fish1' ? { kind: 'uncertain', why: '没有回音' } : undefined,
    )
    await town.orders({ audience: chambers('tea', 'steel', 'fish') })
    await town.chooses('fu', 'yes')
    await town.pass(3_000)
    town.stdio.answers(() => undefined)
    town.telegram.answers(() => undefined)
    await town.says('song', '更正 1 后天停水')
    // It was agreed to by a second person, so its correction is too.
    expect(revised()).toEqual([])
    await town.chooses('fu', 'yes')
    await town.pass(8_000)
    expect(inOrder(revised())).toEqual([
      { to: '-100', text: '【更正】后天停水', edits: true },
      { to: 'g-steel', text: '【更正】后天停水', edits: true },
      { to: 'u-fish1', text: '【更正】后天停水', edits: false },
    ])
    expect((await town.read('notice:2')).tally).toMatchObject({ sent: 3 })
  })

  it('of a correction takes the place of the newest words', async () => {
    await town.orders({ audience: chambers('steel') })
    await town.pass(3_000)
    await town.says('song', '更正 1 后天停水')
    await town.says('song', '更正 1 不停水了')
    await town.pass(3_000)
    expect(town.broadcast()).toEqual([
      { to: 'g-steel', text: '明天停水', edits: false },
      { to: 'g-steel', text: '【更正】后天停水', edits: true },
      { to: 'g-steel', text: '【更正】不停水了', edits: true },
    ])
    const ids = town.stdio.sent
      .filter(({ to }) => to.chatId === 'g-steel')
      .map(({ id, editsMessageIds }) => editsMessageIds?.[0] ?? id)
    expect(new Set(ids).size).toBe(1)
  })

  it('of one with files or in several pieces is a new letter', async () => {
    await town.orders({ audience: chambers('steel'), text: '长'.repeat(3_000) })
    await town.orders({ audience: chambers('tea'), text: `${'长'.repeat(2_400)}\n\n${'长'.repeat(2_400)}` })
    await town.pass(8_000)
    expect(town.broadcast()).toHaveLength(3)
    await town.says('song', '更正 1 短')
    await town.says('song', '更正 2 短')
    await town.pass(8_000)
    expect(inOrder(revised())).toEqual([
      { to: '-100', text: '【更正】短', edits: false },
      { to: 'g-steel', text: '【更正】短', edits: true },
    ])
  })
})

describe('of a broadcast that is still going out', () => {
  const many = Array.from({ length: 220 }, (_, n) => ({
    code: `m${n}`,
    name: `渔户${n}`,
    roles: ['member'],
    chamber: 'fish',
    accounts: [{ platform: 'stdio', id: `u-m${n}` }],
  }))
  beforeEach(async () => {
    town = await openTown({ roster: { ...TOWN, people: [...TOWN.people, ...many] } })
    let left = 40
    town.stdio.answers(({ mailing }) =>
      mailing === undefined || left-- > 0 ? undefined : { kind: 'transient', why: '忙' },
    )
    await town.orders({ audience: chambers('fish') })
    await town.chooses('fu', 'yes')
  })
  const texts = () => Map.groupBy(town.broadcast(), ({ to }) => to)

  it('a correction goes to the others too, who never read the mistake', async () => {
    const before = town.broadcast().length
    expect(before).toBeGreaterThanOrEqual(40)
    await town.says('song', '更正 1 后天停水')
    // While it waits for its yes, the mistake goes no further.
    town.stdio.answers(() => undefined)
    await town.pass(5_000)
    expect(town.broadcast()).toHaveLength(before)
    await town.chooses('fu', 'yes')
    await town.pass(5_000)
    for (const [to, letters] of texts()) {
      expect(letters.at(-1)?.text, to).toBe('【更正】后天停水')
      expect(
        letters.filter(({ edits }) => !edits),
        to,
      ).toHaveLength(1)
    }
    expect(texts().size).toBe(222)
    expect((await town.read('notice:2')).tally).toMatchObject({ sent: 222 })
    expect((await town.read('notice:1')).mailing?.state).toBe('stopped')
  })

  it('a withdrawal goes to those alone who read it, and the others get nothing', async () => {
    const before = texts()
    await town.says('song', '撤回 1')
    town.stdio.answers(() => undefined)
    await town.pass(3_000)
    // A second person agreed to it, so one has to agree here; meanwhile it goes no further.
    expect(texts().size).toBe(before.size)
    expect(told('fu').at(-1)).toContain(`发给收到过原通知的 ${before.size} 处`)
    await town.chooses('fu', 'yes')
    await town.pass(5_000)
    const after = texts()
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    for (const [to, letters] of after) expect(letters.at(-1)?.text, to).toBe('【撤回】刚才的通知作废。')
    expect((await town.read('notice:1')).tally).toMatchObject({ waiting: 0, sending: 0 })
    expect(told('song').join('\n')).toContain('通知1 已停下')
  })
})

it('a withdrawal leaves in the night as well', async () => {
  town = await openTown({ capabilitiesOf: (platform) => CAPABILITIES[platform] })
  await town.orders({ audience: chambers('steel') })
  await town.pass(13 * 3_600_000)
  await town.says('song', '撤回 1')
  expect(revised()).toMatchObject([{ to: 'g-steel', edits: true }])
})
