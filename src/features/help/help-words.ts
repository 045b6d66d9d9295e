/** 问我是谁、能做什么: read only where it is all that was said, so that a matter is never taken for it. */
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'
import { readSmallTalk } from '../../kernel/small-talk.ts'

export const TOPICS = [
  'abilities',
  'orders',
  'who',
  'human',
  'call',
  'thanks',
  'agreed',
  'redPacket',
  'chatter',
] as const
export type Topic = (typeof TOPICS)[number]

const WHAT = '(?:什么|啥|哪些|哪几样)(?:事情?|忙|活|东西|业务|功能|问题)?'
const YOU = '(?:你|您|你们|娘家|小娘|这个?(?:机器人|助手|东西|程序)?)'

const ABILITIES = new RegExp(
  `^(?:[/]?help|[/]start|[/]?(?:帮助|使用帮助|使用说明|怎么用|如何使用|菜单|功能(?:介绍|列表)?)|${YOU}?(?:到底|都|还)?(?:能|会|可以|可)(?:为|给|替)?(?:我|我们|俺|咱|大家)?(?:都)?(?:帮(?:我|我们|俺|咱|忙|大家)?)?(?:做|干|办|帮|查|问|解决)?(?:些|点|到|理)?${WHAT}|${YOU}(?:都)?(?:有)?${WHAT}(?:功能|用处?|本事|能耐)|${YOU}?(?:是)?(?:用来)?(?:做|干)(?:什么|啥)(?:用)?的|${YOU}?(?:该|要)?(?:怎么|咋|如何)(?:用|使用?|操作|玩|弄)(?:你|您|它|这个)?|(?:我|我们|俺)?(?:能|可以)?(?:问|跟|找)(?:你|您)(?:问|说|办|做|干)?(?:些|点)?${WHAT}|(?:教(?:教|一下)?我|告诉我)(?:怎么|咋|如何)用|不会用|不知道(?:怎么|咋)用)$`,
  'iu',
)

const WHO =
  /^(?:(?:你|您)(?:到底|究竟)?(?:是|叫)(?:谁|什么(?:名字|人)?|啥(?:名字)?|哪位|哪个(?:单位|部门)?(?:的)?)|(?:你|您)?(?:到底)?(?:是|是不是)(?:一?个)?(?:机器人|真人|活人|人工|人|ai|程序|智能(?:助手|客服)|自动回复|客服|机器)(?:在回(?:复)?|客服)?(?:还是(?:个)?(?:机器人|真人|人工?|活人|ai))?(?:吗|么|不|没|不是)?|(?:这|那边|对面)(?:边)?是(?:不是)?(?:机器人|真人|人工|人)(?:吗|么)?|(?:机器人|真人|人工|ai)(?:吗|么)|(?:我)?(?:在)?(?:跟|和)谁(?:说话|聊)|哪位|(?:你|您)(?:是)?哪位|(?:做个|来个)?自我介绍(?:一下)?)$/iu

const HUMAN =
  /^(?:我)?(?:要|想|请|帮我|给我)?(?:转|找|换|叫)?(?:一?个|到)?(?:人工(?:客服|服务|坐席)?|真人|活人|工作人员)(?:客服)?(?:来)?(?:(?:说|聊|接|处理|服务)(?:一下)?)?(?:吧|在吗|有吗|在不在)?$|^有(?:没有)?(?:真人|活人|人工)(?:客服)?(?:吗|么)?$|^(?:我)?(?:不想|不要|别)(?:跟|和|让)?机器人(?:说|聊|回)?(?:话)?$/u

/** 诉求命令: every way to work on an appeal, for whoever does that daily. */
const ORDERS =
  /^(?:(?:看看?|列(?:出|一下)?|给我|有哪些|查(?:一下)?)?(?:全部|所有|诉求|办诉求|办件|办理|更多|其他|常用)(?:的)?(?:命令|口令|指令|说法|用法|操作)(?:大全|清单|列表|说明|有哪些|都有啥)?|(?:都)?(?:有)?(?:哪些|啥|什么)?命令(?:大全|清单|列表|手册)?|(?:诉求)?(?:办理|操作)?手册)$/u

const LEADING =
  /^(?:(?:你好|您好|在吗|请问|哎|喂|麻烦(?:问)?(?:一下)?|想问(?:一下|下|问)?|娘家|小娘|机器人|助手|那个?)[\s,，。.!！?？、:：]*)+/u
const TRAILING = /[\s,，。.!！?？~～…、:：]+$|(?<=.{2})[呀啊呢哦哈嘛吧噢哇]+[\s,，。.!！?？~～]*$/gu

/** 好的, 嗯, 知道了, 算了: said after the last word of a talk; an open question takes them before they come here. */
const AGREED =
  /^(?:(?:好+(?:的|了|嘞|滴)?|嗯+|恩+|哦+|噢|行|中|ok|okay|知道了|明白了?|了解了?|是的?|对的?|可以|没事儿?了?|没了|没有了|算了|不用了?|先这样|就这样)[\s,，。.!！~～]*){1,3}$/iu

/** Nothing where the words may be a matter, a question about a rule, or anything else. */
export function readTopic(text: string): Topic | undefined {
  const said = toHalfWidth(text)
    .replace(/@\S{1,24}/gu, ' ')
    .trim()
  if ([...said].length > 40) return undefined
  const bare = said.replace(TRAILING, '').replace(TRAILING, '')
  for (const words of [bare, bare.replace(LEADING, '')]) {
    const plain = words.replace(/[\s,，。、]+/gu, '')
    if (plain === '') continue
    if (ABILITIES.test(plain)) return 'abilities'
    if (ORDERS.test(plain)) return 'orders'
    if (WHO.test(plain)) return 'who'
    if (HUMAN.test(plain)) return 'human'
  }
  const talk = readSmallTalk(text) ?? (AGREED.test(bare) ? 'agreed' : undefined)
  return talk === 'chatter' && said.includes('红包') ? 'redPacket' : talk
}
