/** Dangers to life or machines, and who comes for each. Only numbers that are the same everywhere in China. */

export type Danger =
  | 'fire'
  | 'leak'
  | 'explosion'
  | 'injury'
  | 'crushed'
  | 'trapped'
  | 'collapse'
  | 'flood'
  | 'electric-shock'
  | 'hot-metal'
  | 'perishing'
  | 'violence'
  | 'despair'
  | 'traffic'
  | 'shipwreck'

export type DangerRule = { readonly danger: Danger; readonly pattern: RegExp }

/** In front of a danger these deny it; lookbehind keeps "没着火" out and "没想到着火了" in. */
const denied = '(?<!没|没有|未|不会|不|并未|别|防|避免|免得|无|非|没再|没人|没有人|不是|不让|禁止|严禁)'

function rule(danger: Danger, words: string, unlessFollowedBy = ''): DangerRule {
  const after = unlessFollowedBy === '' ? '' : `(?!${unlessFollowedBy})`
  return { danger, pattern: new RegExp(`${denied}(?:${words})${after}`) }
}

const cut = '(?:停|断|没|跳)(?:了|掉|着)?(?:电|闸|水|气)|[电气](?:又|突然)?(?:停|断|没)了?|停了'
const molten =
  '钢水|铁水|铝水|铜水|锌液|玻璃液|熔液|炉子里|炉里|炉内|一炉(?!面包|饼|馍|馒头|糕|点心|烧饼|鸭|鸡|包子|蛋)|炉温|炉膛|电炉|熔炉|窑里|窑炉|反应釜|冷却水|高温炉'
const living =
  '冷库|冷藏|疫苗|药品|鱼塘|增氧|养殖|鸡舍|猪场|孵化|保温箱|呼吸机|氧气机|手术|电梯里|井下|矿井|恒温'

/** Two things that are harmless alone; either may come first. */
function together(danger: Danger, one: string, other: string): DangerRule {
  return {
    danger,
    pattern: new RegExp(`${denied}(?:${one})[^]{0,60}(?:${other})|(?:${other})[^]{0,60}${denied}(?:${one})`),
  }
}

const person = '(?:工人|师傅|员工|司机|老人|孩子|小孩|人)'
const substance =
  '(?:煤气|天然气|燃气|液化气|沼气|氨气?|液氨|氯气|毒气|氢气|乙炔|甲醇|苯|酸|氨水|危化品|化学品|油罐|储罐|气罐|罐子|管道|阀门)'
const building = '(?:房|墙|厂房|车间|屋顶|顶棚|钢棚|大棚|仓库|料仓|脚手架|塔吊|吊车|楼|桥|路面|基坑)'

export const dangerRules: readonly DangerRule[] = [
  rule(
    'fire',
    '着火|起火|失火|发生火灾|火灾了|烧起来|烧着了|还在烧|正在烧|浓烟|冒黑烟|冒大烟|冒烟|冒火|火势|(?<!生意|直播|网上|特别|很)大火|自燃了|燃起来|火扑不灭',
    '点|险|等级|报警|痕|原因|隐患|责任|概率|炉',
  ),
  rule('leak', `${substance}[^，]{0,6}(?:泄漏|泄露|漏气|漏了|在漏|有点漏|漏着|漏出来|漏得)`, '检测|报警'),
  rule(
    'leak',
    '漏(?:氨|氯|酸|碱|苯|煤气|燃气|毒气|液化气|天然气)(?:了|啊|得|着)|(?:氨|氯)(?:气|水)?[^，]{0,3}(?:跑出来|漏了|喷)',
  ),
  rule('leak', '(?:闻到|闻着|都是|一股)[^，]{0,6}(?:煤气|燃气味|天然气味|氨味|刺鼻)|漏气了|漏煤气'),
  together(
    'leak',
    '液氨|氨机|制氨|氨罐|氨冷|氯气|液氯|煤气罐|储罐',
    '(?:闻|嗅)(?:到|着|见)|呛|刺鼻|味(?:道|儿)?(?:很|好|特别|越来越)?大',
  ),
  rule('explosion', '爆炸|(?<!油|酥)炸了|要炸', '式|性|险|物品|增长|当量|鸡'),
  rule(
    'explosion',
    '(?:锅炉|气罐|罐|釜|管道|气瓶|钢瓶|液氨|氨机|冷库)[^，]{0,6}(?:要爆|快爆|爆了|爆开|炸|压力(?:表)?[^，]{0,4}(?:下不来|太高|降不|超|往上|一直[涨升]|还在[涨升]|猛涨|飙))',
  ),
  rule(
    'injury',
    `受(?:了)?(?:重)?伤|伤了(?:[一二两三四五六七八九十几\\d]+个?)?人|伤(?:着|到)人|有人伤|(?:砸|烫|烧|压|轧|摔|碾|割|夹|撞|炸|扎)(?:伤|到人|着人)`,
    '认定|保险|赔偿|假|鉴定',
  ),
  rule(
    'injury',
    '晕倒|昏倒|昏迷|休克|中毒|流血|大出血|断指|断了?手|断了?腿|送(?:到|往|去)?医院|抢救|人命|死了?人|心梗|中暑|倒地不|掉下来(?:个|了|一个)?人|叫救护车',
    '病毒|性|的',
  ),
  rule('injury', `${person}[^，]{0,4}(?:掉下来|摔下来|坠落|坠楼|没气了|不动了)`),
  rule('crushed', `(?:手(?!续|机|工|头|上|里)|手指|胳膊|腿|脚)[^，]{0,6}(?:夹|卷|绞|压)(?:住|进|在|断|了)`),
  rule('crushed', `${person}[^，]{0,4}(?:压在|夹住|卷进)|(?:压|砸|埋|夹)(?:着|住|在|了)[^，]{0,6}人`),
  rule(
    'trapped',
    `${person}[^，]{0,4}(?:被困|困在|卡在.{0,4}(?:里|下|缝|机))|困人|被埋|困(?:住|着|了)[^，]{0,4}人`,
  ),
  rule('collapse', `${building}[^，]{0,5}(?:塌|垮|倒了|要倒(?!闭)|倾斜)|(?:桥|堤|坝)[^，]{0,4}(?:断了|决口)`),
  rule('collapse', '坍塌|垮塌|塌方|(?:山体|边坡)[^，]{0,3}滑坡|泥石流|决堤'),
  rule('flood', '(?:暴雨|洪水|河水|雨水|积水)[^]{0,12}(?:到|进)[^，]{0,3}(?:车间|厂房|仓库|配电)'),
  rule(
    'flood',
    `水(?:都)?(?:淹|漫|灌|涌)(?:了|进|到|来)?[^，]{0,6}(?:车间|厂|仓库|设备|机器|配电|屋)|洪水(?:来|进|下)`,
  ),
  rule(
    'flood',
    '(?:车间|厂房|厂里|仓库|设备|机器|配电房)[^，]{0,5}(?:被淹|淹了|泡了|泡水|进水|灌水)',
    '管|口|量|压|阀|泵',
  ),
  rule(
    'electric-shock',
    '触电|漏电|电(?:着|到|打)个?人|被电(?:着|到|打|击)|电线[^，]{0,2}(?:掉|垂)|高压线[^，]{0,2}(?:掉|断|垂)|(?:打|冒)火花',
    '保护|开关|断路',
  ),
  together('hot-metal', `${cut}|跳闸`, molten),
  together('perishing', `${cut}|跳闸`, living),
  rule(
    'violence',
    '(?:拿|持|带|提)(?:着)?(?:刀|铁棍|棍子|枪)|(?<!电话)打起来|动手打|打人(?!民)|围殴|砸(?:厂|店|车(?!间)|东西|门|玻璃)|绑架|非法拘禁|不让人走|扣着人|抢劫',
  ),
  rule('violence', '(?:人|我|他|她|们)被打', '压|回|入|折|断|包|造|开'),
  rule('despair', '跳楼|自杀|喝农药|不想活|寻短见|轻生|上吊|割腕|同归于尽', '价'),
  rule('traffic', '(?:车)[^，]{0,5}(?:撞人|撞了人|撞车|翻了|翻沟|侧翻|追尾)|出车祸'),
  rule('shipwreck', '船[^，]{0,5}(?:沉|翻|进水|撞|搁浅|失火)|落水', '管|口'),
]

export type EmergencyNumber = {
  readonly number: '110' | '119' | '120' | '122' | '12395' | '95598'
  readonly service: string
}

const police = { number: '110', service: '公安报警' } as const
const fire = { number: '119', service: '消防救援' } as const
const ambulance = { number: '120', service: '急救' } as const
const traffic = { number: '122', service: '交通事故报警' } as const
const sea = { number: '12395', service: '水上遇险求救' } as const
export const power: EmergencyNumber = { number: '95598', service: '供电服务' }

/** The fire brigade is also the rescue service: leaks, collapses and trapped people are its calls. */
export const helpers: Readonly<Record<Danger, readonly EmergencyNumber[]>> = {
  fire: [fire],
  leak: [fire],
  explosion: [fire],
  injury: [ambulance],
  crushed: [ambulance, fire],
  trapped: [fire],
  collapse: [fire],
  flood: [fire],
  'electric-shock': [ambulance],
  'hot-metal': [fire],
  // Only power comes back; where it was cut, its own number is named anyway.
  perishing: [],
  violence: [police],
  despair: [police, ambulance],
  traffic: [traffic],
  shipwreck: [sea],
}
