/** Which units are meant, as far as the words and what was said before go; what is still to be asked. Pure. */
import { z } from 'zod'
import type { Directory, Unit } from '../../../kernel/directory.ts'
import { nearestUnits, partUnits, readUnit } from './find-unit.ts'
import type { DispatchAsked } from './read-dispatch.ts'

export const Slot = z.object({ code: z.string(), name: z.string() })
export type Slot = z.infer<typeof Slot>

/** What is to be dispatched whither. Words wait until they are units. */
export const Order = z.object({
  days: z.number(),
  lead: Slot.nullable(),
  leadWords: z.string(),
  supporting: z.array(Slot),
  supportWords: z.array(z.string()),
  unread: z.array(z.string()),
  /** Only helpers are added. */
  addsOnly: z.boolean(),
})
export type Order = z.infer<typeof Order>

export type Settled =
  | { readonly kind: 'settled'; readonly order: Order & { readonly lead: Slot } }
  | {
      readonly kind: 'open'
      readonly order: Order
      readonly role: 'lead' | 'support'
      /** What was said that fits several units or none; empty where nothing was. */
      readonly said: string
      readonly fits: 'several' | 'none'
      readonly options: readonly Slot[]
    }

const slot = ({ code, name }: Unit): Slot => ({ code, name })

/** Takes up what was said; the lead first, then those who help. */
export function withWish(order: Order, wish: Omit<DispatchAsked, 'number'>, directory: Directory): Order {
  const { unitWords, supportWords: named = [], looseWords = [], without = [], days } = wish
  const isUnit = (words: string) =>
    partUnits(words, directory).every((part) => readUnit(part, directory).units.length > 0)
  const supportWords = [...looseWords.filter(isUnit), ...named]
  const dropped = without.flatMap((words) => readUnit(words, directory).units.map(({ code }) => code))
  const dropsAll = without.some((words) => words === '')
  return {
    ...order,
    ...(unitWords === '' ? {} : { lead: null, leadWords: unitWords, addsOnly: false }),
    supporting: dropsAll ? [] : order.supporting.filter(({ code }) => !dropped.includes(code)),
    supportWords: once([
      ...(dropsAll ? [] : order.supportWords),
      ...supportWords.flatMap((words) => partUnits(words, directory)),
    ]),
    days: days ?? order.days,
    // What earlier words left over was said with them.
    unread: once([
      ...(unitWords === '' && supportWords.length === 0 ? order.unread : []),
      ...looseWords.filter((words) => !isUnit(words)),
      ...without.filter((words) => words !== '' && readUnit(words, directory).units.length === 0),
    ]),
  }
}

const once = (words: readonly string[]) => [...new Set(words)]

/** A unit chosen from those on offer fills what is open. */
export function withChosen(order: Order, code: string, directory: Directory): Order {
  const unit = directory.units.get(code)
  if (unit === undefined) return order
  if (order.lead === null) return { ...order, lead: slot(unit), leadWords: '' }
  return {
    ...order,
    supporting: [...order.supporting, slot(unit)],
    supportWords: order.supportWords.slice(1),
  }
}

export function settleOrder(order: Order, directory: Directory): Settled {
  let { lead, supporting, unread } = order
  let [...waiting] = order.supportWords
  if (lead === null) {
    const found = order.leadWords === '' ? undefined : readUnit(order.leadWords, directory)
    const [unit, ...others] = found?.units ?? []
    if (unit === undefined || others.length > 0)
      return open(order, 'lead', order.leadWords, found?.units ?? [], directory)
    lead = slot(unit)
    unread = [...unread, ...pieces(found?.rest ?? '')]
  }
  for (const words of order.supportWords) {
    const { units, rest } = readUnit(words, directory)
    const [unit, ...others] = units
    const far = { ...order, lead, leadWords: '', supporting, supportWords: waiting, unread }
    if (unit === undefined || others.length > 0) return open(far, 'support', words, units, directory)
    supporting = [...supporting, slot(unit)]
    waiting = waiting.slice(1)
    unread = [...unread, ...pieces(rest)]
  }
  const { code } = lead
  const distinct = new Map(supporting.filter((one) => one.code !== code).map((one) => [one.code, one]))
  return {
    kind: 'settled',
    order: { ...order, lead, leadWords: '', supporting: [...distinct.values()], supportWords: [], unread },
  }
}

const pieces = (rest: string) => rest.split(/\s+/).filter((piece) => piece !== '')

function open(
  order: Order,
  role: 'lead' | 'support',
  said: string,
  fits: readonly Unit[],
  directory: Directory,
): Settled {
  const options = fits.length > 0 ? fits : said === '' ? [] : nearestUnits(said, directory)
  return {
    kind: 'open',
    order,
    role,
    said,
    fits: fits.length > 0 ? 'several' : 'none',
    options: options.slice(0, MOST_OFFERED).map(slot),
  }
}

/** As many buttons as a phone shows. */
const MOST_OFFERED = 8
