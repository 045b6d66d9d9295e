/** Matters that the law has given to somebody else: which route, and whether they are there already. */
import { anyOf } from './any-of.ts'
import { type Clause, splitClauses } from './clauses.ts'

export const lawfulRoutes = [
  'court',
  'labour-arbitration',
  'arbitration',
  'administrative-review',
  'discipline',
  'petition',
  'police',
  'tax-secrecy',
  'payment-complaint',
] as const

export type LawfulRoute = (typeof lawfulRoutes)[number]

export type LawfulRouteReading = {
  readonly route: LawfulRoute
  /**
   * `alreadyThere`: filed as referred, and nothing is promised.
   * `available`: the matter is taken as any other, and the asker is told of the route as well.
   */
  readonly standing: 'alreadyThere' | 'available'
  readonly words: string
}

type Rule = { readonly route: LawfulRoute; readonly there: RegExp; readonly open?: RegExp }

/** In order: labour arbitration before arbitration, review and the police before court. */
const rules: readonly Rule[] = [
  {
    route: 'labour-arbitration',
    there: anyOf([
      /劳动(?:人事)?(?:争议)?仲裁.{0,10}(?:受理|立案|开庭|裁决|裁了|判|已经|正在|下来|通知)/,
      /(?:工人|员工|他|去).{0,6}(?:申请|提)了(?:劳动)?仲裁|(?:已经|正在|在).{0,4}(?:走|打|申请)?劳动仲裁/,
    ]),
    open: /劳动仲裁|(?:工人|员工|离职).{0,10}仲裁/,
  },
  {
    route: 'arbitration',
    there:
      /(?:仲裁委?|贸仲|仲裁庭).{0,10}(?:受理|立案|开庭|裁决|裁了|组庭|已经|正在|下来|还没裁)|(?:已经|正在|在).{0,4}(?:走|打|申请)?仲裁|(?:申请|提)了仲裁|裁决书/,
  },
  {
    route: 'administrative-review',
    there:
      /(?:行政)?复议.{0,10}(?:受理|决定|维持|下来|正在|还没|已经|交了|审理)|(?:申请|提|提交|交)了(?:行政)?复议|(?:已经|正在|在).{0,4}(?:走|申请)?(?:行政)?复议/,
    open: /(?:不服|不认|冤).{0,12}(?:处罚|罚款|决定)|(?:处罚|罚款|处罚决定).{0,12}(?:不服|不认|太重|冤|不合理)/,
  },
  {
    route: 'police',
    there:
      /(?:派出所|公安局?|经侦|刑警|警察|警方).{0,10}(?:立案|受案|在查|侦查|抓|受理|不立案|没立案|调查)|(?:已经|刚|早就)?报(?:了案|案了|过案|了警)|刑事(?:立案|拘留|案件)|取保候审/,
    open: /被(?:人)?(?:诈骗|骗)(?:了)?|合同诈骗|卷款跑|敲诈|被(?:人)?(?:打|殴)/,
  },
  {
    route: 'court',
    there: anyOf([
      /(?:已经|已|正在|刚|早就|去年|上个?月|前年|我们|我|把他们?|把对方).{0,6}(?:起诉|立案|上诉|申诉|申请(?:了)?(?:强制)?执行)(?!状怎么|难|费)/,
      /(?:起诉|上诉|立案|开庭|宣判|判|再审|审理|保全)了/,
      /(?:法院|法庭|中院|高院).{0,10}(?:立案|开庭|判|在审|审理|受理|执行|冻结|查封|调解|裁定|传票|保全|二审|一审)|判决书?|终审|[一二]审/,
      /执行(?:局|法官|不了|不到|难|案|阶段|裁定)|(?:强制|终本)执行|终结本次执行|传票|官司.{0,8}(?:赢|输|打了|打完|打着|正在|判)|(?:正在|在)打官司/,
      /被(?:人|他们?|对方|员工|银行)?(?:起诉|告到法院)|起诉(?:我们|我|俺)/,
    ]),
  },
  {
    route: 'discipline',
    there:
      /(?:纪委|监委|纪检|监察).{0,10}(?:举报|立案|受理|调查|谈话|找了|反映过|在查|查了|报了)|(?:举报|反映|报|告)(?:到|给|过)?(?:了)?(?:纪委|监委|纪检)|(?:被|已).{0,3}留置/,
    open: /(?:索贿|受贿|行贿|要(?:了)?(?:红包|好处|回扣|购物卡)|收(?:了)?(?:红包|好处费|回扣|购物卡)|吃拿卡要|贪污|暗示.{0,6}(?:表示|送)|不送礼|送了?礼才)/,
  },
  {
    route: 'petition',
    there: anyOf([
      /(?:信访局?|上访|国家信访|网上信访|接访).{0,10}(?:登记|受理|答复|转办|交办|办理|转到|意见|复查|复核|回执|过|了|已经|正在)/,
      /(?:已经|正在|去过?|找过?|到过?|反映到).{0,4}(?:信访|上访)|(?:复查|复核)意见/,
    ]),
  },
  {
    route: 'tax-secrecy',
    there: anyOf([
      /(?:查|看|告诉|问|打听|提供|公布|知道).{0,10}(?:别家|别人|人家|对手|同行|隔壁|竞争对手|他们(?:公司|家|厂)|那家|[^，]{2,8}公司).{0,8}(?:交|缴|纳)?(?:了)?(?:多少)?(?:税|纳税|税收|开票|报税|应税)(?:额|情况|记录|数据|信息)?/,
      /(?:别家|别人|人家|对手|同行|隔壁|竞争对手|他们公司)(?:家|厂|公司)?.{0,6}(?:交|缴|纳)(?:了)?多少税/,
    ]),
  },
  {
    route: 'payment-complaint',
    there: anyOf([
      /(?:款项支付|拖欠.{0,6}款项|中小企业).{0,8}投诉(?:平台)?.{0,8}(?:登记|受理|投诉了|提交了|报了|交了)/,
      /(?:已经|在).{0,4}(?:清欠|欠款)(?:平台|办).{0,6}(?:投诉|登记|报)/,
    ]),
    open: /^(?=.*(?:政府|镇里|乡里|县里|村委|街道|局|学校|医院|机关|事业单位|国企|央企|大企业|大公司|上市公司|城投|平台公司|财政|管委会|中铁|中建|集团))(?=.*(?:拖欠|拖(?:了|着)(?:我|俺|两|三|好几)|欠(?:着|了|我|俺|款|账|钱|工程)|(?:款|账|钱|质保金|尾款).{0,8}(?:不给|没给|不付|没付|不结|没结|要不|不退|拖))).*/,
  },
]

/** 想起诉, 要不要打官司: thinking of a route is not being on it. 法院门口 is a place. */
const considering =
  /(?:想|打算|准备|考虑|要不要|该不该|能不能|可不可以|是不是|怎么|如何|需不需要|再不.{0,6}就|不行就|实在不行|咨询)[^，]{0,8}(?:起诉|打官司|仲裁|复议|上诉|上访|信访|立案|报案|告|举报|诉讼|走法律|法院)/
const address =
  /(?:法院|公安局|派出所|信访局|检察院|纪委)(?:门口|对面|旁边|附近|隔壁|东|西|南|北|那条路|路口|楼下|家属院)/

function findThere(clauses: readonly Clause[]): LawfulRouteReading | undefined {
  for (const { route, there } of rules)
    for (const { text } of clauses) {
      const found = considering.test(text) || address.test(text) ? null : there.exec(text)
      if (found) return { route, standing: 'alreadyThere', words: found[0] }
    }
  return undefined
}

/** The lawful route these words are on, or one that stands open beside the appeal; nothing for most matters. */
export function findLawfulRoute(text: string): LawfulRouteReading | undefined {
  const clauses = splitClauses(text)
  const there = findThere(clauses)
  if (there) return there
  const whole = clauses.map((clause) => clause.text).join('，')
  for (const { route, open } of rules) {
    const found = open?.exec(whole)
    if (found) return { route, standing: 'available', words: found[0].slice(0, 40) }
  }
  return undefined
}
