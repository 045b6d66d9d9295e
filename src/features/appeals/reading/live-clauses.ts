/** Which clauses speak of what is so now. 去年着过火, 万一停电, 消防演练 are not the present. */
import { anyOf } from './any-of.ts'
import { type Clause, splitClauses } from './clauses.ts'

const past = anyOf([
  /去年|前年|大前年|往年|上个?月|上个?周|上个?星期|上回|上一?次|那年|那次|那回|当年|当时|之前|以前|曾经?|前几年|早些年|早年|历史上|前阵子|前段时间|前些天/,
  /前两天|20\d\d年|\d+年前|[一二两三四五六七八九十几]年前|昨天|昨晚|昨夜|昨日|前天|前晚/,
])
const present =
  /现在|天天|每天|成天|整天|正在?|这会|刚刚|刚才|刚|眼下|目前|此刻|还在|仍然?|到现在|至今|今天|今早|今晚|今儿|又|赶紧|赶快|快来|救命|马上|立刻/
const supposed =
  /万一|如果|要是|假如|假设|倘若|比如|例如|假使|以防|防止|预防|避免|免得|以免|(?<!可|恐|哪|不)怕|担心|担忧|会不会|是否会|容易|可能导致|存在.{0,6}(?:风险|隐患)/
/** Words of rules, papers and payments: somebody asks about dangers in general, or about one that is over. */
const official = anyOf([
  /培训|讲座|宣传|预案|验收|制度|保险|理赔|保费|赔付|赔偿|索赔|不赔|条例|规定|管理办法|怎么认定|算不算|按哪|手续|检测报告|评价|图纸|招标|采购|报价|广告|论坛/,
  /自查|大排查|排查整治|工伤|停[电水气]计划|检修计划/,
])
const practised = /演练|演习/
/** A cry of the moment outweighs words of rules in the same breath. */
const crying = /快来人|救命|正在|现在|刚才|刚刚|赶紧|快叫|不得了/
/** A plan for later: to be prepared for, but nobody is in danger yet. */
const planned =
  /(?:明天|明日|后天|下周|下个?月|计划|通知(?:说|要|我们)?|预告|定于|将要|准备|打算).{0,12}(?:停|断|检修|限|演)/

export type LiveClause = Clause & { readonly isPlanned: boolean }

/** Past tense carries over to what follows until somebody says "now". */
export function listLiveClauses(text: string): LiveClause[] {
  const live: LiveClause[] = []
  let isPast = false
  for (const clause of splitClauses(text)) {
    const isNow = present.test(clause.text)
    if (past.test(clause.text)) isPast = !/到现在|至今|现在还|还在|还没|一直/.test(clause.text)
    else if (isNow) isPast = false
    if (isPast || supposed.test(clause.text) || practised.test(clause.text)) continue
    if (official.test(clause.text) && !crying.test(clause.text)) continue
    live.push({ ...clause, isPlanned: planned.test(clause.text) && !isNow })
  }
  return live
}
