/** 只收政策，不收活动; 别再给我发活动通知; 恢复; 我现在收哪些: what somebody wants to get, in their words. Pure. */
import { TOPICS, type Topic } from '../../../mailings/topics.ts'
import { readTopic, topicsIn } from '../prepare/read-topic.ts'

export interface Preference {
  readonly refuse: readonly Topic[]
  readonly accept: readonly Topic[]
}
export type HeardPreference = ({ readonly what: 'set' } & Preference) | { readonly what: 'ask' }

const LONGEST = 50
const ASKS =
  /^(?:请问)?我(?:现在|目前|都|到底|还)*(?:能|会|在)?(?:收|订阅?|接收|收得?到)(?:的|了|着|得到|到)?(?:通知|消息|信息)?(?:是|有|都有|的是)*(?:哪些|什么|啥|哪几[类种]|几[类种])|^(?:哪些|什么|哪几类)(?:通知|消息)(?:我)?(?:会|能|还|不|都)*收|^我(?:的)?(?:通知|消息)?(?:订阅|偏好|接收)(?:设置|情况|范围)?(?:是什么|有哪些|呢)?[?？。]?$/u
const ONLY =
  /(?:只|就|光|仅)(?:想|要|用|需要|愿意)?(?:收|接收|看|要|订阅?|给我发|发给我|发|推送?)(?:给我)?([^,，。；;]{2,20})/u
/** 不, 别 and who it is for: an order about one's own letters, not about a stop of others'. */
const REFUSES =
  /(?:别|不要|不用|甭|莫|不想|不|勿)(?:再|老|总|老是|总是|需要|愿意|想)*(?:给我|向我|跟我|往我这儿?|把我)?(?:再|老|总)*(?:发(?!票|货|布)|推送?|收|接收|看|订阅?|要|通知我|打扰我?)(?:送)?(?:给我)?(?:了|到)?([^,，。；;]{0,16})/u
const LEAVES = /退订|取消订阅|屏蔽|免打扰/u
const RESTORES =
  /(?:恢复|重新|继续|接着|又想|还是|也)(?:想|要|可以|能|给我|帮我|我)*(?:收|接收|发|订阅?|推送?|看)?/u
const RESTORED_AFTER =
  /(?:还是|也|都|照常|继续|重新|可以|恢复)(?:要|给|想)*(?:发给?我|收|接收|给我发|要)(?:了|吧|的)?/u
const WHAT_IS_SENT = /通知|消息|信息|短信|推送|私信|提醒|类/u
/** Short replies to a letter of ours that only mean: no more of this. */
const NO_MORE =
  /^(?:td|t|n|退订|取消订阅|(?:请|以后|麻烦)*(?:别|不要|不用|甭|莫)(?:再|老|总)*(?:给我)?(?:发|推|打扰)(?:送)?(?:我|给我)?(?:这[种些类个]|这样的?)?(?:的)?(?:通知|消息|信息|东西)?(?:了)?|不(?:想)?(?:再)?收(?:这[种些类个])?(?:通知|消息|了)*)[。.!！]*$/iu

/** 通知57别发了 stops that one; 发我一份政策文件 asks for a paper. */
const ONE_OF_THEM = /(?:通知|募捐)\s*[#＃第]?\d|一份|文件|原文|链接/u
/** 通知 as what is done, not as what is sent. */
const NOTIFIES = /通知(?:我|我们|俺)/u

const others = (some: readonly Topic[]) => TOPICS.filter((topic) => !some.includes(topic))

/** `answered`: the text of the letter of ours that these words reply to. */
export function readPreference(said: string, answered?: string): HeardPreference | undefined {
  const text = said.trim()
  if ([...text].length > LONGEST || text === '') return undefined
  if (ASKS.test(text)) return { what: 'ask' }
  if (ONE_OF_THEM.test(text)) return undefined
  const set = (refuse: readonly Topic[], accept: readonly Topic[]): HeardPreference => ({
    what: 'set',
    refuse: [...new Set(refuse)],
    accept: [...new Set(accept)].filter((topic) => !refuse.includes(topic)),
  })
  if (answered !== undefined && NO_MORE.test(text)) return set([readTopic(answered)], [])
  const only = ONLY.exec(text)
  const wanted = only === null || /不$/u.test(text.slice(0, only.index)) ? [] : topicsIn(only[1] ?? '')
  if (wanted.length > 0) return set(others(wanted), wanted)
  const clauses = text.split(/[,，。；;]+/u)
  const refused: Topic[] = []
  const accepted: Topic[] = []
  let isAbout = false
  for (const clause of clauses) {
    const topics = topicsIn(clause)
    const speaksOfLetters = WHAT_IS_SENT.test(clause) || topics.length > 0
    if (LEAVES.test(clause) || (speaksOfLetters && REFUSES.test(clause))) {
      if (topics.length === 0 && (NOTIFIES.test(clause) || !/通知|消息|信息|订|推送|私信/u.test(clause)))
        continue
      isAbout = true
      refused.push(...(topics.length === 0 ? TOPICS : topics))
    } else if (isRestoring(clause, topics)) {
      isAbout = true
      accepted.push(...(topics.length === 0 ? TOPICS : topics))
    }
  }
  return isAbout ? set(refused, accepted) : undefined
}

function isRestoring(clause: string, topics: readonly Topic[]): boolean {
  if (
    /^(?:请|帮我|我要)*(?:恢复|全部恢复|都恢复|恢复全部|全都收|都收|全收)(?:吧|了|接收|订阅|通知)*$/u.test(
      clause,
    )
  )
    return true
  if (topics.length === 0 && !/通知|消息|订阅/u.test(clause)) return false
  if (/恢复(?:接收|订阅|发送?|收)?/u.test(clause)) return true
  const begins = RESTORES.exec(clause)
  const isToMe = /发给?我|给我发|收|订|接收|推/u.test(clause)
  return isToMe && (RESTORED_AFTER.test(clause) || (begins !== null && begins.index < 4))
}
