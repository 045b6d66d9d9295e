import { type AudienceSpec, reachOf } from '../../../kernel/audience.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { prepareTexts as texts } from './prepare.texts.ts'

/** 看看都有谁, 名单给我看下: before a yes, and in private, because names are told. */
export const asksWho = (words: string) =>
  [...words].length <= 16 &&
  /^(?:先|再|给我|帮我)?(?:看看|看一?下|列一?下)?(?:都|这里面|里面|一共)*(?:有|是|发给?|通知)(?:到|了|给)?(?:谁|哪些?人|哪几[个位家]|哪些企业)(?:啊|呢|呀|了)*[?？。]?$|^(?:看看|看一?下|把)?(?:名单|人员)(?:给我|我|列出来|发我)?(?:看看|看一?下|瞧瞧|列一?下)?[?？。]?$/u.test(
    words.trim(),
  )

export function whoIsMeant(directory: Directory, audience: AudienceSpec): string {
  const { people } = reachOf(directory, audience)
  return texts.whoIsMeant(people.map((code) => directory.people.get(code)?.name ?? code))
}
