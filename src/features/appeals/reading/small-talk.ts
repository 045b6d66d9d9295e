/** Greetings, thanks, laughter and red packets: nothing to file, nothing to answer at length. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { isBareCall, stripCalls } from './calls.ts'

const chatter = new RegExp(
  `^(?:${[
    '[哈呵嘿嘻嗨呼啊哇哦噢嗯呀额唉哎]+',
    '(?:太|真)?(?:谢谢?|感谢|多谢|谢了|感恩|辛苦|麻烦)(?:了|您|你|你们|大家|各位|领导|啦|啊|一下|老师|工商联|商会)*',
    '(?:不)?(?:客气|用谢|要紧)(?:了)?|没事儿?(?:了)?',
    '(?:早|早安|晚安|再见|拜拜|回见|好梦|周末愉快|节日快乐|新年快乐|新年好|过年好|中秋快乐|国庆快乐|端午安康|生日快乐|恭喜发财|恭喜恭喜?|祝贺|贺喜|万事如意|生意兴隆|大吉大利)(?:啊|呀|了|各位|大家)*',
    '.{0,10}(?:发|来|抢|撒|讨)(?:个|点|几个|一个|一波)?(?:大)?红包.{0,6}|红包(?:呢|来|走起|拿来)?',
    '(?:吃|喝)(?:饭|了|过|酒|茶)?(?:没|了没|了吗|没有|了么)|(?:晚上|中午|有空)?(?:一起)?(?:喝酒|喝茶|吃饭|撸串|打牌|钓鱼)(?:去|不|吗|啊)?',
    '.{0,4}(?:天气|今天)(?:真|好|太)?(?:好|热|冷|不错|凉快)(?:啊|呀|了|死了)?|下雨了|下雪了',
    '(?:赞|牛+|厉害|棒+|666+|6+|点赞|顶|支持|收到|学习了|不错|可以啊|真好|太好了|漂亮|优秀|高|强)(?:了|啊|呀|的|！)*',
    '(?:你|您)(?:是谁|叫啥|叫什么|是机器人吗?|是人吗|多大了?|会干啥|会唱歌吗)|讲个笑话|唱首歌|聊聊天?|陪我聊.{0,4}|无聊.{0,4}|测试(?:一?下)?|test',
    '(?:老|小)?[\\u4e00-\\u9fa5]{1,2}(?:总|哥|姐|会长|老板)(?:好|早|辛苦了?|威武|厉害|大气|发红包)?',
    '别急|稍等|马上来|来了来了?|开会去了|在开车|在忙|晚点说|回头聊|先这样',
    '给.{1,6}(?:投票|投个票|点个赞|助力)(?:吧|呗|一下)?|.{0,6}帮忙(?:投票|点赞|砍一刀|转发).{0,6}|砍一刀',
  ].join('|')})$`,
)

const pieceEnd = /[\s,，.。、!！?？;；:：~～…]+|\ufe0f|\p{Extended_Pictographic}+/u

/** Every piece is chatter or a call, and at least one is more than a call. Emoji alone are small talk too. */
export function looksLikeSmallTalk(text: string): boolean {
  // [呲牙] is how a picture of a face arrives from WeChat.
  const said = toHalfWidth(text)
    .toLowerCase()
    .replace(/\[[\u4e00-\u9fa5]{1,4}\]/g, '🙂')
  const pieces = stripCalls(said)
    .split(pieceEnd)
    .filter((piece) => piece !== '')
  if (pieces.length === 0) return /\p{Extended_Pictographic}|好|嗨|早|hello|hi/u.test(said)
  return pieces.every((piece) => {
    const bare = piece.replace(/[啊呀哦哈嘛呢哒吧呗啦嘞噢喔哟~]+$/, '')
    return chatter.test(piece) || (bare !== '' && chatter.test(bare)) || isBareCall(piece)
  })
}
