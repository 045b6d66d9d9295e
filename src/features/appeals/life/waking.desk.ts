import type { Desk } from '../../../conversation/desk.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { wakeResolved } from '../closing/ask-askers.ts'
import { wakeAppeal } from '../pauses/end-pause.ts'

/** One pass of the clock acts on so many; the rest has its turn right after. */
const AT_ONCE = 50

/** 到时自动: pauses end, follow-ups are asked again or close, each at the appeal's own `wakeAt`. */
export function wakingDesk(parts: AppealsParts): Desk {
  return whenDue(
    (work) => parts.waking.nextAt(work),
    async (doing) => {
      for (const number of await parts.waking.listDue(AT_ONCE, doing.work)) {
        const appeal = await parts.store.find(number, doing.work)
        if (appeal?.status === 'paused') await wakeAppeal(appeal, parts, doing)
        else if (appeal?.status === 'resolved') await wakeResolved(appeal, parts, doing)
      }
    },
  )
}
