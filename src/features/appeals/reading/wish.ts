/** A wish that says what is to be done is a matter, also where no trouble is told: 给介绍个会计. */
import { ASKED_OF_PEOPLE, ASKED_SOFTLY } from '../../../kernel/asked-of-people.ts'
import { askedFor } from './summary.ts'

/** Somebody or something is to be found for us: a verb and how many of it. */
const provide =
  /(?:^|，)(?:请|麻烦|快|赶紧)?(?:帮|给)(?:忙|我们?|俺们?|咱们?)?.{0,2}(?:介绍|推荐|引荐|找|请|安排|派|调|联系)(?:一|两|几|个|位|家|些|点)/

/** Words that ask and say nothing of what for. */
const asking =
  /能不能|能否|可否|可不可以|可以不可以|谁能|谁可以|希望|麻烦|恳请|请求|拜托|请|求|帮着?|给|替|跟|向|找|让|我们?|俺们?|咱们?|你们?|您|他们|大家|领导|商会|工商联|忙|一?个|一下|问题|事情?|困难|情况|办法|看一?看?|问一?问?|说一?说?|想一?想?|解决|处理|反映|协调|支持|关注|登记|有人|管一?管?|[吗呗吧啊呢的了着点行]/g

/** What remains of a wish when nothing but the asking is taken off; in characters. */
const leastSaid = 3

/** `text` is in clauses joined by commas. */
export function isConcreteWish(text: string): boolean {
  const clauses = text.split('，')
  const first = clauses.findIndex((clause) =>
    [ASKED_OF_PEOPLE, ASKED_SOFTLY, askedFor, provide].some((words) => words.test(clause)),
  )
  return first >= 0 && [...clauses.slice(first).join('').replace(asking, '')].length >= leastSaid
}
