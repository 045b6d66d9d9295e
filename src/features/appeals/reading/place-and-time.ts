/** Where it is and since when, as the speaker put it. Nothing is completed or guessed. */
import { splitClauses } from './clauses.ts'

const placeName =
  /[\u4e00-\u9fa5A-Za-z0-9]{0,12}?(?:经开区|高新区|开发区|产业园区?|工业园区?|产业集聚区|集聚区|科技园|物流园|园区|街道|大道|[东西南北中]区|[镇乡村]|[路街巷](?!由|口堵|灯|面|子|上|况|途|费|政)|高速口|收费站|变电站|[一二三四五六七八九十\d]+号(?:楼|院|厂房|车间)|交叉口|路口)/g

/** Words that stand before a place and are not part of its name. */
const beforePlace =
  /^.*?(?:我们(?:厂|公司|家|这边|这)?(?:在|是|就在)?|俺们?(?:厂|这)?(?:在|是)?|咱们?|厂(?:里|子)?在|公司在|位于|地址(?:在|是)?|位置(?:在|是)?|就在|住在|是在|在|从|到|给|去|往|由|位|的|了|和|跟|把|被|向|离|靠近|今天|昨天|现在|全|整个|停电|停水|进|出|通往)(?=[\u4e00-\u9fa5A-Za-z0-9]{2})/

/** 修路, 走路, 门口那条路, 全村: no place by name. */
const unnamed =
  /^(?:.*(?:修|走|绕|堵|封|一条|那条|这条|条|铁|公|电|线|网|道|马|出|退|思|套|销|迷|带|顺|半|大|小|水|门口|前面|后面|门前|厂门口|进厂|进村|村里的|一|活|岔)路|.*(?:上|逛|大|小|满)街|(?:我们|俺们|全|农|乡|一个|几个|那个|这个|各|本|外|邻|隔壁|进|下|到|哪个|什么|包)?(?:村|乡|镇|园区|路口|街道|开发区)|城镇|乡镇|农村|全区|园区|.*(?:电路|线路|思路|套路))$/

/** 城投说归园区: who said what, with a place at its end. */
const talked = /[说归推找问让叫给把欠是有不没了我你他拍]|那个|这个/

/** The longest named place in the text, or nothing. */
export function findPlace(text: string): string | undefined {
  let best: string | undefined
  for (const { text: clause } of splitClauses(text)) {
    // A chain such as 后河镇工业路 is one place: neighbouring finds are joined.
    let chain = ''
    let end = -1
    for (const match of clause.matchAll(placeName)) {
      let name = match.index === end ? chain + match[0] : match[0]
      for (
        let shorter = name.replace(beforePlace, '');
        shorter !== name;
        shorter = name.replace(beforePlace, '')
      )
        name = shorter
      chain = name
      end = match.index + match[0].length
      if (
        (chain.length >= 3 || /^[东西南北中]区$/.test(chain)) &&
        !unnamed.test(chain) &&
        !talked.test(chain) &&
        chain.length > (best?.length ?? 0)
      )
        best = chain
    }
  }
  return best
}

const count = '(?:[一二两俩三仨四五六七八九十几半]+|\\d+)'
const since = new RegExp(
  [
    `(?:从|自从|自)(?:[^，。]{1,10})(?:开始|起|到现在|至今|以来)`,
    `(?:20\\d\\d年)(?:${count}月)?(?:${count}[号日])?(?:底|初|年初|年底)?`,
    `${count}月(?:${count}[号日]|份|底|初|中旬|上旬|下旬)`,
    `(?:去年|前年|大前年|今年|上半年|下半年|年初|年前|年底|春节(?:前|后)?|上个?月|上上个?月|上周|上个?星期|这周|本月|这个月)(?:${count}月)?(?:${count}[号日])?(?:[一二三四五六日天])?`,
    `(?:大前天|前天|昨天|今天|昨晚|今早|今晚|刚才|刚刚|凌晨)(?:上午|下午|早上|晚上|中午|夜里)?(?:${count}点(?:半|多)?)?`,
    `(?:都|快|已经|有|拖了|等了)?${count}多?(?:个)?(?:多)?(?:小时|钟头|天|星期|礼拜|周|月|年)(?:多)?(?:了|没)`,
  ].join('|'),
)

/** When it began or how long it has lasted, in the speaker's words. A date to come is not asked for here. */
export function findSince(text: string): string | undefined {
  for (const { text: clause } of splitClauses(text)) {
    const found = since.exec(clause)?.[0]
    if (found !== undefined) return found.replace(/^(?:都|快|有)|没$/g, '')
  }
  return undefined
}
