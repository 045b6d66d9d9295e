/** 晚报的有几件, 特急的超期的: what words narrow by that a question has no place for. Over marked text. */
import type { Measure } from '../question.ts'
import { COUNT_FORM, LEDGER_NOUN, LIST_FORM, MINE_SIGN, OTHERS_SIGN } from './forms-said.ts'
import { ANY_MARK } from './marks.ts'
import { MEASURE_ROWS, type Measured } from './measures-said.ts'

/** Words that narrow nothing. */
const EMPTY =
  /现在|目前|眼下|当前|如今|至今|到底|究竟|截[至止]|为止|一共|总共|合计|累计|大概|大约|左右|差不多|企业家?|公司|厂子?|商会|协会|会员|单位|部门|老板|乡镇|全[县市区]|[县市区]里|所有|全部|各家|大家|民营|反映|上报|提出|提交|登记|受理|类别?|方面|关于|有关|涉及|领域|这块|那块|那边|这边|那里|这里|[那这][个件些笔家边]|里[面头]|其中|当中|的话|一下|看看|看下|统计|汇总|列|查|麻烦|请|谢谢|辛苦|领导|同志|助手|小葛|告诉|知道|了解|想|问|说|报|数字|数据|数量|情况|清单|名单|明细|台账|详细|具体|都|还|就|给|把|来|去|出来|发|我|你|他们?|我们|诉求|问题|事情?|单子|工单|案子|是否|有无|有没有|没有|吗|呢|吧|啊|包联|分包|包|联系|挂|负责|分管|管|名下|手[里头上]|范围|收到|接到|打开|调|拉|提|收|接|办理|办|处理|解决|困难|难题|麻烦|企|行业|做|搞|干|开/gu
const NO_WORDS =
  /[的地得了着过么嘛哦是在到从对被让由以和跟及与或也又再只才要会能可不很太最更个件家起条桩宗单项次名位号天日月年里中内上下前后头儿人有几多少哪谁什么怎样一二三四五六七八九十两百千万\s\d.,，。、;；:：?？!！~…“”"'()（）-]/gu

const without = (text: string, sign: RegExp) => text.replace(new RegExp(sign.source, 'gu'), ' ')

/** Words that would make another question of 有几件, though nothing here knows them. */
export function leftOver(text: string): string {
  const bare = [COUNT_FORM, LIST_FORM, LEDGER_NOUN, MINE_SIGN, OTHERS_SIGN].reduce(
    without,
    text.replace(ANY_MARK, ' '),
  )
  return bare.replace(EMPTY, ' ').replace(NO_WORDS, '')
}

const BEFORE_COUNT =
  /([^，,。；;]+?)的(?:都|还|一共|总共|共|现在|目前|大概|又)*(?:有|是|剩|占)?(?:几|多少|哪)(?!.*的(?:有|是|剩)?(?:几|多少|哪))/u
/** Whose they are, and what every one of them is. */
const OF_ANYBODY =
  /企业家?|民营|民企|公司|厂子?|商会|协会|会员|单位|部门|老板|乡镇|工商联|[那这][边里个些家件]|那|这|手[里头上]|反映|上报|上来|提出?|提交|登记|受理|交|报|来|收|接|有关|关于|涉及|方面|类型?|行业|现在|目前|眼下|当前|到底|究竟|里[面头]?|其中|当中|上|下|全[县市区]|[县市区]里|所有|全部|各家|大家|他们?|她|包联?|联系?|挂|负责|分管|管|名下|对口|帮扶|需要|办理|办|处理|解决|在|由|归|给|跟|和|与|到|是|有|都|还|家|做|搞|干|把|说|咱|的|关|属于|于|我|你|您/gu

/** 办了一半的有几件, 匿名的有几件: a state that no row knows, though every sign of it is an ordinary one. */
export function unknownState(text: string): string | undefined {
  const said = BEFORE_COUNT.exec(text)?.[1]
  if (said === undefined) return undefined
  const bare = [LEDGER_NOUN, MINE_SIGN, OTHERS_SIGN]
    .reduce(without, said.replace(ANY_MARK, ' '))
    .replace(OF_ANYBODY, ' ')
  const left = bare.replace(/[^\p{Script=Han}]/gu, '')
  return /[没不未了过又]/u.test(left) || [...left].length >= 2 ? said : undefined
}

/** What is late is open, what is unsatisfied was done: the narrower one of these is meant. */
const WIDE: ReadonlySet<Measured> = new Set(['open', 'all', 'fresh', 'done', 'backlog'])
const MADE_OF_DONE: ReadonlySet<Measured> = new Set(['satisfied', 'unsatisfied', 'unsolved', 'excluded'])

/** A second condition that one count cannot have beside the first: 特急的超期的, 退单的不满意的. */
export function clashesWith(text: string, chosen: Measure, about: string): string | undefined {
  const [, own] = MEASURE_ROWS.find(([measure]) => measure === chosen) ?? []
  const bare = text.replace(about, '，')
  const rest = own === undefined ? bare : bare.replace(own, '，')
  for (const [measure, row] of MEASURE_ROWS) {
    if (measure === chosen || WIDE.has(measure) || RATES.has(measure)) continue
    if (chosen === 'sentBack' && measure === 'unassigned') continue
    if (chosen === 'done' && MADE_OF_DONE.has(measure)) continue
    const found = row.exec(rest)?.[0]
    if (found !== undefined) return found
  }
  return undefined
}
const RATES: ReadonlySet<Measured> = new Set([
  'rates',
  'response',
  'resolution',
  'satisfaction',
  'onTime',
  'days',
])
