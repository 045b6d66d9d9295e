import type { Desk } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import type { AppealsParts } from '../appeals-parts.ts'

/** 交办: what a leader or a meeting asked for about an appeal stands in its history, by the task's number. */
export function taskedDesk({ store }: AppealsParts): Desk {
  async function note(number: string, words: string, { by, work }: Doing): Promise<void> {
    const appeal = await store.find(number, work)
    if (appeal === undefined) return
    const { status } = appeal
    const { code = null, roles } = by.person
    store.note(
      {
        number,
        at: work.at,
        act: 'assign',
        from: status,
        to: status,
        role: roles.includes('staff') ? 'staff' : 'house',
        by: code,
        note: words,
      },
      work,
    )
  }
  return {
    async hear(fact, doing) {
      if (fact.kind === 'taskGiven' && fact.appeal !== null) await note(fact.appeal, fact.task, doing)
      if (fact.kind === 'taskDone' && fact.appeal !== null)
        await note(fact.appeal, `${fact.task} 已办结`, doing)
    },
  }
}
