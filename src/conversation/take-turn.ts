import type { StoredArrival } from '../inbox/arrival.ts'
import type { Work } from '../kernel/work.ts'
import { type Advanced, advance, type FramedSay, type Target } from './advance.ts'
import { compose } from './compose.ts'
import { corridorTexts } from './corridor.texts.ts'
import { type Corridor, dialogueFinder, ownerOf } from './corridor.ts'
import type { Dialogue, Facts } from './dialogue.ts'
import { handsFor, type Tray } from './doing.ts'
import { isJustStart, knock } from './door.ts'
import { joinUnread, tellUnread } from './enclosures.ts'
import type { Doing } from './feature.ts'
import { meaningOf } from './meaning.ts'
import { proveThePage } from './prove-page.ts'
import type { Said } from './said.ts'
import { startTarget, type Talk } from './talk.ts'
import type { Turn } from './turn.ts'
import { isAddressed } from './unasked.ts'
import { whichDialogue } from './which.dialogue.ts'

/** Features of one corridor never change, so the finder is made once for each. */
const finders = new WeakMap<Corridor, (name: string) => Dialogue | undefined>()

function finderOf(corridor: Corridor): (name: string) => Dialogue | undefined {
  const made = finders.get(corridor) ?? dialogueFinder(corridor.features)
  finders.set(corridor, made)
  return made
}

/** From one burst to its letters: understood, advanced, acted on. Changes `talk`. */
export async function takeTurn(
  corridor: Corridor,
  talk: Talk,
  burst: readonly StoredArrival[],
  work: Work,
  tray: Tray,
): Promise<void> {
  const last = burst.at(-1)
  if (last === undefined) return
  const { by } = talk
  const dialogueOf = finderOf(corridor)
  // What goes on after a call was acknowledged there already.
  const isKnownHere = talk.here.carriedOn.length > 0 && !burst.some(isAddressed)
  const doing = handsFor({ corridor, by, work, turnKey: last.id, tray })
  tellUnread(burst, doing, tray)
  const released = await knock(corridor, last, work)
  // What waited at the door is the answer to whoever only opened it.
  if (released > 0 && isJustStart(last)) return compose(corridor, tray.drafts.splice(0), by, work)
  const proof = await proveThePage(corridor, by, last, work)
  if (proof !== undefined) return speak(corridor, [aloud(proof)], doing, last, tray)
  const meaning = await meaningOf(corridor, talk, burst, doing, dialogueOf)
  // Nothing to answer; a feature that was told of it may have written letters all the same.
  if (meaning === undefined) return compose(corridor, tray.drafts.splice(0), by, work)
  if (meaning.kind === 'say') return speak(corridor, [aloud(meaning.text)], doing, last, tray)
  if (meaning.kind === 'again') return speak(corridor, meaning.says, doing, last, tray)
  const going: Going = { corridor, talk, doing, last, tray, isKnownHere }
  for (const [n, other] of (meaning.also ?? []).entries()) await goOn(going, other, meaning.turn, `also-${n}`)
  let { target, turn } = meaning
  for (let hop = 0; hop < 2; hop++) {
    const advanced = await goOn(going, target, turn, String(hop))
    const chosen = chosenReading(advanced)
    if (chosen === undefined) return
    target =
      chosen.frame === undefined
        ? startTarget(chosen.dialogue, chosen.data, talk)
        : { kind: 'frame', frame: chosen.frame }
    turn = { by, kind: 'say', said: chosen.said }
  }
}

interface Going {
  readonly corridor: Corridor
  readonly talk: Talk
  readonly doing: Doing
  readonly last: StoredArrival
  readonly tray: Tray
  readonly isKnownHere: boolean
}

/** One step of one dialogue: what it has to know, what it does, what it says. Changes `talk`. */
async function goOn(going: Going, target: Target, turn: Turn, occasion: string): Promise<Advanced> {
  const { corridor, talk, doing, last, tray, isKnownHere } = going
  const { work } = doing
  const turnKey = `${last.id}:${occasion}`
  const dialogueOf = finderOf(corridor)
  const facts = await gather(corridor, talk, target, turn, doing, dialogueOf)
  const advanced = advance(talk.home, target, turn, facts, dialogueOf)
  remember(talk, target, advanced, work)
  await perform(corridor, talk, advanced, { turnKey, work, tray })
  await speak(corridor, advanced.says, { ...doing, turnKey }, last, tray, isKnownHere)
  return advanced
}

const aloud = (text: string): FramedSay => ({
  say: { text, to: 'here' },
  frame: undefined,
  group: undefined,
})

/** The facts a dialogue asks for; asked again with what is known, because one answer may lead to a question. */
async function gather(
  corridor: Corridor,
  talk: Talk,
  target: Target,
  turn: Turn,
  doing: Doing,
  dialogueOf: (name: string) => Dialogue | undefined,
): Promise<Facts> {
  const frame = target.kind === 'frame' ? talk.home.frames.find(({ id }) => id === target.frame) : undefined
  const dialogue = dialogueOf(target.kind === 'frame' ? (frame?.dialogue ?? '') : target.dialogue)
  if (dialogue?.needs === undefined) return {}
  const beginning =
    target.kind === 'start'
      ? { data: target.data, onTop: talk.home.frames.length > 0, frame: target.frame }
      : undefined
  const known: Record<string, unknown> = {}
  for (let again = 0; again < 3; again++) {
    const wanted = Object.entries(dialogue.needs(frame?.state, turn, beginning, known)).filter(
      ([name]) => !(name in known),
    )
    if (wanted.length === 0) break
    const answers = wanted.map(async ([name, query]) => {
      known[name] = await ownerOf(corridor.features, query.ask)?.answer?.(query, doing)
    })
    await Promise.all(answers)
  }
  return known
}

/** Takes over what advance gave: the private frames, and which of them this group carries on. */
function remember(talk: Talk, target: Target, advanced: Advanced, work: Work): void {
  const before = talk.home
  talk.home = advanced.home
  if (talk.by.chat.kind === 'private') {
    talk.here = talk.home
    return
  }
  const open = new Set(advanced.home.frames.map(({ id }) => id))
  const known = new Set(before.frames.map(({ id }) => id))
  const begun =
    target.kind === 'start' && !known.has(target.frame) && open.has(target.frame) ? [target.frame] : []
  const until =
    advanced.listenMinutes === undefined
      ? undefined
      : new Date(work.at.getTime() + advanced.listenMinutes * 60_000)
  talk.here = {
    ...talk.here,
    carriedOn: [...talk.here.carriedOn.filter((id) => open.has(id)), ...begun],
    listeningUntil: until,
  }
}

async function perform(
  corridor: Corridor,
  talk: Talk,
  advanced: Advanced,
  parts: { readonly turnKey: string; readonly work: Work; readonly tray: Tray },
): Promise<void> {
  for (const [n, { effect, frame, group }] of advanced.effects.entries()) {
    const hands = handsFor(
      { corridor, by: talk.by, ...parts, turnKey: `${parts.turnKey}:${n}` },
      frame,
      group,
    )
    await ownerOf(corridor.features, effect.kind)?.perform?.(effect, hands)
  }
}

/** Says become letters; a group in which something began in private at least hears that it did. */
async function speak(
  corridor: Corridor,
  says: readonly FramedSay[],
  doing: Doing,
  last: StoredArrival,
  tray: Tray,
  isKnownHere = false,
): Promise<void> {
  const { by } = doing
  const inGroup = by.chat.kind === 'group'
  let aloud = false
  let aside = false
  for (const [n, { say, frame, group }] of says.entries()) {
    const to =
      say.to === 'here' ? by.chat : say.to === 'group' ? (group ?? (inGroup ? by.chat : undefined)) : by.home
    if (to === undefined) continue
    if (to.kind === 'group') aloud = true
    else aside = true
    tray.drafts.push({
      key: `${doing.turnKey}:say:${n}`,
      draft: {
        to,
        text: say.text,
        origin: say.origin ?? 'automatic',
        ...(say.choices && say.choices.length > 0 ? { choices: say.choices } : {}),
        ...(say.files && say.files.length > 0 ? { files: say.files } : {}),
        ...(frame === undefined ? {} : { frame }),
        ...(say.passing === true ? { passing: true } : {}),
        ...(to.kind === 'group' ? { mention: [by.personId], allow: [by.person.name] } : {}),
        ...(to.kind === 'group' && inGroup && to.chatId === by.chat.chatId
          ? { replyTo: last.messageId }
          : {}),
      },
    })
  }
  const told = tray.drafts.some(
    ({ draft }) => draft.to.kind === 'group' && draft.to.chatId === by.chat.chatId,
  )
  if (inGroup && aside && !aloud && !told && !isKnownHere) {
    tray.drafts.push({
      key: `${doing.turnKey}:pointer`,
      draft: {
        to: by.chat,
        text: corridorTexts.receiptInGroup(),
        origin: 'automatic',
        mention: [by.personId],
        replyTo: last.messageId,
      },
    })
  }
  joinUnread(tray)
  await compose(corridor, tray.drafts.splice(0), by, doing.work)
}

/** The dialogue that asks which of two was meant has ended with an answer: that one begins with the same words. */
function chosenReading(
  advanced: Advanced,
): { dialogue: string; data: unknown; frame?: string; said: Said } | undefined {
  const asked = advanced.ended.find(({ dialogue }) => dialogue === whichDialogue.name)
  const state = asked?.state as
    | { step: string; chosen: { dialogue: string; data: unknown; frame?: string }; said: Said }
    | undefined
  return state?.step === 'answered' ? { ...state.chosen, said: state.said } : undefined
}
