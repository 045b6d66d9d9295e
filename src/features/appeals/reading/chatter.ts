/** 今晚谁打球, 收到, @老李 晚上来不来: what members of a group tell each other, which no matter is made of. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { anyOf } from './any-of.ts'
import { proposeCategory } from './propose-category.ts'
import { looksLikeSmallTalk } from './small-talk.ts'

/** Longer than this tells something, whatever stands at its beginning. In characters. */
const LONGEST = 40

const leisure = anyOf([
  /打(?:球|牌|麻将|羽毛球|篮球|乒乓)|钓鱼|爬山|跑步|健身|唱歌|喝酒|撸串|聚餐|吃(?:饭|啥|火锅|烧烤)|下馆子|看(?:球|电影|比赛)|约(?:饭|一局)|三缺一|世界杯|开黑/,
  /(?:天气|下雨|下雪|降温|台风|堵车|限号)(?!.{0,10}(?:停|淹|塌|货|厂))|(?:周末|晚上|今晚|明晚|中午).{0,6}(?:有空|聚|约|去哪|干啥|谁)|拼车|顺路|搭车/,
  /^(?:恭喜|祝贺|热烈祝贺)/,
  /(?:生日|新婚|满月|升学|节日|新年|中秋|端午|国庆).{0,10}(?:快乐|安康|发财|愉快|顺利)|点赞|转发|投票|砍一刀|红包|接龙|拼团|团购/,
])
/** Asked of whoever is in the room. */
const askedOfAll =
  /^(?:想|我想|跟大家)?(?:请问|问(?:一?下|问)|打听(?:一?下)?|话说)?(?:群里|咱群|咱们?|大家|各位)?(?:的|老板们?)?(?:哪位|谁家?|有没有(?:人|谁|哪位)|有人|都)(?:有|知道|认识|会|要|去|能|家|那|在|见|看|懂|卖|买|收|做|参加|接|给)/
const answered = anyOf([
  /^(?:好的?)?(?:收到|好的?|好嘞|行|可以|ok|1|\+1|知道了|明白|了解|谢谢.*|客气|不用谢|没事|辛苦.*|来了|马上(?:到|来)?|在路上.*|改天.*|回头.*|下次.*|哈+.*|嗯+.*|是的|对的|对对.*|同意|支持|报名|参加|算我一个)$/,
  /^\d{1,2}[.、．]\s*\S{2,12}$/,
])
/** 老吴你那批货到了没, 老地方见: to one of them. */
const toOne = anyOf([
  /^(?:老|小|阿)?[\u4e00-\u9fa5]{1,2}(?:总|哥|姐|叔|姨|会长|老板|经理|主任|兄|董)?[，, ]?(?:你|您)(?:那|家|们家|的|在|到|啥|什么|明|今|晚|有|把|帮|来|去|看|说|上次|这).{0,16}(?:没|不|吗|么|呢|啊|了|吧)?$/,
  /^.{0,8}(?:不见不散|(?<!没|少|没人|看)见|等你|等着你|喊我|叫我|打给你|给你打电话|回你|加我(?:微信)?|发我(?:一份)?|私聊|电话联系|私你|微信(?:说|聊)|面谈)(?:吧|啊|哈)?$/,
])

/** Called by name, and not by ours: 娘家 is taken off before. */
const calledOthers = /^\s*[@＠][^\s@＠]{1,24}[\s\u2005]/

/** A line that names a trouble of a company's is none, whatever else it says. */
export function isChatter(line: string): boolean {
  const said = toHalfWidth(line).trim()
  if (said === '' || said.length > LONGEST) return false
  if (calledOthers.test(said)) return true
  if (toOne.test(said)) return true
  if (looksLikeSmallTalk(said) || answered.test(said.toLowerCase().replace(/[\s。.!~]+$/, ''))) return true
  if ((proposeCategory(said)[0]?.score ?? 0) >= 2) return false
  return leisure.test(said) || askedOfAll.test(said)
}
