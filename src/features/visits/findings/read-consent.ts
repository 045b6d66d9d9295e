/** 可以给单位看, 只给商会, 都不要给: who may see what a firm said, by its own words. Pure. */
import type { Consent } from '../visit.ts'

const NOBODY = /都?不(?:要|能|可以|同意|愿意|行|给|想)|别(?:给|说|传|往外|让)|保密/u
const CHAMBER = /(?:只|就)(?:给|让|能)?.{0,4}(?:工商联|商会)|不(?:给|转|让).{0,4}单位/u
const UNIT =
  /可以|同意|都行|没(?:问题|意见)|随便(?:你|给|谁|都)|(?:给|让)(?:他们|谁|(?:办理|承办)?单位)(?:都)?看|^(?:给|转)?(?:办理|承办)?单位(?:能看|看)?[。.！!]?$/u
/** 单位看了会不会找麻烦, 可以考虑, 可以，但…: nothing is agreed to yet. */
const OPEN =
  /[？?]|[吗呢么]\s*$|会不会|是不是|能不能|可不可以|哪[个些家]|什么|啥|怎么|谁(?!都|看都)|考虑|想想|商量|再说|再看|等(?:等|一下|我|老板)|但|不过|除非|如果|要是|前提/u

/** Undefined where they have not said it yet; nobody's words go out by a doubt. */
export function readConsent(said: string): Consent | undefined {
  // 不给单位，只给商会: the narrower of what was said.
  if (CHAMBER.test(said) && !/都不|谁都/u.test(said) && !/[？?]|[吗么]\s*$/u.test(said)) return 'chamber'
  if (/[？?]|[吗么]\s*$/u.test(said)) return undefined
  if (NOBODY.test(said)) return 'nobody'
  return OPEN.test(said) ? undefined : UNIT.test(said) ? 'unit' : undefined
}
