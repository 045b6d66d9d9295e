import type { Chat } from '../kernel/chat.ts'
import type { Choice, LetterDraft } from '../kernel/letter-draft.ts'
import { corridorTexts } from './corridor.texts.ts'
import { cutText } from './cut-text.ts'
import type { Capabilities } from './platform.ts'

/** Room for the number at the end of each piece: a line break and （12/34）. */
const ROOM_FOR_NUMBER = corridorTexts.piece(99, 99).length

/**
 * A draft as the messages that its platform can take, in order: a long text in numbered pieces, files after it
 * where they cannot go with it, choices as a numbered list where there are no buttons. Each is a letter of its
 * own, with its own state. `can` undefined: nothing is known of the platform, and the draft stays as it is.
 */
export function fitLetter(draft: LetterDraft, can: Capabilities | undefined): readonly LetterDraft[] {
  if (can === undefined) return [draft]
  const { choices = [], files = [], mention, replyTo, edits, ...rest } = draft
  const buttons = choices.length > 0 && hasButtons(can, draft.to)
  const listed = choices.length > 0 && !buttons
  const together = can.filesWithText === true || files.length === 0
  const texts = textsOf(draft.text, listed ? choices : [], can.longestText)
  // A letter of files alone needs no empty one before it.
  const spoken = texts.length === 1 && texts[0] === '' && !together && !buttons ? [] : texts
  const pieces: LetterDraft[] = spoken.map((text, n) => ({
    ...rest,
    text,
    ...(n === spoken.length - 1 && buttons ? { choices } : {}),
    ...(n === spoken.length - 1 && together && files.length > 0 ? { files } : {}),
  }))
  if (!together) for (const file of files) pieces.push({ ...rest, text: '', files: [file] })
  const [first, ...others] = pieces as [LetterDraft, ...LetterDraft[]]
  return [
    {
      ...first,
      ...(mention === undefined ? {} : { mention }),
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(edits === undefined ? {} : { edits }),
    },
    ...others,
  ]
}

function hasButtons({ buttons }: Capabilities, to: Chat): boolean {
  return buttons === 'everywhere' || (buttons === 'private' && to.kind === 'private')
}

function textsOf(text: string, listed: readonly Choice[], longest: number): readonly string[] {
  const list = listed.length === 0 ? '' : corridorTexts.choices(listed.map(({ label }) => label))
  const whole = text === '' || list === '' ? text + list : `${text}\n${list}`
  if (whole.length <= longest) return [whole]
  const room = longest - ROOM_FOR_NUMBER
  const pieces = [...cutText(text, room)]
  // The list stays whole, with the end of the text where it fits there.
  const last = pieces.at(-1) ?? ''
  if (list !== '') {
    if (last.length + 1 + list.length <= room) pieces.splice(-1, 1, `${last}\n${list}`)
    else pieces.push(...cutText(list, room))
  }
  if (pieces.length === 1) return pieces
  return pieces.map((piece, n) => piece + corridorTexts.piece(n + 1, pieces.length))
}
