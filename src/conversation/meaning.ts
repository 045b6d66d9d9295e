import type { MembershipChange, StoredArrival } from '../inbox/arrival.ts'
import { mayBegin } from '../kernel/person.ts'
import type { Letter } from '../outbox/letter.ts'
import { type FramedSay, resumeOf, type Target } from './advance.ts'
import { changed } from './changed-message.ts'
import type { Frame } from './conversation.ts'
import { corridorTexts } from './corridor.texts.ts'
import type { Corridor } from './corridor.ts'
import type { Dialogue } from './dialogue.ts'
import type { Doing } from './feature.ts'
import { followMigration } from './migration.ts'
import { trusted, withModel } from './model-reading.ts'
import { pressedUnder } from './pressed.ts'
import { findQuoted, withQuoted } from './quoted.ts'
import type { Said } from './said.ts'
import { sayingOf } from './saying.ts'
import { startTarget, type Talk } from './talk.ts'
import type { Turn } from './turn.ts'
import { talkedOf, type Understood, understand, understandChoice } from './understand.ts'
import { whichDialogue } from './which.dialogue.ts'

/** What a burst asks of the corridor: a turn for a target, or just something to say. */
export type Meaning =
  | {
      readonly kind: 'turn'
      readonly target: Target
      readonly turn: Turn
      /** Other open dialogues that the same turn is for: one message that two drafts were made of. */
      readonly also?: readonly Target[]
    }
  | { readonly kind: 'say'; readonly text: string }
  /** Nothing new was said: the open question once more. */
  | { readonly kind: 'again'; readonly says: readonly FramedSay[] }

/** Arrivals of one burst → what is to be advanced; undefined when nothing is to be done. */
export async function meaningOf(
  corridor: Corridor,
  talk: Talk,
  burst: readonly StoredArrival[],
  doing: Doing,
  dialogueOf: (name: string) => Dialogue | undefined,
): Promise<Meaning | undefined> {
  const last = burst.at(-1) as StoredArrival
  const { content } = last
  switch (content.kind) {
    case 'message':
      return spoken(corridor, talk, burst, doing, dialogueOf)
    case 'choice': {
      const answered = await answeredLetter(corridor, talk, content.prompt, doing)
      const prompted = content.prompt !== undefined
      const pressed = pressedUnder(corridor.features, talk.by, content.choice, answered)
      if (pressed !== undefined)
        return {
          kind: 'turn',
          target: startTarget(pressed.dialogue, pressed.data, talk),
          turn: { by: talk.by, kind: 'choose', choice: content.choice },
        }
      return asMeaning(
        talk,
        understandChoice(
          content.choice,
          { frames: framesIn(talk), answeredFrame: answered?.frame },
          prompted,
        ),
      )
    }
    case 'invited':
      return {
        kind: 'turn',
        target: startTarget(content.dialogue, content.data, talk),
        turn: { by: talk.by, kind: 'invited', data: content.data },
      }
    case 'silence': {
      const frame = talk.home.frames.find(({ id }) => id === content.frame)
      // Somebody spoke after the deadline was noticed: there is no silence any more.
      if (frame === undefined || frame.silentAt > last.at.toISOString()) return undefined
      return {
        kind: 'turn',
        target: { kind: 'frame', frame: frame.id },
        turn: { by: talk.by, kind: 'silence' },
      }
    }
    case 'withdrawn':
    case 'edited':
      return changed(talk, content, doing, dialogueOf)
    case 'start':
      return started(corridor, talk, last, content.payload ?? '', doing, dialogueOf)
    case 'membership':
      await tellOfUs(content.change, doing)
      return undefined
    case 'chat-migrated':
      await followMigration(corridor, content.to, doing)
      return undefined
  }
}

/** Somebody took us into a group, or out of one. */
async function tellOfUs(change: MembershipChange, { by, tell }: Doing): Promise<void> {
  if (by.chat.kind !== 'group') return
  if (change === 'bot-added') await tell({ kind: 'botAdded', chat: by.chat })
  if (change === 'bot-removed') await tell({ kind: 'botRemoved', chat: by.chat })
}

const BINDS = /^bind-([2-9A-HJ-NP-Z]{8})$/iu

/** Somebody came in by a link: with a code for binding, back to what is open, or just so. */
async function started(
  corridor: Corridor,
  talk: Talk,
  last: StoredArrival,
  payload: string,
  doing: Doing,
  dialogueOf: (name: string) => Dialogue | undefined,
): Promise<Meaning> {
  const code = BINDS.exec(payload)?.[1]
  const open = code === undefined ? framesIn(talk).at(-1) : undefined
  const says = open === undefined ? [] : resumeOf(open, dialogueOf)
  if (says.length > 0) return { kind: 'again', says }
  const text = code === undefined ? '你好' : `绑定 ${code}`
  const line: StoredArrival = { ...last, content: { kind: 'message', text, addressed: 'private' } }
  return spoken(corridor, talk, [line], doing, dialogueOf)
}

/** In private every frame can be meant; in a group only those that began there. */
function framesIn(talk: Talk): readonly Frame[] {
  if (talk.by.chat.kind === 'private') return talk.home.frames
  return talk.home.frames.filter(({ id }) => talk.here.carriedOn.includes(id))
}

async function spoken(
  corridor: Corridor,
  talk: Talk,
  burst: readonly StoredArrival[],
  doing: Doing,
  dialogueOf: (name: string) => Dialogue | undefined,
): Promise<Meaning> {
  const plain = sayingOf(burst)
  const frames = framesIn(talk)
  const top = talkedOf(frames, dialogueOf)
  const answered = await answeredLetter(corridor, talk, plain.replyTo, doing, plain.quote)
  const isOurs = async ({ content }: StoredArrival) =>
    content.kind === 'message' &&
    (await answeredLetter(corridor, talk, content.replyTo, doing, content.quote)) !== undefined
  const said = withQuoted(plain, await findQuoted(corridor, talk, burst, isOurs, doing.work))
  const listening = {
    by: talk.by,
    ...(top === undefined ? {} : { inProgress: top.dialogue }),
    ...(answered === undefined ? {} : { answered: answered.text }),
  }
  const rules = corridor.features.flatMap((feature) => feature.recognise(said, listening))
  const slots = trusted(corridor.slotsOf((burst.at(-1) as StoredArrival).id))
  const openings =
    slots === undefined
      ? []
      : corridor.features.flatMap((one) => one.opens?.(slots.intent, said, listening) ?? [])
  const readings = withModel(rules, openings, top !== undefined).filter(({ dialogue }) =>
    mayBegin(talk.by.person, dialogue),
  )
  const answeredFrame = answered?.frame ?? frameOfOwn(said.quoted, frames, dialogueOf)
  return asMeaning(
    talk,
    understand(said, {
      frames,
      readings,
      dialogueOf,
      answeredFrame,
      answersFinished: answered !== undefined && !frames.some(({ id }) => id === answeredFrame),
      slots,
    }),
    dialogueOf,
  )
}

/** Whoever answers a line of their own that a draft was made of speaks of that draft. */
function frameOfOwn(
  quoted: Said['quoted'],
  frames: readonly Frame[],
  dialogueOf: (name: string) => Dialogue | undefined,
): string | undefined {
  return frames.findLast(({ dialogue, state }) =>
    quoted?.some(({ message }) => dialogueOf(dialogue)?.holds?.(state, message)),
  )?.id
}

function asMeaning(
  talk: Talk,
  understood: Understood,
  dialogueOf: (name: string) => Dialogue | undefined = () => undefined,
): Meaning {
  const { by } = talk
  switch (understood.to) {
    case 'frame':
      return {
        kind: 'turn',
        target: { kind: 'frame', frame: understood.frame },
        turn: { by, ...understood.content },
      }
    case 'start':
      return {
        kind: 'turn',
        target: startTarget(understood.reading.dialogue, understood.reading.data, talk),
        turn: { by, ...understood.content },
      }
    case 'which':
      return {
        kind: 'turn',
        target: startTarget(
          whichDialogue.name,
          { readings: understood.readings, said: understood.said },
          talk,
        ),
        turn: { by, kind: 'say', said: understood.said },
      }
    case 'whichFrame': {
      const readings = understood.frames.map(({ id, dialogue, state }, n) => ({
        dialogue,
        label: dialogueOf(dialogue)?.title?.(state) ?? String(n + 1),
        data: null,
        frame: id,
      }))
      return {
        kind: 'turn',
        target: startTarget(whichDialogue.name, { readings, said: understood.said }, talk),
        turn: { by, kind: 'say', said: understood.said },
      }
    }
    case 'over':
      return { kind: 'say', text: corridorTexts.over() }
    case 'nothing':
      return { kind: 'say', text: corridorTexts.notUnderstood() }
  }
}

/** Our letter that is answered; its frame is the one whose question it asked. */
async function answeredLetter(
  corridor: Corridor,
  talk: Talk,
  id: string | undefined,
  doing: Doing,
  quote?: string,
): Promise<Letter | undefined> {
  const { outbox } = corridor
  const { chat } = talk.by
  const numbered =
    id === undefined
      ? undefined
      : ((await outbox.find(id, doing.work)) ?? (await outbox.findByMessageId(chat, id, doing.work)))
  return numbered ?? (quote === undefined ? undefined : outbox.findByQuote(chat, quote, doing.work))
}
