import { telegramTexts as texts } from './telegram.texts.ts'
import type { Me } from './update.ts'

type Name = keyof typeof texts.commands

/** Telegram's commands are Latin; the house understands what people say. `rest` is what was typed behind it. */
const MEANINGS: Readonly<Record<Name | 'start', (rest: string) => string>> = {
  start: () => '你好',
  help: () => '帮助',
  status: (rest) => (rest === '' ? '我的诉求到哪一步了' : `${rest} 到哪一步了`),
  cancel: () => '取消',
  appeal: (rest) => (rest === '' ? '我想反映个事' : rest),
  policy: (rest) => (rest === '' ? '我想咨询个问题' : rest),
  bind: (rest) => (rest === '' ? '绑定' : `绑定 ${rest}`),
}

const IN_GROUPS: readonly Name[] = ['appeal', 'status', 'policy', 'help']
const IN_PRIVATE: readonly Name[] = [...IN_GROUPS, 'cancel', 'bind']

const described = (names: readonly Name[]) =>
  names.map((command) => ({ command, description: texts.commands[command] }))

/** What Telegram offers when somebody types a stroke, per kind of chat. */
export const COMMAND_MENUS = [
  { scope: { type: 'all_private_chats' }, commands: described(IN_PRIVATE) },
  { scope: { type: 'all_group_chats' }, commands: described(IN_GROUPS) },
] as const

export type Command =
  /** Nothing of the kind. */
  | { readonly kind: 'none' }
  /** `/x@another_bot`, or in a group a command that is none of ours. */
  | { readonly kind: 'others' }
  /** `named`: with our name behind it. */
  | { readonly kind: 'ours'; readonly text: string; readonly named: boolean }
  | { readonly kind: 'start'; readonly payload: string }

const LATIN = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+|$)/u

export function readCommand(text: string, me: Me, isPrivate: boolean): Command {
  const found = LATIN.exec(text)
  if (found === null) return { kind: 'none' }
  const [whole, name = '', target] = found
  if (target !== undefined && target.toLowerCase() !== me.username.toLowerCase())
    return isPrivate ? { kind: 'none' } : { kind: 'others' }
  const named = target !== undefined
  const rest = text.slice(whole.length).trim()
  const known = name.toLowerCase()
  if (known === 'start' && isPrivate) return { kind: 'start', payload: rest }
  if (Object.hasOwn(MEANINGS, known))
    return { kind: 'ours', text: MEANINGS[known as Name | 'start'](rest), named }
  // Another bot in the group may know it; without our name it is not for us.
  if (!isPrivate && !named) return { kind: 'others' }
  return { kind: 'ours', text: rest === '' ? `/${name}` : `/${name} ${rest}`, named }
}
