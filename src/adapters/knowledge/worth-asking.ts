import type { Band, Reading } from '../../conversation/feature.ts'
import { readConfirmNumber, readPlainAnswer } from '../../conversation/plain-answers.ts'
import type { Said, Speaker } from '../../conversation/said.ts'
import { STRONG } from '../../conversation/understand.ts'
import type { StoredArrival } from '../../inbox/arrival.ts'
import { intoBursts, isAnsweredAtOnce } from '../../inbox/burst.ts'
import { privateChat } from '../../kernel/chat.ts'
import { ROLES } from '../../kernel/person.ts'
import { mask } from '../../kernel/privacy.ts'

/** What the rules make of some words; a feature is one of these. */
export interface Recogniser {
  recognise(said: Said, listening: { readonly by: Speaker }): readonly Reading[]
}

/** Shorter than this is a call, a number or an answer, and everybody else waits for the model too. */
const FEWEST_LETTERS = 6
/** A model needs the beginning to tell what is wanted; the rules read every word. */
const MOST_CHARACTERS = 2_000

/** A matter that is clear to the rules still has a place and a wish that they may not see. */
const ASKED_FOR_MORE: readonly Band[] = ['appeal']

const mention = /[@＠][^\s@＠,，。:：]{1,24}/gu

/**
 * The words to be shown to a model, masked; undefined when it cannot matter: choices, commands, numbers,
 * yes and no, calls, emergencies, and whatever the rules are sure of already but a matter. Pure. When in doubt nobody is kept waiting.
 */
export function worthAsking(
  waiting: readonly StoredArrival[],
  recognisers: readonly Recogniser[],
): string | undefined {
  // What is understood together; an answer given before it has a turn of its own.
  const burst = intoBursts(waiting).at(-1)
  const last = burst?.at(-1)
  if (burst === undefined || last === undefined || isAnsweredAtOnce(last)) return undefined
  const lines = burst.flatMap(({ content }) => (content.kind === 'message' ? [content.text] : []))
  const text = lines.join('\n').replace(mention, ' ').trim()
  if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) return undefined
  if (readPlainAnswer(text) !== undefined || readConfirmNumber(text) !== undefined) return undefined
  if (isClearToRules(text, last, recognisers)) return undefined
  // Masked before it is cut, lest half a number slips through; a message of 100,000 characters is not read whole for it.
  return mask(text.slice(0, 10 * MOST_CHARACTERS)).slice(0, MOST_CHARACTERS)
}

/** As anybody's words: who speaks is looked up later, and what would be clear from one role needs no model. */
function isClearToRules(text: string, last: StoredArrival, recognisers: readonly Recogniser[]): boolean {
  const by: Speaker = {
    person: { code: undefined, name: '', roles: ROLES },
    personId: last.from.id,
    chat: last.chat,
    home: privateChat(last.chat, last.from.id),
    at: last.at,
  }
  const said: Said = { text, pieces: [{ message: last.messageId, text }], addressed: 'private' }
  return recognisers
    .flatMap((one) => one.recognise(said, { by }))
    .some(
      ({ band, score, isPressing }) =>
        band === 'command' || isPressing === true || (score >= STRONG && !ASKED_FOR_MORE.includes(band)),
    )
}
