/** 解决了 / 好了 / 还是不行: what somebody says of an outcome, in free words. Pure. */
import type { FollowUpAnswer } from '../appeals.effects.ts'

type Outcome = FollowUpAnswer['outcome']

const patterns: readonly (readonly [Outcome, RegExp])[] = [
  [
    'partly',
    /部分|一部分|一半|(?:只|才|就)(?:解决|办|给|放|修|到)了?(?:一|点|个|部分)|还(?:差|有)(?:一|点|些|部分|个)|没完全|不完全|解决了?(?:一)?(?:点|些|半)/,
  ],
  [
    'unsolved',
    /没(?:有)?(?:得到)?(?:解决|办好|办成|弄好|搞定|用|动静|下文|来)|未解决|不行|还(?:是)?(?:没|不|那样|老样子)|没(?:好|变化)|根本没|白(?:说|跑)|解决不了|重办|重新办|再(?:给)?办一?[次遍]/,
  ],
  [
    'solved',
    /解决了|解决啦|已(?:经)?解决|(?:都|已经|全)?(?:办好|办成|弄好|搞定|办妥|修好|到账|放款|通了|来电)(?:了|啦)|好了|可以了|没问题了|恢复了/,
  ],
]

export function readOutcome(text: string): Outcome | undefined {
  const said = text.trim()
  // A long story is more than an answer.
  if (said.length > 40) return undefined
  return patterns.find(([, pattern]) => pattern.test(said))?.[0]
}

/** Whether beside 没解决 something is said of what is wrong: 没解决啊 晚上又停了. */
export function saysWhy(text: string): boolean {
  const rest = text
    .replace(/^(?:@\S+\s+)?#?(?:20\d\d[-—–])?\d{3,6}号?/, '')
    .replace(
      /(?:问题|事情?|这事|这件)?(?:还是|仍然?|根本|都|压根|一点|也)*(?:没(?:有)?(?:得到)?|未|不)(?:解决|办好|办成|弄好|搞定|行|动静|下文|变化|好)(?:了|的)?|还(?:是)?(?:那样|老样子)/g,
      '',
    )
    .replace(/[\s,，。.、!！;；?？啊呀吧呢的了哦嘛噢唉]|请?(?:接着|继续|重新|再)办(?:理)?|我|还|都|谢谢/g, '')
  return rest.length >= LEAST_REASON
}

/** Fewer characters say nothing of what is wrong. */
const LEAST_REASON = 3

export function readSatisfaction(text: string): 'satisfied' | 'unsatisfied' | undefined {
  if (/不(?:太|怎么|是很|大)?满意|不行|太差|太慢|差劲|失望|敷衍/.test(text)) return 'unsatisfied'
  return /满意|还行|还好|很好|不错|挺好|感谢|谢谢|可以|给力|点赞/.test(text) ? 'satisfied' : undefined
}
