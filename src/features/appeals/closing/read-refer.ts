/** 0266 转法院 理由, 0266 移送纪委, 转信访 0266: staff name the lawful route. Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import { stripCalls } from '../reading/calls.ts'
import { type LawfulRoute, lawfulRoutes } from '../reading/lawful-route.ts'
import { numberBeside } from '../staff/read-command.ts'
import { reasonIn } from './read-close.ts'

export const ReferOrder = z.object({
  number: OrderedNumber.exactOptional(),
  route: z.enum(lawfulRoutes).exactOptional(),
  words: z.string(),
})
export type ReferOrder = z.infer<typeof ReferOrder>

/** In order: 劳动仲裁 before 仲裁. What is kept secret by law is nowhere to be sent. */
const routes: readonly (readonly [LawfulRoute, string])[] = [
  ['labour-arbitration', '劳动(?:人事)?(?:争议)?仲裁(?:委(?:员会)?)?|劳动争议'],
  ['arbitration', '(?:商事)?仲裁(?:委(?:员会)?|机构)?'],
  ['administrative-review', '(?:行政)?复议(?:机关)?'],
  ['court', '(?:人民)?法院|诉讼(?:渠道|程序)?|司法(?:渠道|程序|途径)?'],
  ['discipline', '纪检(?:监察)?(?:机关)?|纪委(?:监委)?|监委|监察(?:委|机关)?'],
  ['petition', '信访(?:局|办|渠道|部门)?'],
  ['police', '公安(?:局|机关)?|派出所|经侦'],
  ['payment-complaint', '(?:款项)?支付投诉(?:平台)?|清欠(?:平台|投诉)'],
]

const numeral = '(?:编号|第|#)?\\s*(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}\\s*号?'
const filler =
  '(?:请|麻烦|帮我?|给我|把|将|应当?|要|就|先|建议|这件|那件|这个|诉求|的事|属于|应走|[\\s,，:：])*'
const verbs =
  '转法定渠道|移送|移交|转交|转送|转到|转给|转往|引导到?|(?:让|叫|请)(?:他们?|企业|对方)(?:走|去|找)|建议走|走|转'
const anyRoute = routes.map(([, words]) => words).join('|')
const lawful = '(?:法定渠道|法定途径)'

const led = new RegExp(
  `^${filler}(?:${verbs})[\\s:：,，]*(?:${lawful}|${anyRoute})[\\s:：,，]*(?:处理|办理|解决)?[\\s:：,，]*${numeral}`,
)
const trailed = new RegExp(
  `^${filler}${numeral}${filler}(?:${verbs})[\\s:：,，]*(?:(?:${lawful}|${anyRoute})[\\s:：,，]*)+(?:处理|办理|解决|了)*`,
)
/** 属于劳动仲裁，转出去: the route first. */
const belongs = new RegExp(
  `^${filler}${numeral}${filler}(?:${anyRoute})(?:的事|管的?|范围)?[\\s,，:：]*(?:应该?|请|要)?(?:转出去?|转走|移送|移交)`,
)
const alone = new RegExp(
  `^${filler}(?:${numeral}${filler}(?:转|走)法定渠道|转法定渠道[\\s:：,，]*${numeral})`,
)

export function readRefer(text: string): ReferOrder | undefined {
  const said = stripCalls(text)
  const half = toHalfWidth(said)
  if (half.length > 300 || /[?？]$|吗$/.test(half)) return undefined
  const head = led.exec(half) ?? trailed.exec(half) ?? belongs.exec(half) ?? alone.exec(half)
  if (head === null) return undefined
  const number = numberBeside(head[0], verbs) ?? numberBeside(head[0], anyRoute)
  const route = findRoute(head[0])
  return {
    words: reasonIn(said.slice(head[0].length)),
    ...(number === undefined ? {} : { number }),
    ...(route === undefined ? {} : { route }),
  }
}

export function findRoute(text: string): LawfulRoute | undefined {
  return routes.find(([, words]) => new RegExp(words).test(text))?.[0]
}

/** An answer to which route: the name alone, or with a reason behind it. */
export function routeWords(text: string): { readonly route?: LawfulRoute; readonly words: string } {
  const found = new RegExp(`^(?:${verbs})?(?:${anyRoute})`).exec(toHalfWidth(text.trim()))
  const route = found === null ? undefined : findRoute(found[0])
  return {
    words: reasonIn(text.trim().slice(found?.[0].length ?? 0)),
    ...(route === undefined ? {} : { route }),
  }
}
