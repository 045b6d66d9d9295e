/** Letters about an appeal: to its asker, to a unit's handlers, to staff; under which key, and in which chat. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { Directory, RosterPerson } from '../../../kernel/directory.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Appeal, Asker } from '../appeal.ts'
import type { AppealsStore, Identity } from '../appeals.store.ts'
import { asOutside } from '../sealing/outward.ts'

/** Who speaks, as appeals know people. */
export function identityOf(by: Doing['by']): Identity {
  return { code: by.person.code ?? null, account: `${by.home.platform}:${by.personId}` }
}

/**
 * The name of an occasion. Keys are listed beside chats (`letters --json`), so that of a sealed appeal
 * must not carry its number, nor the turn, in which others are written to about numbers merged with it.
 */
export function letterKey(appeal: Pick<Appeal, 'number' | 'sealed'>, occasion: string, doing: Doing): string {
  return appeal.sealed
    ? `appeal:${newId('turn', doing.work.at)}:${occasion}`
    : `appeal:${appeal.number}:${occasion}:${doing.turnKey}`
}

/**
 * The name of an occasion on which staff and units are written to, number and all. Where it is the sealed asker
 * who speaks, the turn must not stand in it: it names their own letters too, and would join the two.
 */
export function officeKey(
  { number, sealed }: Pick<Appeal, 'number'> & { readonly sealed?: boolean },
  occasion: string,
  doing: Doing,
): string {
  const turn = sealed === false ? doing.turnKey : newId('turn', doing.work.at)
  return `appeal:${number}:${occasion}:${turn}`
}

/**
 * For letters about one appeal that a sealed asker of another one brought about: under a turn of their own, so that
 * no key joins them to what the asker is answered.
 */
export const apartFromSpeaker = (doing: Doing): Doing => ({
  ...doing,
  turnKey: newId('turn', doing.work.at),
})

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

/** Tells the handlers of whoever has it; gives the names of those who cannot be written to. */
export async function writeToUnit(
  appeal: Appeal,
  occasion: string,
  text: string,
  doing: Doing,
): Promise<readonly string[]> {
  return appeal.unit === null ? [] : writeToHandlers(appeal.unit, appeal, occasion, text, doing)
}

/** The same for a unit that had it, or that helps. */
export async function writeToHandlers(
  unit: string,
  appeal: Appeal,
  occasion: string,
  text: string,
  doing: Doing,
): Promise<readonly string[]> {
  const unreached: string[] = []
  const { files } = asOutside(appeal)
  for (const handler of handlersOf(unit, await doing.directory())) {
    if (handler.code === doing.by.person.code) continue
    const chat = await doing.reach(handler.code)
    if (chat === undefined) unreached.push(handler.name)
    else
      doing.post(`${officeKey(appeal, occasion, doing)}:${handler.code}`, {
        to: chat,
        text,
        origin: 'automatic',
        ...(occasion === SHEET && files.length > 0 ? { files } : {}),
      })
  }
  return unreached
}

/** The occasion on which a unit gets the matter itself, with what came with it. */
export const SHEET = 'sheet'

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
    key: officeKey(appeal, occasion, doing),
    text,
    ...except,
  })
}
