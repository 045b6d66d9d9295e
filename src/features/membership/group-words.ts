import type { Reading } from '../../conversation/feature.ts'
import { may, type Person } from '../../kernel/person.ts'

/** What is said about the group one sits in: whether we listen there, and which group of the roster it is. */

/** Half width, without the slash of a command, without a call that stands before it. */
const flat = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^\s*@\S{1,24}\s+/u, '')
    .trim()
    .replace(/^\/\s*/u, '')

const bare = (text: string): string => flat(text).replace(/[\s\p{P}]/gu, '')

const ON = '开启|打开|开通|启用|开始|开'
const OFF = '关闭|关掉|关上|停用|停止|停|关'
const THIS = '(?:本群|这个群|此群|当前群|这群)'
const LISTENING = new RegExp(
  `^(?:请|帮忙?|麻烦)?(?:把|将)?(?<before>${ON}|${OFF})?(?:一下)?${THIS}(?:里|的)*(?:接|收)(?:集|取)?诉求(?:的)?(?:功能|开关|模式)?(?:给)?(?<after>${ON}|${OFF})?(?:一下|了|着|状态|情况|如何|怎么样|吗|么|没有?|吧|呢)*$`,
  'u',
)

/** Switched on, off, or asked about; undefined when it is not about that. */
export function readListening(text: string): { readonly on: boolean | null } | undefined {
  const said = bare(text)
  if (said.length > 24) return undefined
  const found = LISTENING.exec(said)
  if (found === null) return undefined
  const word = found.groups?.before ?? found.groups?.after
  // 开着吗, 开了没 ask.
  if (word === undefined || /(?:着|吗|么|没有?|状态|情况|如何|怎么样|呢)$/u.test(said)) return { on: null }
  return { on: new RegExp(`^(?:${ON})$`, 'u').test(word) }
}

const BIND = new RegExp(
  `^(?:请|帮忙?|麻烦)?(?:把)?(?:绑定${THIS}|${THIS}绑定)(?:为|到|成|是)?[\\s:]*(.{0,80})$`,
  'su',
)
const UNBIND = new RegExp(
  `^(?:请|帮忙?|麻烦)?(?:把)?(?:(?:解绑|解除绑定|取消绑定)${THIS}(?:的绑定)?|${THIS}(?:解绑|解除绑定|取消绑定))(?:吧|一下|了)?$`,
  'u',
)

/** The group of the roster that is named, by code or title; empty when none is. */
export function readBindGroup(text: string): string | undefined {
  const found = BIND.exec(flat(text))
  if (found === null) return undefined
  return (found[1] ?? '').replace(/^["'“”「」\s]+|["'“”「」。.\s]+$/gu, '')
}

export const readUnbindGroup = (text: string): boolean => UNBIND.test(bare(text))

/** A command about this group, or nothing. Who may not give it is refused by the dialogue. */
export function recogniseGroupWords(text: string, person: Person): Reading | undefined {
  const allowed = may(person, 'roster.manage')
  const command = { band: 'command', score: 1 } as const
  const listening = readListening(text)
  if (listening !== undefined) {
    const data = { ...listening, allowed }
    return { ...command, dialogue: 'membership.listening', words: ['收诉求'], label: '本群收诉求', data }
  }
  if (readUnbindGroup(text))
    return {
      ...command,
      dialogue: 'membership.unbind-group',
      words: ['解绑本群'],
      label: '解绑本群',
      data: { allowed },
    }
  const code = readBindGroup(text)
  if (code === undefined) return undefined
  return {
    ...command,
    dialogue: 'membership.bind-group',
    words: ['绑定本群'],
    label: '绑定本群',
    data: { code, allowed },
  }
}
