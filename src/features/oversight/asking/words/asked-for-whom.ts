/** 王县长要看…, 领导问…: for whom somebody asks names nobody whose firms are meant. Text as it was said. */

const TITLES =
  '(?:常务)?副?(?:县长|市长|区长|书记|主席|部长|主任|局长|常委|秘书长|主委|会长|领导|总)(?:同志)?'
const WAITING =
  '(?:等着|正|又|还|现在|这会儿|刚才|刚刚|今天|马上|急着|急|老|一直|在会上|开会|会上|下午|上午|明天)*'
const SPEAKS =
  '(?:(?:来|打|打了)?(?:个)?电话(?:过来)?(?:来)?(?:问|说|要|催)?|发(?:微信|信息|消息)(?:来)?(?:问|说|要|催)|(?:想|要|需要?)(?:看|知道|了解|问|听|查|掌握)?(?!求|紧)|说(?!没|不|的)|问(?!题)|催|让(?:我|查|报|看)?|叫(?:我|查)?|交代|吩咐|点名|关心|过问|等着(?:要|看|用))'
const WHO = `(?:[\\p{Script=Han}]{1,3}?${TITLES}|领导|主持人|记者|秘书|老板|上面|上级|市里|县里|市委办|县委办|府办|两办)`
const BEFORE = new RegExp(
  `^(?:那|是|刚才|刚刚|今天|现在|诶|哎|呃|,|，)*${WHO}(?:那边|这边)?${WAITING}${SPEAKS}(?:了|过来|下|一下|起|着|的是)*[,，:：、\\s]*`,
  'u',
)
const AFTER = new RegExp(
  `[,，。;；、\\s]+(?:是)?${WHO}(?:那边|这边)?${WAITING}${SPEAKS}(?:的|用|呢|看|了|着)*[。.!！]*$`,
  'u',
)

/** 代李敏同志问下. */
const INSTEAD =
  /^(?:我)?(?:代|替|帮)(?:[\p{Script=Han}]{2,4}?)(?:同志|副?(?:市|县|区)长|主任|书记|主席|部长|领导)?(?:来)?(?:问|查|看|了解|催)(?:一)?(?:下|声)?[，,：:\s]*/u
const THEIRS = /[他她](?:们)?(?:自己)?(?:包|联系|挂|分管|负责|管|名下|那|手|局|单位|部门|的|这)/u

export function withoutAsker(said: string): string {
  const bare = said.replace(INSTEAD, '').replace(AFTER, '').replace(BEFORE, '')
  // 王市长让问一下，他包的: then it is theirs.
  if (THEIRS.test(bare)) return said
  // Where nothing is left, they were the matter.
  return [...bare].length >= 3 ? bare : said
}
