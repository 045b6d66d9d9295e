import { type Chat, chatKey } from '../kernel/chat.ts'
import { dayOf } from '../kernel/clock.ts'
import type { Role } from '../kernel/person.ts'
import type { Work } from '../kernel/work.ts'
import { corridorTexts } from './corridor.texts.ts'
import type { Corridor } from './corridor.ts'
import { emptyTray, handsFor } from './doing.ts'
import type { Drafted } from './drafted.ts'
import { theHouseItself } from './house-itself.ts'
import type { Speaker } from './said.ts'

/**
 * Those who are written to because of their office. About others staff see it in the list of letters: a name
 * told at the moment of a letter could say whose a sealed appeal is.
 */
const IN_OFFICE: readonly Role[] = ['handler', 'officer', 'staff', 'reviewer', 'leader', 'auditor']

const PREFIX = 'door:'
/** Such letters make no further ones, or two of the staff who cannot be reached would be told of each other for ever. */
export const isAboutTheDoor = ({ key }: Drafted) => key.startsWith(PREFIX)

/** Letters wait at these doors: staff hear whose they are, once a person and day. */
export async function tellOfUnreached(
  corridor: Corridor,
  chats: readonly Chat[],
  work: Work,
): Promise<readonly Drafted[]> {
  const drafts: Drafted[] = []
  for (const chat of chats) {
    if (await corridor.sideDoor?.isIn(chat, work)) continue
    // Asked for as in a group: being written to is not being met.
    const from = { id: chat.chatId, stability: 'permanent' } as const
    const person = await corridor.people.identify({ ...chat, kind: 'group' }, from, work)
    if (person.code === undefined || !person.roles.some((role) => IN_OFFICE.includes(role))) continue
    const why = (await corridor.contacts.find(chat, work))?.why
    const text = corridorTexts.notReached(person.name, why)
    drafts.push(...(await told(corridor, `${person.code}`, text, person.code, work)))
  }
  return drafts
}

/** Somebody spoke to us in a group, and there is no way to their private chat that surely works. */
export function tellOfNoWay(corridor: Corridor, by: Speaker, work: Work): Promise<readonly Drafted[]> {
  const text = corridorTexts.noWay(by.person.name, by.chat.title)
  return told(corridor, `way:${chatKey(by.home)}`, text, by.person.code, work)
}

async function told(
  corridor: Corridor,
  whose: string,
  text: string,
  except: string | undefined,
  work: Work,
): Promise<readonly Drafted[]> {
  const key = `${PREFIX}${whose}:${dayOf(work.at)}`
  const drafts: Drafted[] = []
  const tray = { ...emptyTray(), drafts }
  const doing = handsFor({ corridor, by: theHouseItself(work.at), work, turnKey: key, tray })
  await doing.request({ kind: 'staff.tell', key, text, ...(except === undefined ? {} : { except }) })
  return drafts
}
