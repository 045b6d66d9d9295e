import type { StoredArrival } from '../inbox/arrival.ts'
import { isAnsweredAtOnce } from '../inbox/burst.ts'
import { chatKey } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import { compose } from './compose.ts'
import type { Corridor } from './corridor.ts'
import { emptyTray, handsFor } from './doing.ts'
import type { Doing } from './feature.ts'
import { mannersTexts as texts } from './manners.texts.ts'
import { judge, MOST_A_MINUTE, MOST_ROUNDS, QUIET } from './manners.ts'
import { readPlainAnswer } from './plain-answers.ts'
import { sayingOf } from './saying.ts'
import type { Talk } from './talk.ts'

/**
 * Before something said is answered: whether it is, and whether its speaker floods us or goes round in a circle with
 * us, of which staff hear. False: it stays without an answer. Changes `talk`.
 */
export async function mindManners(
  corridor: Corridor,
  talk: Talk,
  burst: readonly StoredArrival[],
  work: Work,
): Promise<boolean> {
  const last = burst.at(-1)
  if (last === undefined || !SAID.includes(last.content.kind)) return true
  const text = last.content.kind === 'start' ? '/start' : sayingOf(burst).text
  const judged = judge(
    talk.here.manners,
    {
      lines: burst.map(({ at }) => at),
      text,
      isByProgram: last.from.isBot === true,
      isPlainAnswer: isPlainAnswer(talk, last, text),
    },
    work.at,
  )
  talk.here = { ...talk.here, manners: judged.manners }
  if (talk.by.chat.kind === 'private') talk.home = talk.here
  if (!judged.floods && !judged.breaksLoop) return judged.isAnswered
  const tray = emptyTray()
  const doing = handsFor({ corridor, by: talk.by, work, turnKey: `${last.id}:manners`, tray })
  if (judged.floods) await stemFlood(doing, last)
  if (judged.breaksLoop) await tellOfLoop(doing)
  await compose(corridor, tray.drafts, talk.by, work)
  return judged.isAnswered
}

const SAID: readonly StoredArrival['content']['kind'][] = ['message', 'choice', 'start']

/** A dialogue waits and goes on by it: whoever presses quickly is no program. */
function isPlainAnswer({ home, here, by }: Talk, last: StoredArrival, text: string): boolean {
  const isAwaited = by.chat.kind === 'private' ? home.frames.length > 0 : here.carriedOn.length > 0
  if (!isAwaited || last.content.kind === 'start') return false
  return isAnsweredAtOnce(last) || readPlainAnswer(text, []) !== undefined
}

async function stemFlood(doing: Doing, { messageId }: StoredArrival): Promise<void> {
  const { by, turnKey } = doing
  const inGroup = by.chat.kind === 'group' ? { mention: [by.personId], replyTo: messageId } : {}
  doing.post(`${turnKey}:wait`, { to: by.chat, text: texts.pleaseWait(), origin: 'automatic', ...inGroup })
  await tellStaff(doing, 'flood', texts.flood(by.person.name, await placeOf(doing), MOST_A_MINUTE))
}

async function tellOfLoop(doing: Doing): Promise<void> {
  const { name } = doing.by.person
  await tellStaff(doing, 'loop', texts.loop(name, await placeOf(doing), MOST_ROUNDS, QUIET / 60_000))
}

async function placeOf({ by: { chat, group }, directory }: Doing): Promise<string> {
  const title = group === undefined ? undefined : (await directory()).groups.get(group)?.title
  return texts.place(title ?? chat.title, chat.kind === 'group')
}

async function tellStaff(doing: Doing, what: 'flood' | 'loop', text: string): Promise<void> {
  const { by, turnKey } = doing
  doing.audit(`manners.${what}`, chatKey(by.chat))
  const except = by.person.code === undefined ? {} : { except: by.person.code }
  await doing.request({ kind: 'staff.tell', key: `${turnKey}:${what}`, text, ...except })
}
