/** 特急提醒: one of theirs became critical. What is late again, the appeals' ladder tells leaders (appeals/ladder). */
import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { answeringFor } from '../../../kernel/directory.ts'
import type { Fact } from '../../../kernel/requests.ts'
import { toldTexts as texts } from './told.texts.ts'
import type { ToldParts } from './told-parts.ts'

const AT_ONCE = 20

const alertId = (number: string): string => `alert:${number}:critical`

/** An appeal is or became critical: written down, and told by the clock a moment later. Once, whatever comes after. */
export async function hearOfCritical(fact: Fact, { told }: ToldParts, { work }: Doing): Promise<void> {
  if (
    fact.kind !== 'appealFiled' &&
    fact.kind !== 'appealAmended' &&
    fact.kind !== 'appealMoved' &&
    fact.kind !== 'termChanged'
  )
    return
  const { number } = fact
  const appeal = await told.findAppeal(number, work)
  if (appeal === undefined || !appeal.isCritical || !appeal.isOpen) return
  const id = alertId(number)
  if ((await told.find(id, work)) !== undefined) return
  told.add(
    {
      ...{ id, version: 1, kind: 'alert', person: null, subject: number },
      ...{ dueAt: work.at, toldAt: null, content: {} },
    },
    work,
  )
}

/** What is critical waits for no morning. */
export async function tellAlerts({ told, measures }: ToldParts, doing: Doing): Promise<void> {
  const { work } = doing
  const ids = await told.takeDue('alert', work.at, AT_ONCE, work)
  if (ids.length === 0) return
  const directory = await doing.directory()
  const day = dayOf(work.at)
  for (const row of await Promise.all(ids.map((id) => told.find(id, work)))) {
    if (row === undefined) continue
    const number = row.subject ?? ''
    const appeal = await told.findAppeal(number, work)
    let reached = 0
    // Done or lowered again in the same moment: nothing to tell.
    const who = appeal?.isCritical && appeal.isOpen ? answeringFor(directory, appeal, day) : undefined
    for (const code of who === undefined ? [] : [who.leader, ...who.deputies]) {
      const person = directory.people.get(code)
      const to = person === undefined ? undefined : await doing.reach(code)
      if (person === undefined || to === undefined) continue
      // By the same rule as what they may ask: a sealed one of too few firms is not told either.
      const [entry] = await measures.entries({ person, day }, [number], work)
      if (entry === undefined) continue
      const text = texts.alert(entry, work.at, directory)
      doing.post(`${row.id}:${code}`, { to, text, origin: 'automatic' })
      reached++
    }
    told.save({ ...row, version: row.version + 1, toldAt: work.at, content: { people: reached } }, work)
    doing.audit('oversight.alert', `appeal:${number}`, { people: reached })
  }
}
