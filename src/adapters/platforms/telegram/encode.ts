import type { OutgoingLetter } from '../../../conversation/platform.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { TELEGRAM } from './telegram.capabilities.ts'
import { telegramTexts as texts } from './telegram.texts.ts'

/** In UTF-16 units, as Telegram counts. */
const LONGEST_CAPTION = 1_024
const LONGEST_CHOICE_BYTES = 64
/** Buttons that are this short together stand in one row. */
const SHORT_ROW = 12

/** A mark on the text itself instead of a markup language: nothing that anybody wrote can become one. */
interface TextMention {
  readonly type: 'text_mention'
  readonly offset: number
  readonly length: number
  readonly user: { readonly id: number; readonly is_bot: false; readonly first_name: string }
}

export interface Button {
  readonly text: string
  readonly callback_data: string
}

export interface Keyboard {
  inline_keyboard: Button[][]
}

/** What every call that carries a letter says. */
export interface Envelope {
  readonly chat_id: number
  readonly message_thread_id?: number
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true }
  readonly reply_markup?: Keyboard
}

export interface Encoded {
  readonly envelope: Envelope
  readonly text: string
  readonly entities: TextMention[]
  readonly caption: string
  readonly files: readonly FileRef[]
  /** The message whose text this replaces. */
  readonly edits?: number
}

export type Encoding = { readonly encoded: Encoded } | { readonly permanent: string }

/** A letter as the Bot API's own parts. Too long a text is cut, never refused; `fit` cut it well before. */
export function encode(letter: OutgoingLetter, nameOf: (id: string) => string | undefined): Encoding {
  const { to, choices = [], files = [] } = letter
  if (letter.text === '' && files.length === 0) return { permanent: texts.nothingToSay() }
  if (choices.some(({ id }) => id === '' || Buffer.byteLength(id) > LONGEST_CHOICE_BYTES))
    return { permanent: texts.badChoice() }
  const called = to.kind === 'group' && letter.replyTo === undefined ? (letter.mention ?? []) : []
  // Half a character would have the whole letter refused.
  const words = letter.text.toWellFormed()
  const { text, entities } = withCalls(words, called, nameOf)
  const thread = numberOf(to.threadId)
  const answered = numberOf(letter.replyTo)
  const edits = numberOf(letter.editsMessageIds?.[0])
  return {
    encoded: {
      envelope: {
        chat_id: Number(to.chatId),
        ...(thread === undefined ? {} : { message_thread_id: thread }),
        ...(answered === undefined
          ? {}
          : { reply_parameters: { message_id: answered, allow_sending_without_reply: true } }),
        ...(choices.length === 0 ? {} : { reply_markup: { inline_keyboard: rowsOf(choices) } }),
      },
      text,
      entities,
      caption: cut(words, LONGEST_CAPTION),
      files,
      ...(edits === undefined ? {} : { edits }),
    },
  }
}

/** A reply calls its writer by itself; otherwise those who are meant stand before the text. */
function withCalls(
  text: string,
  ids: readonly string[],
  nameOf: (id: string) => string | undefined,
): { text: string; entities: TextMention[] } {
  const entities: TextMention[] = []
  let calls = ''
  for (const id of ids) {
    const user = numberOf(id)
    if (user === undefined) continue
    const name = nameOf(id)?.toWellFormed() ?? texts.you()
    const call = `@${name}`
    entities.push({
      type: 'text_mention',
      offset: calls.length,
      length: call.length,
      user: { id: user, is_bot: false, first_name: name },
    })
    calls += `${call} `
  }
  if (calls.length + text.length > TELEGRAM.longestText)
    return { text: cut(text, TELEGRAM.longestText), entities: [] }
  return { text: calls + text, entities }
}

function rowsOf(choices: readonly { readonly id: string; readonly label: string }[]): Button[][] {
  const buttons = choices.map(({ id, label }) => ({ text: label.toWellFormed(), callback_data: id }))
  const width = choices.reduce((sum, { label }) => sum + label.length, 0)
  return buttons.length <= 3 && width <= SHORT_ROW ? [buttons] : buttons.map((button) => [button])
}

/** Never in the middle of a character. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const short = text.slice(0, longest - 1)
  return `${short.isWellFormed() ? short : short.slice(0, -1)}…`
}

/** Ids that are not Telegram's numbers (a press has none of its own) answer and replace nothing. */
export function numberOf(id: string | undefined): number | undefined {
  return id !== undefined && /^-?\d{1,16}$/u.test(id) ? Number(id) : undefined
}
