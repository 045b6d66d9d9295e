/** 退单: who had an appeal first, and who sent it back and why, from its history. Pure. */
import type { Directory } from '../../../kernel/directory.ts'
import type { AppealEvent } from '../appeal.ts'

export interface SentBack {
  readonly at: Date
  readonly reason: string
}

/** A dispatch's note begins with the unit's name as it was then; a unit renamed since is not known again. */
export const dispatchNote = (unit: string, days: number, supporting: readonly string[]) =>
  `${unit}，${days} 个工作日${supporting.length === 0 ? '' : `，协办：${supporting.join('、')}`}`

const unitOf = ({ act, note }: AppealEvent) => (act === 'dispatch' ? note?.split('，')[0] : undefined)

/** The newest time that this unit sent it back, if it did. */
export function sentBackBy(
  unit: string,
  history: readonly AppealEvent[],
  directory: Directory,
): SentBack | undefined {
  const name = directory.units.get(unit)?.name
  let having: string | undefined
  let found: SentBack | undefined
  for (const event of history) {
    having = unitOf(event) ?? having
    if (event.act === 'sendBack' && having === name) found = { at: event.at, reason: event.note ?? '' }
  }
  return found
}

/** 首接单位: the first unit it was ever given to, by name. */
export function firstUnitOf(history: readonly AppealEvent[]): string | undefined {
  return history.map(unitOf).find((name) => name !== undefined)
}
