/** 招呼、道谢、闲话: what people say that is no matter. Only when it is all they say; a matter behind a greeting is one. */
import { toHalfWidth } from './chinese-numbers.ts'

export type SmallTalk = 'call' | 'thanks' | 'chatter'

const CALLED =
  '各位|领导|老师|客服|同志|大家|亲人|小助手|助手|机器人|管家|工作人员|商会|工商联|娘家人?|小娘|群主|师傅'

const KINDS: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'call',
    new RegExp(
      `^(?:(?:${CALLED})*(?:你好|您好|大家好|在不在?|在吗|在么|在没|在嘛|在线吗?|有人(?:吗|在吗|在不|没|么)?|人呢|喂+|哈喽|嗨|早上?好?|上午好|中午好|下午好|晚上好|打扰(?:一下|了)?|请问(?:一下)?|出来|hello|hi|hey)(?:${CALLED})*|(?:${CALLED})+(?:好|早)?|(?:我|俺)?(?:想|要)?(?:跟(?:您|你)|向(?:您|你))?(?:问|咨询|请教|反映|说)(?:您|你)?(?:个|一个|一?下|件)?(?:事|问题|情况)?(?:儿)?|有(?:个|件|点)?(?:事|问题)(?:儿)?(?:想|要)?(?:问|咨询|请教|反映|说)?(?:一?下|您|你)?)$`,
      'u',
    ),
  ],
  [
    'thanks',
    new RegExp(
      `^(?:(?:太|真|非常|十分|多)?(?:谢谢?|感谢|多谢|谢了|感恩|辛苦|费心|麻烦)(?:了|您|你|你们|啦|大家|${CALLED})*|(?:好的|好|嗯|行|收到|知道了|明白了?)?(?:谢谢|感谢|多谢|辛苦)(?:了|您|你|啦)*|thanks?|thx|3q)$`,
      'u',
    ),
  ],
  [
    'chatter',
    /^(?:[哈呵嘿嘻啊哇哦噢嗯呀额唉哎]{1,}|(?:6|六){2,}|牛+|厉害|棒+|赞+|点赞|不错|真好|太好了|优秀|漂亮|加油|恭喜(?:恭喜|发财)?|祝贺|新年(?:快乐|好)|过年好|(?:中秋|国庆|元旦|春节|周末|节日|生日)(?:快乐|愉快)|端午安康|再见|拜拜|回见|晚安|早安|好梦|不客气|没事儿?了?|.{0,8}(?:发|来|抢|撒|讨|求)(?:个|点|几个|一个|一波)?大?红包.{0,4}|红包(?:呢|来|走起|拿来)?|讲个笑话|唱(?:首|个)歌|(?:陪我)?聊(?:聊|会儿?)?天?|(?:好)?无聊啊?|吃(?:饭)?了?(?:没|吗)|(?:今天|这)?天气(?:真|好|太)?(?:好|热|冷|不错)?|下雨了|下雪了|(?:帮忙)?(?:投个?票|砍一刀|点个赞)|先这样|回头聊|晚点说)$/u,
  ],
]

/** Agreeing is an answer to something; beside thanks it is nothing more. */
const AGREED = /^(?:好+(?:的|了|滴)?|嗯+|行|知道了|明白了?|收到|了解|ok)$/u
const PARTICLES = /[啊呀哦哈嘛呢哒吧啦嘞噢喔哟诶哎~]+$/u
const BETWEEN =
  /[\s,，.。、!！?？;；:：~～…\u2005]+|\ufe0f|\p{Extended_Pictographic}+|\[[\u4e00-\u9fa5]{1,4}\]/u

function kindOf(piece: string): SmallTalk | undefined {
  const bare = piece.replace(PARTICLES, '')
  return KINDS.find(([, words]) => words.test(piece) || (bare !== '' && words.test(bare)))?.[0]
}

/**
 * What kind of small talk the whole of the words is, or nothing when any part of it says more. A mention alone
 * (empty words) is a call; emoji alone are chatter. Thanks beside chatter are thanks.
 */
export function readSmallTalk(text: string): SmallTalk | undefined {
  const said = toHalfWidth(text)
    .toLowerCase()
    .replace(/@\S{1,24}/gu, ' ')
    .trim()
  if (said === '') return 'call'
  if ([...said].length > 40) return undefined
  const pieces = said.split(BETWEEN).filter((piece) => piece !== '')
  if (pieces.length === 0) return /^[?？。.!！]+$/u.test(said) ? 'call' : 'chatter'
  const kinds = pieces.filter((piece) => !AGREED.test(piece)).map(kindOf)
  if (kinds.length === 0 || kinds.includes(undefined)) return undefined
  if (kinds.length < pieces.length && !kinds.includes('thanks')) return undefined
  return kinds.includes('thanks') ? 'thanks' : kinds.includes('chatter') ? 'chatter' : 'call'
}

export function readThanks(text: string): boolean {
  return text.trim() !== '' && readSmallTalk(text) === 'thanks'
}
