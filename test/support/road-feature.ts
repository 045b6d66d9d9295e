import { z } from 'zod'
import type { Storage } from '../../src/adapters/storage/open-storage.ts'
import { type Desk, openDesks } from '../../src/conversation/desk.ts'
import { type Dialogue, type Effect, step } from '../../src/conversation/dialogue.ts'
import type { Doing, Feature } from '../../src/conversation/feature.ts'
import type { Capabilities } from '../../src/conversation/platform.ts'
import { liveCalendar } from '../../src/kernel/live-calendar.ts'
import { DEFAULT_TERMS } from '../../src/kernel/terms.ts'
import { mailingDesk } from '../../src/mailings/mailing.desk.ts'
import { titleOf } from '../../src/mailings/mailing.ts'
import { confirmationOf } from '../../src/mailings/mailing-confirmation.ts'
import { stopMailing } from '../../src/mailings/mailing-end.ts'
import type { MailingOrder } from '../../src/mailings/mailing-order.ts'
import { planMailing } from '../../src/mailings/mailing-plan.ts'
import type { Road } from '../../src/mailings/mailing-road.ts'
import { reviseMailing } from '../../src/mailings/revise-mailing.ts'
import { submitMailing } from '../../src/mailings/submit-mailing.ts'

/** What staff type in these tests: `发 {"order"…}`, `停止通知57`, `更正 57 新的话`, `撤回 57`. */
interface Ordered extends Effect {
  readonly kind: 'notices.order'
  readonly words: string
}

const State = z.object({ step: z.literal('ordered') })
const orderDialogue: Dialogue<z.infer<typeof State>, object, Ordered> = {
  name: 'notices.order',
  version: 1,
  schema: State,
  finalSteps: ['ordered'],
  idleMinutes: 1,
  start: (turn) =>
    step<z.infer<typeof State>, Ordered>(
      { step: 'ordered' },
      [],
      [{ kind: 'notices.order', words: 'said' in turn ? (turn.said?.text ?? '') : '' }],
    ),
  next: (state) => step<z.infer<typeof State>, Ordered>(state),
  resume: () => [],
}

export interface RoadHooks {
  mayLeave?: Road['mayLeave']
  readonly left?: (id: string) => void
}

/** The road with the least of an owner: whatever is ordered goes on it at once. */
export function roadFeature(
  storage: Storage,
  capabilitiesOf: (platform: string) => Capabilities | undefined,
  hooks: RoadHooks = {},
): Feature {
  const road: Road = {
    ...storage,
    workdays: liveCalendar(storage.calendarYears, DEFAULT_TERMS.officeHours),
    quietHours: DEFAULT_TERMS.quietHours,
    capabilitiesOf,
    owner: 'notices',
    noun: '通知',
    acts: { prepare: 'notice.prepare', approve: 'notice.approve', stop: 'notice.stop' },
    mayLeave: async (mailing, doing) => (await hooks.mayLeave?.(mailing, doing)) ?? true,
  }
  const about = async (title: string, doing: Doing) => {
    const number = await storage.counters.next('notice', doing.work)
    const confirmation = confirmationOf('notices', number)
    return { id: `notice:${number}`, number, title, confirmation, preparedBy: doing.by.person.code ?? '' }
  }
  const orders: Desk = {
    dialogues: [orderDialogue],
    recognise: ({ text }) =>
      /^(?:发 \{|更正 |撤回 |停止通知)/u.test(text)
        ? [{ dialogue: 'notices.order', band: 'command', score: 1, words: [text], label: '发' }]
        : [],
    performs: {
      async 'notices.order'({ words }: Ordered, doing: Doing) {
        const stopped = /^停止通知(\d+)$/u.exec(words)
        if (stopped) return stopMailing(road, `notice:${stopped[1]}`, doing)
        const [, how, number, text = ''] = /^(更正|撤回) (\d+) ?([\s\S]*)$/u.exec(words) ?? []
        if (how !== undefined) {
          const kind = how === '更正' ? 'correct' : 'withdraw'
          const told = kind === 'correct' ? `【更正】${text}` : '【撤回】刚才的通知作废。'
          const known = await about(titleOf(told), doing)
          await reviseMailing(road, `notice:${number}`, kind, told, known, doing)
          return
        }
        const order = JSON.parse(words.slice(2)) as MailingOrder
        const plan = await planMailing(road, order, doing)
        await submitMailing(road, plan, await about(titleOf(order.text), doing), doing)
      },
    },
  }
  const left = hooks.left
  return openDesks('notices', [
    mailingDesk(road, left === undefined ? {} : { left: async (id) => left(id) }),
    orders,
  ])
}
