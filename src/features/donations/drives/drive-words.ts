/** What staff say about drives, as plain patterns: whose words these are is decided by the roles. */

const START = String.raw`^\s*/?(?:请|帮我|麻烦你?|我要|我想|给我|再)*`
const BEGIN = new RegExp(
  `${START}(?:发起|发布|组织|开展|起草|搞|发|做)(?:一?[个次场份]|一下)?([^\\s:：,，。]{0,16}?)(?:公开)?(?:募捐|捐款|捐赠|倡议书)(?:活动|倡议书?|倡议)?(?=$|[\\s:：,，])[\\s:：,，]*`,
  'u',
)
const CONTINUE = new RegExp(
  `${START}(?:继续|接着|修改|改一?下?|补充?|打开)(?:填|办|改|弄)?\\s*(?:募捐|捐赠|倡议书?)\\s*[#＃第]?\\s*(\\d{1,6})\\s*号?[\\s:：,，。]*`,
  'u',
)
const NUMBER = String.raw`\s*[#＃第]?\s*(\d{1,6})?\s*号?`
const PROGRESS = new RegExp(
  `^(?:查|看|问)?(?:一下|下)?(?:那个|那次)?(?:募捐|捐款|捐赠|倡议书?)${NUMBER}的?(?:现在|目前)?(?:发|送)?(?:送|出去?)?(?:得|的|到)?(?:怎么?样|咋样|如何|哪|完了?没|了没|了吗|情况|进度|进展|状态|还差|缺)`,
  'u',
)
const STOPS: readonly RegExp[] = [
  new RegExp(
    `^/?(?:停止|停发|停掉|停下|撤回|撤下|别发|停)(?:发送|发)?(?:募捐|捐赠|倡议书?)${NUMBER}(?:吧|了)?[。.]?$`,
    'u',
  ),
  new RegExp(
    `^(?:募捐|捐赠|倡议书?)${NUMBER}(?:先)?(?:别发|停发|停止|停下|停|撤回)(?:了|吧|发送)?[。.]?$`,
    'u',
  ),
]

/** 发起募捐 防汛救灾 …, 发起防汛救灾募捐: `head` is the name in front, `rest` what follows. */
export function readBegin(text: string): { readonly head: string; readonly rest: string } | undefined {
  const found = BEGIN.exec(text)
  return found ? { head: (found[1] ?? '').trim(), rest: text.slice(found[0].length) } : undefined
}

/** 继续募捐3; further lines may follow. */
export function readContinue(text: string): { readonly number: number; readonly rest: string } | undefined {
  const found = CONTINUE.exec(text)
  return found ? { number: Number(found[1]), rest: text.slice(found[0].length) } : undefined
}

export interface AboutDrive {
  readonly what: 'progress' | 'stop'
  readonly number?: number
}

export function readAboutDrive(text: string): AboutDrive | undefined {
  const said = text.trim()
  if ([...said].length > 40) return undefined
  const stop = STOPS.map((pattern) => pattern.exec(said)).find((found) => found !== null)
  const found = stop ?? PROGRESS.exec(said)
  if (!found) return undefined
  return { what: stop ? 'stop' : 'progress', ...(found[1] === undefined ? {} : { number: Number(found[1]) }) }
}

const ABOUT = '(?:募捐|捐款|捐赠|倡议书?)'
const REPORTS: readonly RegExp[] = [
  new RegExp(
    `^(?:请|帮我|麻烦)*(?:发|发布|发送|群发|公布)(?:一?[个下次条份])?(?:一下)?(?:最新)?(?:的)?${ABOUT}?${NUMBER}(?:的)?(?:最新)?(?:进展|里程碑)(?:到群里|消息|情况)?\\s*${ABOUT}?${NUMBER}(?:[\\s:：，,]+([\\s\\S]+))?$`,
    'u',
  ),
  new RegExp(
    `^${ABOUT}${NUMBER}(?:的)?(?:进展)?(?:请|帮我)*(?:发|发布|群发)(?:一?[个下次条份])?(?:一下)?(?:最新)?进展(?:到群里|消息)?(?:[\\s:：，,]+([\\s\\S]+))?$`,
    'u',
  ),
  new RegExp(
    `^(?:把|将)?${ABOUT}${NUMBER}(?:的)?(?:最新)?进展(?:消息|情况)?(?:发|发布|群发|公布)(?:一?[个下次条份])?(?:一下)?(?:到|给|在)?(?:各?个?群里?|大家)?(?:吧)?(?:[\\s:：，,]+([\\s\\S]+))?$`,
    'u',
  ),
]
const CLOSES: readonly RegExp[] = [
  new RegExp(
    `^(?:请|帮我)*(?:结束|关闭|终止|收尾|了结)(?:掉|一下)?(?:这个|这次|本次)?${ABOUT}${NUMBER}(?:活动)?(?:吧|了)?[。.]?$`,
    'u',
  ),
  new RegExp(
    `^(?:这个|这次|本次)?${ABOUT}${NUMBER}(?:活动)?(?:可以|就|先)?(?:结束|关闭|终止|到此为止|收尾)(?:吧|了)?[。.]?$`,
    'u',
  ),
  new RegExp(`^(?:把|将)${ABOUT}${NUMBER}(?:活动)?(?:结束|关闭|关|终止|停)(?:掉|了)*(?:吧)?[。.]?$`, 'u'),
]
const LISTS = new RegExp(
  `^(?:现在|目前|我们|今年|一共)*(?:都)?(?:有|发起过|搞过|做过|办过)?(?:哪些|几次|几个|多少次|多少个|什么)${ABOUT}(?:活动)?(?:在[办发]|了|呢|啊)?[?？。]?$|^${ABOUT}(?:列表|清单|一览|都有哪些|有哪些)[?？。]?$`,
  'u',
)
/** 募捐3到账多少了, 3号募捐捐了多少钱. */
const SUMS = new RegExp(
  `^(?:查|看|问)?(?:一下|下)?(?:这个|这次|那个|那次)?(?:(\\d{1,6})\\s*号)?${ABOUT}${NUMBER}(?:的)?(?:现在|目前|一共|总共|已经)*(?:到账|入账|认捐|收到|募到|捐到?|筹到?|使用|用掉?|花)了?(?:多少|几|的?情况|情况)[^，,。\\n]{0,8}$`,
  'u',
)

const BY_TITLE =
  /^(?:查|看|问|说)?(?:一下|下|看)?(?:目前|现在|最近)?(?:的)?([^\s，,。？?]{0,12}?)(?:的)?(?:募捐|捐款)(?:活动)?(?:现在|目前)?(?:怎么?样|咋样|如何|情况|进度|到哪一?步)(?:了|啊|呢)?[?？。]?$/u

/** 发进展 募捐3：水泵已经运到; `remark` is what staff add. */
export function readReport(text: string): { readonly number?: number; readonly remark?: string } | undefined {
  const said = text.trim()
  for (const pattern of REPORTS) {
    const found = pattern.exec(said)
    if (found === null) continue
    const parts = found.slice(1)
    const number = parts.find((part) => part !== undefined && /^\d{1,6}$/u.test(part))
    const remark = parts.at(-1)?.trim()
    return {
      ...(number === undefined ? {} : { number: Number(number) }),
      ...(remark === undefined || remark === '' || remark === number ? {} : { remark: remark.slice(0, 300) }),
    }
  }
  return undefined
}

export function readClose(text: string): { readonly number?: number } | undefined {
  const found = CLOSES.map((pattern) => pattern.exec(text.trim())).find((one) => one !== null)
  return found && (found[1] === undefined ? {} : { number: Number(found[1]) })
}

export interface AskedAbout {
  readonly number?: number
  /** 防汛募捐怎么样了: words of its name. */
  readonly title?: string
  readonly all?: true
}

/** 募捐3怎么样了, 有哪些募捐, 募捐3到账多少. */
export function readSee(text: string): AskedAbout | undefined {
  const said = text.trim()
  if (LISTS.test(said)) return { all: true }
  const sums = SUMS.exec(said)
  const number = sums?.[1] ?? sums?.[2]
  if (sums !== null) return number === undefined ? {} : { number: Number(number) }
  const about = readAboutDrive(said)
  if (about?.what === 'progress') return about.number === undefined ? {} : { number: about.number }
  const title = [...said].length > 30 ? undefined : BY_TITLE.exec(said)?.[1]
  if (title === undefined) return undefined
  return title === '' ? {} : { title }
}

/** 我想捐一万, 我们公司捐5000, 往哪捐: an offer, not a gift that was made, nor a receipt that never came. */
export function wantsToGive(text: string): boolean {
  // In a group the same speaker's chatter may stand before it.
  const said = (text.trim().split('\n').at(-1) as string).trim()
  const isOffer =
    /^(?:那|也|请问|你好|您好)?(?:我|我们|俺|咱|本人|个人|公司|企业|厂里?|这边|代表|想|要|愿意?|打算|准备|给|也)[^，。,.\n]{0,10}捐|(?:怎么|咋|如何|往哪[里儿]?|[在到]?哪[里儿]?|去哪[里儿]?|向谁|找谁)(?:去|能|可以)?[^，。,.\n]{0,3}捐|捐[款钱物]?(?:怎么|咋|如何|往哪|给谁|到哪|交给?谁|交到)/u
  const isPast =
    /捐(?:赠|款)?(?:了|过|完|好了)|(?:发票|票据|收据|证书|抵扣|抵税|公示|被捐|逼|强制|摊派|必须)/u
  return [...said].length <= 40 && isOffer.test(said) && !isPast.test(said)
}

/** 还缺啥, 好了吗, 发到哪了: asked back, mostly without a question mark. Short, so that no answer is taken for one. */
export function asksHowItStands(text: string): boolean {
  const said = text.trim()
  return (
    [...said].length <= 14 &&
    /(?:[吗么没呢]|啥|什么|哪了?|哪(?:一|几)?[步里些项]了?|怎么?样|多少)[了呢啊呀]?[。.?？]*$/u.test(said)
  )
}

/** Said while looking something up, or to hurry the matter on: no answer to the question. */
export function isHesitation(text: string): boolean {
  return (
    asksHowItStands(text) ||
    /^(?:提交|确认|直接发|发送|发出|稍等|等一?下|等等|马上|我(?:去|先)?(?:查|问|找|看)|待会|一会儿?|好的?[，,]?(?:稍等|我(?:去|先)?(?:查|问|找))|嗯+$|哦+$)|[?？]\s*$/u.test(
      text.trim(),
    )
  )
}
