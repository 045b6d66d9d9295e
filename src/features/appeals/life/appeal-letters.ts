import type { Doing } from '../../../conversation/feature.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { Directory, RosterPerson } from '../../../kernel/directory.ts'
import type { Appeal, Asker } from '../appeal.ts'
import type { AppealsStore, Identity } from '../appeals.store.ts'

/** Who speaks, as appeals know people. */
export function identityOf(by: Doing['by']): Identity {
  return { code: by.person.code ?? null, account: `${by.home.platform}:${by.personId}` }
}

/**
 * The name of an occasion. Keys are listed beside chats (`letters --json`), so that of a sealed appeal
 * must not carry its number: it names the turn instead, which is as unique.
 */
export function letterKey(appeal: Pick<Appeal, 'number' | 'sealed'>, occasion: string, doing: Doing): string {
  return appeal.sealed
    ? `appeal:${doing.turnKey}:${occasion}`
    : `appeal:${appeal.number}:${occasion}:${doing.turnKey}`
}

/** Where an asker is answered now: where the roster last met them, or where they filed. */
async function chatOf(asker: Asker, doing: Doing): Promise<Chat> {
  const known = asker.code === null ? undefined : await doing.reach(asker.code)
  return known ?? asker.home
}

export async function writeToAsker(
  appeal: Appeal,
  occasion: string,
  text: string,
  store: AppealsStore,
  doing: Doing,
) {
  const asker = await store.askerOf(appeal.number, doing.work)
  if (asker === undefined) return
  doing.post(letterKey(appeal, occasion, doing), {
    to: await chatOf(asker, doing),
    text,
    origin: 'automatic',
  })
}

/** Opens a dialogue with the asker, where they are answered now. */
export async function askAsker(
  appeal: Appeal,
  asking: { readonly dialogue: string; readonly data: unknown; readonly occasion: string },
  store: AppealsStore,
  doing: Doing,
): Promise<void> {
  const asker = await store.askerOf(appeal.number, doing.work)
  if (asker === undefined) return
  const key = letterKey(appeal, asking.occasion, doing)
  doing.inviteAt(await chatOf(asker, doing), asking.dialogue, asking.data, key)
}

export function handlersOf(unit: string, directory: Directory): readonly RosterPerson[] {
  return [...directory.people.values()].filter(
    (person) => person.unit === unit && person.roles.includes('handler'),
  )
}

/** Tells a unit's handlers; gives the names of those who cannot be written to. */
export async function writeToUnit(
  appeal: Appeal,
  occasion: string,
  text: string,
  doing: Doing,
): Promise<readonly string[]> {
  const unreached: string[] = []
  if (appeal.unit === null) return unreached
  for (const handler of handlersOf(appeal.unit, await doing.directory())) {
    if (handler.code === doing.by.person.code) continue
    const chat = await doing.reach(handler.code)
    if (chat === undefined) unreached.push(handler.name)
    else
      doing.post(`appeal:${appeal.number}:${occasion}:${doing.turnKey}:${handler.code}`, {
        to: chat,
        text,
        origin: 'automatic',
      })
  }
  return unreached
}

export function tellStaff(
  appeal: Pick<Appeal, 'number'>,
  occasion: string,
  text: string,
  doing: Doing,
): Promise<void> {
  const { person } = doing.by
  const except = person.code !== undefined && person.roles.includes('staff') ? { except: person.code } : {}
  return doing.request({
    kind: 'staff.tell',
    key: `appeal:${appeal.number}:${occasion}:${doing.turnKey}`,
    text,
    ...except,
  })
}
