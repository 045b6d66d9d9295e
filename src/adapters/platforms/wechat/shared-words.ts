import type { Puppet } from './load-wechaty.ts'
import type { MessagePayload } from './payload.ts'
import { looksLikeXml } from './quote.ts'
import { wechatTexts } from './wechat.texts.ts'

/** What can be passed on in a chat besides words and files, as words; undefined for everything else. */
export async function sharedWords(
  puppet: Puppet,
  { id, text = '' }: MessagePayload,
  kind: string,
): Promise<string | undefined> {
  const { shared } = wechatTexts
  const words = looksLikeXml(text) ? '' : text.trim()
  switch (kind) {
    case 'Url': {
      // A quoted line comes as a link in some puppets: then it stays what it is.
      if (text.includes('<refermsg>')) return undefined
      const link = await orNothing(puppet.messageUrl(id))
      return shared.link(link?.title ?? words, link?.url ?? '')
    }
    case 'MiniProgram':
      return shared.miniProgram((await orNothing(puppet.messageMiniProgram(id)))?.title ?? words)
    case 'Location': {
      const place = await orNothing(puppet.messageLocation(id))
      return shared.place([place?.name, place?.address].filter(Boolean).join('，') || words)
    }
    case 'Contact': {
      const contact = await orNothing(puppet.messageContact(id))
      const card = contact ? await orNothing(puppet.contactPayload(contact)) : undefined
      return shared.card(card?.name ?? '')
    }
    case 'ChatHistory':
      return shared.history(words)
    case 'Post':
      return shared.post(words)
    case 'Transfer':
      return shared.transfer()
    case 'RedEnvelope':
      return shared.redEnvelope()
    default:
      return undefined
  }
}

/** Many puppets cannot tell; then the kind alone has to do. */
async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch(() => undefined)
}
