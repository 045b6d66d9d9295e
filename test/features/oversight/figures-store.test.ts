import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOWHERE } from '../../../src/features/oversight/asking/question.ts'
import { type Figure, figureId } from '../../../src/features/oversight/figures/figure.ts'
import type { FigureLink } from '../../../src/features/oversight/figures/figures.store.ts'
import { later, NOON, openStores, type Stores } from '../../support/stores.ts'

let stores: Stores
beforeAll(async () => {
  stores = await openStores()
})
afterAll(() => stores.close())

const figure = (number: number, more: Partial<Figure> = {}): Figure => ({
  id: figureId(number),
  version: 1,
  number,
  person: 'jiang',
  at: NOON,
  lastAt: NOON,
  question: {
    kind: 'count',
    of: 'open',
    where: NOWHERE,
    period: null,
    order: 'usual',
    top: null,
    unread: null,
  },
  day: '2026-03-02',
  said: '还有 2 件没办完。',
  lines: [{ label: '没办完', n: 2, of: null, numbers: ['2026-0001', '2026-0002'] }],
  isWhole: true,
  shown: 2,
  ...more,
})
const link = (digest: string, of: Figure, more: Partial<FigureLink> = {}): FigureLink => ({
  digest,
  figure: of.id,
  person: of.person,
  issuedAt: NOON,
  expiresAt: later(1800),
  browser: null,
  openedAt: null,
  ...more,
})

test('a number is kept with its list, and how much of it was told is noted by the last word', async () => {
  const { inOne, first } = stores
  const told = figure(1)
  await inOne(async (work) => {
    first.figures.add(told, work)
    expect(await first.figures.find(1, work)).toEqual(told)
  })
  expect(await inOne((work) => first.figures.find(1, work))).toEqual(told)
  expect(await inOne((work) => first.figures.find(2, work))).toBeUndefined()
  await first.transactions.inOne(later(60), async (work) => first.figures.noteShown(told.id, 7, work))
  expect(await inOne((work) => first.figures.find(1, work))).toEqual({ ...told, shown: 7, lastAt: later(60) })
})

test('the last one is the one that somebody was told or opened last, and not too long ago', async () => {
  const { inOne, first } = stores
  await inOne(async (work) => {
    first.figures.add(figure(11, { person: 'bai', lastAt: later(10) }), work)
    first.figures.add(figure(12, { person: 'bai', lastAt: later(5) }), work)
  })
  const last = (person: string, since: Date) => inOne((work) => first.figures.findLast(person, since, work))
  expect((await last('bai', NOON))?.number).toBe(11)
  expect(await last('bai', later(11))).toBeUndefined()
  expect(await last('tang', NOON)).toBeUndefined()
})

test('a question of a form that is no longer asked leaves nothing to go on with', async () => {
  const { inOne, first } = stores
  await inOne(async (work) => first.figures.add(figure(21), work))
  await first.database.figure.update({ where: { id: figureId(21) }, data: { question: { kind: 'gossip' } } })
  expect(await inOne((work) => first.figures.find(21, work))).toBeUndefined()
})

test('a page opens for the first browser only, and not after its time', async () => {
  const { inOne, first } = stores
  const told = figure(31)
  await inOne(async (work) => {
    first.figures.add(told, work)
    first.figures.addLink(link('one', told), work)
    first.figures.addLink(link('late', told, { expiresAt: NOON }), work)
  })
  const open = (digest: string, browser: string) =>
    inOne((work) => first.figures.openLink(digest, browser, work))
  expect(await open('one', 'phone')).toBe(true)
  expect(await open('one', 'preview')).toBe(false)
  expect(await open('late', 'phone-2')).toBe(false)
  expect(await open('none', 'phone-3')).toBe(false)
  const found = await inOne((work) => first.figures.findLinkByBrowser('phone', work))
  expect(found).toEqual(link('one', told, { browser: 'phone', openedAt: NOON }))
  expect(await inOne((work) => first.figures.findLink('one', work))).toEqual(found)
  expect(await inOne((work) => first.figures.findLinkByBrowser('preview', work))).toBeUndefined()
})

test('what was told long ago is forgotten with its pages', async () => {
  const { inOne, first } = stores
  const [old, young] = [figure(41, { at: later(-100) }), figure(42, { at: later(100) })]
  await inOne(async (work) => {
    for (const one of [old, young]) first.figures.add(one, work)
    first.figures.addLink(link('old', old), work)
    first.figures.addLink(link('young', young), work)
  })
  expect(await inOne((work) => first.figures.forget(later(-50), work))).toBe(1)
  const left = await inOne(async (work) => [
    await first.figures.find(41, work),
    await first.figures.findLink('old', work),
    (await first.figures.findLink('young', work))?.figure,
  ])
  expect(left).toEqual([undefined, undefined, young.id])
})
