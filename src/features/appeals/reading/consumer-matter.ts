/**
 * A purchase of one's own, which is not a company's matter: the consumer hotline 12315 takes it.
 * Consumer Protection Law art. 2: goods bought for daily life.
 */

import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { anyOf } from './any-of.ts'
import { longestRead } from './forgive.ts'

const goods =
  '空调|冰箱|洗衣机|电视|手机|电脑|衣服|鞋|包包|沙发|家具|床垫|化妆品|护肤品|保健品|奶粉|玩具|首饰|金项链|手表|耳机|电动车|私家车|新车|热水器|净水器|手镯|眼镜|零食|水果|外卖|快递|健身卡|美容卡|理发卡|预付卡|会员卡|课|培训班|演唱会票|机票|酒店|旅行团|婚纱照|宠物|装修'
const bought =
  '(?:我|我家|家里|我妈|我爸|我老婆|我对象|孩子|自己|个人|朋友)?(?:[^，。]{0,6})(?:买|网购|拼|订|办|充|点|下单)(?:的|了|过)'
const shops =
  '淘宝|京东|拼多多|抖音小店|唯品会|闲鱼|超市|商场|专卖店|4s店|饭店|饭馆|餐馆|火锅店|奶茶店|药店|健身房|美容院|理发店|影楼|直播间'
const grievance =
  '退货|退款|退钱|退不了|不给退|不退|不给换|换货|假货|假的|坏了|质量(?:差|不行|有问题|问题)|三包|保修|维修不|不保修|缺斤少两|短斤少两|过期|变质|被坑|宰客|强制消费|跑路|关门了|虚假宣传|货不对板|投诉|能管|赔'

const personal = new RegExp(
  `(?:${bought})[^。]{0,10}(?:${goods})|(?:${goods})[^。]{0,12}(?:${grievance})|(?:${shops})[^。]{0,16}(?:${grievance})`,
)
const complains = new RegExp(grievance)
const namesGoods = new RegExp(goods)

/** Bought for the firm, or sold by it: then it is a company's matter after all. */
const ofCompany = anyOf([
  /(?:我们|俺们|咱们?)?(?:厂|公司|企业|车间|工地|单位|店里|食堂)(?:里)?(?:买|采购|订|进|用)|给(?:厂|公司|工人|员工)|采购|供应商|供货|原料/,
  /原材料|生产线|设备款|机床|批发|进货|经销|代理商|客户|(?:我们|俺们)(?:卖|生产|做)的|发票|货款|合同|平台(?:封|扣)|职业打假/,
])

export function looksLikeConsumerMatter(text: string): boolean {
  const said = toHalfWidth(text.slice(0, longestRead))
    .toLowerCase()
    .replace(/[\s,，.、!！?？;；]+/g, ' ')
  if (ofCompany.test(said)) return false
  const isPurchase = personal.test(said) || (namesGoods.test(said) && /买/.test(said))
  return isPurchase && complains.test(said)
}
