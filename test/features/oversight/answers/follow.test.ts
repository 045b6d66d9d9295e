import { afterAll, beforeAll, expect, it } from 'vitest'
import { countersStorage } from '../../../../src/adapters/storage/counters.storage.ts'
import { figuresStorage } from '../../../../src/adapters/storage/figures.storage.ts'
import type { Doing } from '../../../../src/conversation/feature.ts'
import { follow } from '../../../../src/features/oversight/answers/follow.ts'
import { type AnswerParts, tellAnswer } from '../../../../src/features/oversight/answers/tell-answer.ts'
import type { FollowUp } from '../../../../src/features/oversight/asking/follow-up.ts'
import { NOWHERE, type Question } from '../../../../src/features/oversight/asking/question.ts'
import type { Figure } from '../../../../src/features/oversight/figures/figure.ts'
import { keepFigure } from '../../../../src/features/oversight/figures/keep-figure.ts'
import type { Person } from '../../../../src/kernel/person.ts'
import type { Work } from '../../../../src/kernel/work.ts'
import { type Generated, openGenerated } from '../reference/generated-county.ts'
import { NOW } from '../reference/generated-matters.ts'
import { everybody } from '../reference/generated-roster.ts'

let county: Generated
let parts: AnswerParts
const staff = everybody.find(({ roles }) => roles.includes('staff')) as Person
const [leader, other] = everybody.filter(({ roles }) => roles.includes('leader')) as [Person, Person]

beforeAll(async () => {
  county = await openGenerated(7)
  const { measures, oversight } = county.stores
  parts = { measures, store: oversight, figures: figuresStorage(), counters: countersStorage() }
})
afterAll(() => county.close())

/** As a turn of this person: what was kept before is found, and what is said comes back. */
function turn<T>(person: Person, act: (doing: Doing, work: Work) => Promise<T>): Promise<T> {
  return county.inOne((work) => {
    const doing = { by: { person }, work, directory: async () => county.directory, audit: () => undefined }
    return act(doing as unknown as Doing, work)
  })
}
const textOf = (answered: Awaited<ReturnType<typeof tellAnswer>>) =>
  answered.kind === 'told' ? answered.text : answered.kind
const ask = (question: Question, person = staff) =>
  turn(person, async (doing) => textOf(await tellAnswer(parts, { question, heard: [] }, doing)))
const last = (person = staff) =>
  turn(person, (_, work) => parts.figures.findLast(person.code ?? '', new Date(NOW.getTime() - 1), work))
const goOn = (act: FollowUp, figure: Figure | undefined, person = staff) =>
  turn(person, async (doing) => textOf(await follow(parts, { act, figure }, doing)))

const shown = (text: string) =>
  [...text.matchAll(/^(\d+)\. (20\d\d-\d{4})/gmu)].map(([, n, number]) => [Number(n), number])
const numbered = (numbers: readonly string[], from: number) =>
  numbers.slice(from, from + 5).map((number, i) => [from + i + 1, number])

const OPEN: Question = {
  kind: 'count',
  of: 'open',
  where: NOWHERE,
  period: null,
  order: 'oldest',
  top: null,
  unread: null,
}

it('a list goes on where it was left, each line numbered as it would be said, and its lines open', async () => {
  expect(shown(await ask(OPEN))).toHaveLength(5)
  const { numbers } = (await last())?.lines[0] ?? { numbers: [] }
  expect(shown(await goOn({ act: 'more' }, await last()))).toEqual(numbered(numbers, 5))
  expect(shown(await goOn({ act: 'more' }, await last()))).toEqual(numbered(numbers, 10))
  expect(await goOn({ act: 'line', line: 7 }, await last())).toMatch(new RegExp(`^${numbers[6]} `, 'u'))
  expect(await goOn({ act: 'line', line: 9999 }, await last())).toContain(`一共 ${numbers.length} 个`)
})

it('a group of a ranking opens as a list of its own, which one then goes on with', async () => {
  await ask({
    kind: 'ranking',
    of: 'open',
    by: 'unit',
    order: 'most',
    among: [],
    where: NOWHERE,
    period: null,
    unread: null,
  })
  const ranking = await last()
  const numbers = ranking?.lines[2]?.numbers ?? []
  expect(numbers.length).toBeGreaterThan(5)
  const opened = await goOn({ act: 'open', figure: ranking?.number ?? 0, line: 2 }, ranking)
  expect(shown(opened)).toEqual(numbered(numbers, 0))
  const list = await last()
  expect(list?.number).not.toBe(ranking?.number)
  expect(list?.question).toMatchObject({ kind: 'count', of: 'open', where: { unit: expect.any(String) } })
  expect(shown(await goOn({ act: 'more' }, list))).toEqual(numbered(numbers, 5))
})

it('what is opened again is what is gone on with, though another number was told since', async () => {
  await ask(OPEN)
  const first = await last()
  await ask({ ...OPEN, of: 'overdue' })
  expect((await last())?.number).not.toBe(first?.number)
  await goOn({ act: 'open', figure: first?.number ?? 0, line: null }, first)
  expect(shown(await goOn({ act: 'more' }, first && { ...first, shown: 5 }))).toEqual(
    numbered(first?.lines[0]?.numbers ?? [], 5),
  )
})

it('nobody else can open it, and what left the holder’s range is left out and counted', async () => {
  await ask(OPEN, leader)
  const own = await last(leader)
  expect(await goOn({ act: 'open', figure: own?.number ?? 0, line: null }, own, other)).toMatch(
    /没有查到您能打开的/u,
  )
  const mine = own?.lines[0]?.numbers ?? []
  await ask(OPEN, staff)
  const all = (await last(staff))?.lines[0]?.numbers ?? []
  const gone = all.filter((number) => !mine.includes(number)).slice(0, 2)
  expect(gone).toHaveLength(2)
  const figure = await turn(leader, (_, work) =>
    keepFigure(
      parts,
      {
        person: leader.code ?? '',
        question: OPEN,
        day: own?.day ?? '',
        said: '还有 4 件没办完。',
        lines: [{ label: '没办完', n: 4, of: null, numbers: [...gone, ...mine.slice(0, 2)] }],
        isWhole: true,
        shown: 0,
      },
      work,
    ),
  )
  const text = await goOn({ act: 'open', figure: figure.number, line: null }, figure, leader)
  expect(shown(text)).toEqual([
    [3, mine[0]],
    [4, mine[1]],
  ])
  expect(text).toContain('其中 2 件现在不在您的范围里')
})
