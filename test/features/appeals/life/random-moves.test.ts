import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Effect } from '../../../../src/conversation/dialogue.ts'
import type { AppealEvent } from '../../../../src/features/appeals/appeal.ts'
import { appealActs } from '../../../../src/features/appeals/life/appeal-moves.ts'
import { type AppealState, isOpen } from '../../../../src/kernel/appeal-terms.ts'
import { findDocumented } from './documented-moves.ts'
import { type Moves, openMoves, type Standing } from './moved-house.ts'

let moves: Moves
beforeAll(async () => {
  moves = await openMoves()
})
afterAll(() => moves.close())

type Doing = Effect & Record<string, unknown>
const asNumber = (number: string) => ({ year: Number(number.slice(0, 4)), serial: Number(number.slice(5)) })

/** What anybody may try about an appeal, as their dialogue would ask for it. */
const ACTS: Readonly<Record<string, (number: string, other: string) => Doing>> = {
  dispatch: (number) => ({ kind: 'appeals.dispatch', number, unit: 'finance', supporting: [], days: 3 }),
  dispatchElsewhere: (number) => ({
    kind: 'appeals.dispatch',
    number,
    unit: 'power',
    supporting: ['finance'],
    days: 5,
  }),
  acknowledge: (number) => ({ kind: 'appeals.acknowledge', number }),
  sendBack: (number) => ({ kind: 'appeals.sendBack', number, reason: '不归我们管' }),
  pause: (number) => ({
    kind: 'appeals.pause',
    order: { number: asNumber(number), reason: 'material', words: '' },
  }),
  resume: (number) => ({ kind: 'appeals.resume', number: asNumber(number), words: '' }),
  resolve: (number) => ({
    kind: 'appeals.resolve',
    order: { number: asNumber(number), closeKind: 'fixed', words: '已放款' },
  }),
  close: (number) => ({
    kind: 'appeals.close',
    order: { number: asNumber(number), closeKind: 'fixed', words: '' },
  }),
  reopen: (number) => ({ kind: 'appeals.reopen', order: { number: asNumber(number), words: '又没动静了' } }),
  refer: (number) => ({
    kind: 'appeals.refer',
    order: { number: asNumber(number), route: 'court', words: '已经立案' },
  }),
  recategorise: (number) => ({
    kind: 'appeals.recategorise',
    order: { number: asNumber(number), urgency: 'urgent', unread: [] },
  }),
  solved: (number) => ({
    kind: 'appeals.rate',
    number,
    answer: { outcome: 'solved', satisfaction: 'satisfied', note: null, again: false },
  }),
  unsolved: (number) => ({
    kind: 'appeals.rate',
    number,
    answer: { outcome: 'unsolved', satisfaction: 'unsatisfied', note: '钱没到', again: true },
  }),
  withdraw: (number) => ({ kind: 'appeals.withdraw', number }),
  remind: (number) => ({ kind: 'appeals.remind', number }),
  merge: (number, other) => ({ kind: 'appeals.merge', numbers: [number], into: other }),
  unmerge: (number) => ({ kind: 'appeals.unmerge', number, reason: '不是一回事' }),
}

/** Chance alone would mostly be refused, so half of what is tried is what somebody would do in that state. */
const SENSIBLE: Partial<Readonly<Record<AppealState, string>>> = {
  filed: 'song dispatch, song dispatch, song pause, song merge, song refer',
  accepted: 'song dispatch, song resolve, song merge, he withdraw',
  dispatched: 'unit acknowledge, unit acknowledge, unit sendBack, song dispatchElsewhere',
  inProgress: 'unit resolve, unit resolve, unit pause, song merge, unit sendBack',
  paused: 'unit resume, song resume, unit sendBack, song dispatch, song merge, unit resolve',
  sentBack: 'song dispatch, song dispatchElsewhere, song pause, song resolve',
  resolved: 'he solved, he unsolved, song close, song reopen',
  closed: 'he unsolved, song reopen',
  referred: 'song reopen',
  merged: 'song unmerge, song unmerge, he withdraw',
}

const people = ['he', 'wu', 'song', 'jin', 'dian', 'shen', 'jiang', 'ma'] as const
const anything = fc.record({
  person: fc.constantFrom(...people),
  act: fc.constantFrom(...Object.keys(ACTS)),
})
const aTurn = fc.oneof(
  { weight: 10, arbitrary: fc.record({ pick: fc.nat(99) }) },
  { weight: 7, arbitrary: anything },
  { weight: 3, arbitrary: fc.record({ minutes: fc.integer({ min: 1, max: 2 * 24 * 60 }) }) },
)
type Turn =
  | { readonly person: string; readonly act: string }
  | { readonly pick: number }
  | { readonly minutes: number }

/** What is tried now: the handler is whoever the appeal is with. */
function settled(turn: Turn, { appeal }: Standing): Exclude<Turn, { pick: number }> {
  if (!('pick' in turn)) return turn
  const sensible = SENSIBLE[appeal.status]?.split(', ') ?? []
  const [person = 'he', act = 'remind'] = sensible[turn.pick % Math.max(1, sensible.length)]?.split(' ') ?? []
  return { act, person: person === 'unit' ? (appeal.unit === 'power' ? 'dian' : 'jin') : person }
}

const MOVE_ACTS: ReadonlySet<string> = new Set(appealActs)
const isMove = ({ act }: AppealEvent) => MOVE_ACTS.has(act)

/** What must hold of one appeal, whatever was just done. Gives the events that came to its history. */
function compare(before: Standing, after: Standing, now: Date, what: string): readonly AppealEvent[] {
  const { appeal } = after
  // No move loses history, and nothing of it ever changes.
  expect(after.history.slice(0, before.history.length), what).toEqual(before.history)
  const news = after.history.slice(before.history.length)
  // No clock runs backwards.
  let last = before.history.at(-1)?.at.getTime() ?? 0
  for (const event of news) {
    expect(event.at.getTime(), what).toBeGreaterThanOrEqual(last)
    expect(event.at.getTime(), what).toBeLessThanOrEqual(now.getTime())
    last = event.at.getTime()
  }
  // The history tells the whole way from state to state, each step as documented.
  let state = before.appeal.status
  for (const event of news.filter(isMove)) {
    expect(event.from, what).toBe(state)
    const documented = findDocumented(state, event.act)
    // What passes through 受理 is documented as one step.
    const by = documented?.by ?? []
    expect(by, `${what}: ${event.act} from ${state}`).toContain(event.role)
    if (documented?.owesReason) expect(event.note?.trim(), what).not.toBe('')
    state = event.to
  }
  expect(appeal.status, what).toBe(state)
  expect(appeal.version, what).toBeGreaterThanOrEqual(before.appeal.version)
  // The state and what stands beside it say the same; a merged row keeps what it had.
  if (appeal.status !== 'merged') {
    expect(appeal.status === 'paused', what).toBe(appeal.pausedAt !== null)
    expect(appeal.pausedAt === null, what).toBe(appeal.pauseReason === null)
    expect(isOpen(appeal.status), what).toBe(appeal.resolvedAt === null && appeal.closedAt === null)
    expect(isOpen(appeal.status) || appeal.closeKind !== null, what).toBe(true)
    if (!['paused', 'resolved'].includes(appeal.status)) expect(appeal.wakeAt, what).toBeNull()
    expect(appeal.mergedInto, what).toBeNull()
  }
  expect(appeal.pausedMinutes, what).toBeGreaterThanOrEqual(before.appeal.pausedMinutes)
  // A deadline never comes nearer but by what sets one anew.
  const sets = news.some(({ act }) => ['dispatch', 'reopen', 'recategorise'].includes(act))
  const due = (standing: Standing) => standing.appeal.resolveDueAt?.getTime() ?? 0
  if (!sets) expect(due(after), what).toBeGreaterThanOrEqual(due(before))
  if (news.length === 0) expect({ ...appeal, version: 0 }, what).toEqual({ ...before.appeal, version: 0 })
  return news
}

const both = async (number: string, other: string) =>
  (await moves.standing(number, other)) as [Standing, Standing]

async function play(turns: readonly Turn[], number: string, other: string): Promise<readonly string[]> {
  const moved: string[] = []
  let [mine, theirs] = await both(number, other)
  for (const tried of turns) {
    const turn = settled(tried, mine)
    const what = JSON.stringify({ ...turn, from: mine.appeal.status })
    if ('minutes' in turn) await moves.pass(turn.minutes)
    else await moves.perform(turn.person, (ACTS[turn.act] as (typeof ACTS)[string])(number, other))
    const [after, afterOther] = await both(number, other)
    const now = moves.chat.house.clock.now()
    const news = compare(mine, after, now, what)
    compare(theirs, afterOther, now, `the other one: ${what}`)
    // Who may not move it leaves not a trace.
    if (!('minutes' in turn) && ['ma', 'jiang', 'shen', 'wu'].includes(turn.person)) {
      expect(news, what).toEqual([])
      expect(after.appeal, what).toEqual(mine.appeal)
      expect(afterOther, what).toEqual(theirs)
    }
    moved.push(...news.filter(isMove).map(({ act }) => act))
    ;[mine, theirs] = [after, afterOther]
  }
  return moved
}

const seen = new Set<string>()

test('whatever anybody does in whatever order, history stays, the clock goes on, and refused moves leave no trace', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aTurn, { minLength: 15, maxLength: 30 }), async (turns) => {
      const number = await moves.file('he', '农行的续贷一直不放款，能不能帮忙协调')
      const other = await moves.file('lu', '茶厂的电表一直没人来装，能不能帮忙协调')
      for (const act of await play(turns, number, other)) seen.add(act)
    }),
    { numRuns: 10 },
  )
  // A property over moves that never happen would prove nothing.
  expect([...seen].sort()).toEqual([...appealActs].sort())
})

test('merged and then unmerged, an appeal and its main one are what they were, version and history apart', async () => {
  const bare = ({ appeal }: Standing) => ({ ...appeal, version: 0 })
  let merged = 0
  await fc.assert(
    fc.asyncProperty(fc.array(aTurn, { maxLength: 5 }), async (turns) => {
      const number = await moves.file('he', '农行的续贷一直不放款，能不能帮忙协调')
      const other = await moves.file('lu', '茶厂的电表一直没人来装，能不能帮忙协调')
      await play(turns, number, other)
      const [before, main] = await both(number, other)
      await moves.perform('song', (ACTS.merge as (typeof ACTS)[string])(number, other))
      const [mergedOne] = await both(number, other)
      if (mergedOne.appeal.status !== 'merged') return
      merged++
      await moves.perform('song', (ACTS.unmerge as (typeof ACTS)[string])(number, other))
      const [after, mainAfter] = await both(number, other)
      expect(bare(after)).toEqual(bare(before))
      expect(bare(mainAfter)).toEqual(bare(main))
    }),
    { numRuns: 8 },
  )
  expect(merged).toBeGreaterThan(2)
})
