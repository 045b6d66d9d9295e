/** 早报改到7点半, 不要早报了, 恢复早报: kept, and said back with when the next one comes. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { digestId, memoryOf } from './digest.ts'
import { HOUSE_MINUTE, hourOf, minuteOf } from './digest-times.ts'
import { newRow, whenNext } from './prepare-digests.ts'
import type { Wish } from './read-wish.ts'
import type { DigestWish } from './told.store.ts'
import { toldTexts as texts } from './told.texts.ts'
import type { ToldParts } from './told-parts.ts'
import { EARLIEST, LATEST } from './wish.dialogue.ts'

export async function keepWish(wish: Wish, parts: ToldParts, doing: Doing): Promise<void> {
  const { told, workdays } = parts
  const { work, by } = doing
  const person = by.person.code
  if (person === undefined) return
  await workdays.refresh(work)
  const before = await told.findWish(person, work)
  const row = await told.find(digestId(person), work)
  const isOff = before?.offAt != null
  const minute = before?.hour == null ? HOUSE_MINUTE : minuteOf(before.hour)
  const next = whenNext(work.at, before, parts)
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:digest`, { to: by.home, text, origin: 'automatic' })
  switch (wish.kind) {
    case 'hour':
      return wish.minute === null ? reply(texts.askHour()) : at(wish.minute)
    case 'shift': {
      const moved = minute + wish.minutes
      return moved < EARLIEST || moved > LATEST ? reply(texts.hourOutside(EARLIEST, LATEST)) : at(moved)
    }
    case 'off':
      if (isOff) return reply(texts.wasOff())
      keep({ hour: before?.hour ?? null, offAt: work.at })
      return reply(texts.switchedOff())
    case 'on': {
      if (!isOff) return reply(texts.wasOn(minute, next, work.at))
      const kept = keep({ hour: before?.hour ?? null, offAt: null })
      return reply(texts.switchedOn(minute, whenNext(work.at, kept, parts), work.at))
    }
    case 'pause':
      return reply(texts.onlyWhole())
    case 'when':
      return reply(isOff ? texts.standsOff() : texts.wasOn(minute, next, work.at))
    case 'show': {
      const { text, toldOn } = memoryOf(row?.content)
      if (text !== null && toldOn === dayOf(work.at)) return reply(text)
      return reply(isOff ? texts.standsOff() : texts.noneToday(row?.dueAt ?? next, work.at))
    }
  }

  /** Another hour also switches it on again. */
  function at(minutes: number): void {
    const kept = keep({ hour: hourOf(minutes), offAt: null })
    reply(texts.hourSet(minutes, whenNext(work.at, kept, parts), work.at))
  }

  /** With the row that waits for the next morning. */
  function keep(changed: Pick<DigestWish, 'hour' | 'offAt'>): DigestWish {
    const kept: DigestWish = { person: person ?? '', version: (before?.version ?? 0) + 1, ...changed }
    if (before === undefined) told.addWish(kept, work)
    else told.saveWish(kept, work)
    const dueAt = whenNext(work.at, kept, parts)
    const toldAt = kept.offAt
    if (row !== undefined) told.save({ ...row, version: row.version + 1, dueAt, toldAt }, work)
    else if (toldAt === null) told.add(newRow(kept.person, dueAt), work)
    doing.audit('oversight.digestWish', 'own', { off: toldAt !== null, hour: kept.hour ?? 'house' })
    return kept
  }
}
