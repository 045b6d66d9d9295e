import type { Received } from '../../../conversation/platform.ts'
import type { Client } from './client.ts'
import { TELEGRAM } from './telegram.capabilities.ts'
import { telegramTexts as texts } from './telegram.texts.ts'
import type { Press } from './update.ts'

export interface ShowParts {
  readonly client: Client
  readonly seconds: number
}

/**
 * What becomes of a message whose button was pressed: in a private chat it says what was chosen and its buttons are
 * gone. In a group they stay, for they may be somebody else's to press; whoever pressed is shown that it was heard.
 * All of it may fail without harm: what was chosen is stored.
 */
export function choiceShower({ client, seconds }: ShowParts) {
  const drawing = new Map<string, Promise<unknown>>()
  const limits = { seconds }

  function show(press: Press, received: Received): void {
    const { message, data } = press
    if (message === undefined) return
    const label = labelOf(press)
    const isPrivate = message.chat.type === 'private'
    const answered = client.ask(
      'answerCallbackQuery',
      { callback_query_id: press.id, ...(isPrivate ? {} : { text: label ?? texts.received() }) },
      limits,
    )
    const key = keyOf(String(message.chat.id), message.message_id)
    // Pressed or handed in a second time, it may stand on what replaced the message since.
    const drawn = isPrivate && received === 'stored' ? draw(message, label ?? data) : undefined
    const both = Promise.all([answered, drawn]).finally(() => {
      if (drawing.get(key) === both) drawing.delete(key)
    })
    drawing.set(key, both)
  }

  async function draw(message: NonNullable<Press['message']>, label: string): Promise<void> {
    const place = { chat_id: message.chat.id, message_id: message.message_id }
    const text = message.text === undefined ? '' : `${message.text}\n\n${texts.chosen(label)}`
    if (message.text === undefined || text.length > TELEGRAM.longestText)
      await client.ask('editMessageReplyMarkup', place, limits)
    else
      await client.ask(
        'editMessageText',
        { ...place, text, link_preview_options: { is_disabled: true } },
        limits,
      )
  }

  return {
    show,
    /** Resolves when nothing is being drawn on these messages: what replaces them must come after it. */
    async settled(chatId: string, messageIds: readonly string[]): Promise<void> {
      await Promise.all(messageIds.map((id) => drawing.get(keyOf(chatId, Number(id)))))
    },
  }
}

const keyOf = (chatId: string, message: number) => `${chatId}:${message}`

/** What stood on the button. */
function labelOf({ message, data }: Press): string | undefined {
  return message?.reply_markup?.inline_keyboard.flat().find(({ callback_data }) => callback_data === data)
    ?.text
}
