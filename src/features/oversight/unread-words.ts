/** What is left of a question when everything understood is taken out: perhaps a firm that the roster does not have. */
import { COUNTED_SIGNS, LEDGER_NOUN, MINE_SIGN, NEWS_SIGN, PROGRESS_SIGN } from './asked-signs.ts'

/** Words that carry no name; longer ones first, because they are taken out in this order. */
const ORDINARY =
  /(?:请问|麻烦|帮我|给我|跟我|替我|我想|想问|想知道|知道|了解|查询|查|问|看看|看一下|看下|说说|说一下|汇报|报告|列出来|列|统计|一下|下子|现在|目前|眼下|至今|到现在|到底|究竟|截至|截止|全县|全市|全区|县里|市里|县|全部|所有|各家|各|每|企业家|企业|公司|厂子|厂|单位|部门|商会|协会|会员|老板|工商联|娘家|小娘|你好|您好|在吗|诉求|事项|事情|事儿|事|问题|困难|难题|情况|单子|工单|案子|案件|台账|办理|类的?|方面|关于|有关|涉及|反映|上报|报上来|提出来|提的|报的|解决|处理|落实|推进|推动|跟进|协调|办结|办完|办好|办|已经|已|还有|还没有|还没|还|没有|没|未|都有|都|就|又|再|也|和|跟|及|与|或者|或|还是|那边|这边|那里|这里|那个|那件|那笔|那些|那|这个|这件|这些|这|哪些|哪几|哪个|哪家|哪|哪里|几件|几个|几家|几|多少|什么|啥|怎么样|怎么|咋样|咋|如何|多久|谁|是不是|是|有没有|有|的话|的|地|得|了|着|过|吗|呢|吧|啊|呀|么|嘛|哦|诶|我们|咱们|俺们|我|咱|俺|你们|你|您|他们|他|她|它|里面|里头|里|中|内|上|下|前|后|左右|大概|大约|差不多|一共|总共|合计|共|件|个|条|起|桩|家|单|宗|项|笔|在|到|从|对|给|把|被|让|由|以|因为|所以|但是|不过|要|会|能|可以|得|该|数量|数字|数|最|比较|很|太|新|老|大|小|多|少|快|慢|完|好|来|去|出|进|做|搞|弄|发|拿|放|嗯|嘿|喂|领导|书记|县长|同志|管|包联|分包|包|联系|挂联|负责|分管|结果|进度|进展|贷|款|钱|们|等|嗎|[\s\d,，.。、;；:：!！?？~～"“”'‘’()（）《》·—-])/gu

/** Two characters or more of what is left; single ones are particles the table forgot. */
export function unreadWords(text: string, understood: readonly string[]): readonly string[] {
  let rest = text
  for (const word of [...understood].sort((a, b) => b.length - a.length)) {
    if (word !== '') rest = rest.replaceAll(word, ' ')
  }
  for (const sign of [
    MINE_SIGN,
    PROGRESS_SIGN,
    NEWS_SIGN,
    LEDGER_NOUN,
    ...COUNTED_SIGNS.map(([, words]) => words),
  ]) {
    rest = rest.replace(sign, ' ')
  }
  const left = rest.replace(ORDINARY, ' ').split(' ')
  return [...new Set(left.filter((word) => [...word].length >= 2))].slice(0, 3)
}
