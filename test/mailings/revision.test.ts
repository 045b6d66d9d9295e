import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OutgoingLetter } from '../../src/conversation/platform.ts'
import { chambers, openTown, type Town } from './broadcast-town.ts'

// One town for all: each test has broadcasts of its own.
let town: Town
beforeAll(async () => {
  town = await openTown()
})
beforeEach(() => town.anew())
afterAll(() => town.close())

const told = (person: string) => town.told(person)
/** 更正 of the n-th broadcast of this test. */
const correct = (n: number, text: string) => town.says('song', `更正 ${town.number(n)} ${text}`)
const inOrder = <T extends { readonly to: string }>(letters: readonly T[]) =>
  [...letters].sort((a, b) => (a.to < b.to ? -1 : 1))
/** Corrections and withdrawals, as the chats read them. */
const revised = () => town.broadcast().filter(({ text }) => text.startsWith('【'))

describe('a correction', () => {
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
    await correct(1, '后天停水')
    // It was agreed to by a second person, so its correction is too.
    expect(revised()).toEqual([])
    await town.chooses('fu', 'yes')
    await town.pass(8_000)
    expect(inOrder(revised())).toEqual([
      { to: '-100', text: '【更正】后天停水', edits: true },
      { to: 'g-steel', text: '【更正】后天停水', edits: true },
      { to: 'u-fish1', text: '【更正】后天停水', edits: false },
    ])
    expect((await town.read(2)).tally).toMatchObject({ sent: 3 })
  })

  it('of a correction takes the place of the newest words', async () => {
    await town.orders({ audience: chambers('steel') })
    await town.pass(3_000)
    await correct(1, '后天停水')
    await correct(1, '不停水了')
    await town.pass(3_000)
    expect(town.broadcast()).toEqual([
      { to: 'g-steel', text: '明天停水', edits: false },
      { to: 'g-steel', text: '【更正】后天停水', edits: true },
      { to: 'g-steel', text: '【更正】不停水了', edits: true },
    ])
    const ids = town
      .letters()
      .filter(({ to }) => to.chatId === 'g-steel')
      .map(({ id, editsMessageIds }) => editsMessageIds?.[0] ?? id)
    expect(new Set(ids).size).toBe(1)
  })

  it('of one in several pieces is a new letter', async () => {
    await town.orders({ audience: chambers('steel'), text: '长'.repeat(3_000) })
    await town.orders({ audience: chambers('tea'), text: `${'长'.repeat(2_400)}\n\n${'长'.repeat(2_400)}` })
    await town.pass(8_000)
    expect(town.broadcast()).toHaveLength(3)
    await correct(1, '短')
    await correct(2, '短')
    await town.pass(8_000)
    expect(inOrder(revised())).toEqual([
      { to: '-100', text: '【更正】短', edits: false },
      { to: 'g-steel', text: '【更正】短', edits: true },
    ])
  })
})

describe('what went with the words', () => {
  const files = [{ sha256: 'ab'.repeat(32), name: '路线.png', kind: 'image' }] as const
  const choices = [{ id: 'received', label: '收到' }]
  const enclosed = () =>
    town.letters().map(({ to, text, files: with_ = [], choices: under = [], editsMessageIds }) => ({
      to: to.chatId,
      text,
      files: with_.length,
      buttons: under.length,
      edits: editsMessageIds !== undefined,
    }))

  it('stays when they are corrected, and so does what can be pressed; a withdrawal leaves neither', async () => {
    await town.orders({ audience: chambers('tea', 'steel'), files: [...files], choices })
    await town.chooses('fu', 'yes')
    await town.pass(3_000)
    // On one platform words and files are one letter, on the other each file is a letter of its own.
    const steel = { to: 'g-steel', files: 1, buttons: 1 }
    const tea = { to: '-100', files: 0, buttons: 1 }
    const paper = { to: '-100', text: '', files: 1, buttons: 0, edits: false }
    const first = { text: '明天停水', edits: false }
    expect(inOrder(enclosed())).toEqual([{ ...tea, ...first }, paper, { ...steel, ...first }])
    await correct(1, '后天停水')
    await town.chooses('fu', 'yes')
    await town.pass(3_000)
    const revised = () => inOrder(enclosed().filter(({ text }) => text.startsWith('【')))
    const second = { text: '【更正】后天停水', edits: true }
    expect(revised()).toEqual([
      { ...tea, ...second },
      { ...steel, ...second },
    ])
    expect(
      enclosed().filter(({ text }) => text === ''),
      'it is there already',
    ).toHaveLength(1)
    await town.says('song', `撤回 ${town.number()}`)
    await town.chooses('fu', 'yes')
    await town.pass(3_000)
    const third = { text: '【撤回】刚才的通知作废。', files: 0, buttons: 0, edits: true }
    expect(revised().filter(({ text }) => text === third.text)).toEqual([
      { ...tea, ...third },
      { ...steel, ...third },
    ])
  })

  it('reaches those too who read only what was put right', async () => {
    town.telegram.answers(() => ({ kind: 'transient', why: '忙' }))
    await town.orders({ audience: chambers('tea', 'steel'), files: [...files], choices })
    await town.chooses('fu', 'yes')
    await correct(1, '后天停水')
    await town.chooses('fu', 'yes')
    town.telegram.answers(() => undefined)
    await town.pass(8_000)
    expect(enclosed().filter(({ to }) => to === '-100')).toEqual([
      { to: '-100', text: '【更正】后天停水', files: 0, buttons: 1, edits: false },
      { to: '-100', text: '', files: 1, buttons: 0, edits: false },
    ])
  })
})

describe('of a broadcast that is still going out', () => {
  beforeEach(async () => {
    let left = 40
    const busy = ({ mailing }: OutgoingLetter) =>
      mailing === undefined || left-- > 0 ? undefined : ({ kind: 'transient', why: '忙' } as const)
    town.stdio.answers(busy)
    town.telegram.answers(busy)
    await town.orders({ audience: chambers('reed') })
    await town.chooses('fu', 'yes')
  })
  const recover = () => {
    town.stdio.answers(() => undefined)
    town.telegram.answers(() => undefined)
  }
  const texts = () => Map.groupBy(town.broadcast(), ({ to }) => to)

  it('a correction goes to the others too, who never read the mistake', async () => {
    const before = town.broadcast().length
    expect(before).toBeGreaterThanOrEqual(40)
    await correct(1, '后天停水')
    // While it waits for its yes, the mistake goes no further.
    recover()
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
    expect(texts().size).toBe(260)
    expect((await town.read(2)).tally).toMatchObject({ sent: 260 })
    expect((await town.read()).mailing?.state).toBe('stopped')
  })

  it('a withdrawal goes to those alone who read it, and the others get nothing', async () => {
    const before = texts()
    await town.says('song', `撤回 ${town.number()}`)
    recover()
    await town.pass(3_000)
    // A second person agreed to it, so one has to agree here; meanwhile it goes no further.
    expect(texts().size).toBe(before.size)
    expect(told('fu').at(-1)).toContain(`发给收到过原通知的 ${before.size} 处`)
    await town.chooses('fu', 'yes')
    await town.pass(5_000)
    const after = texts()
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    for (const [to, letters] of after) expect(letters.at(-1)?.text, to).toBe('【撤回】刚才的通知作废。')
    expect((await town.read()).tally).toMatchObject({ waiting: 0, sending: 0 })
    expect(told('song').join('\n')).toContain(`通知${town.number()} 已停下`)
  })
})

it('a withdrawal leaves in the night as well', async () => {
  await town.orders({ audience: chambers('steel') })
  await town.passTo('2026-03-02T23:00:00+08:00')
  await town.says('song', `撤回 ${town.number()}`)
  expect(revised()).toMatchObject([{ to: 'g-steel', edits: true }])
})
