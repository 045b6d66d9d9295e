/** 剔除理由: the closed list. A code once used keeps its meaning; a reason that is no longer used stays for what it decided. */
import type { Rate } from './rate-definitions.ts'

export interface ExclusionReason {
  /** Two digits, as people type it. */
  readonly code: string
  readonly text: string
  /** From which rates it takes the matter out. */
  readonly rates: readonly Rate[]
}

const outcome = ['resolution', 'satisfaction'] as const
const all = ['response', ...outcome] as const

export const exclusionReasons: readonly ExclusionReason[] = [
  { code: '01', text: '不属受理范围', rates: all },
  { code: '02', text: '同一诉求人重复反映，已在另一件办理', rates: all },
  { code: '03', text: '诉求人联系不上（不同时间联系三次以上）', rates: outcome },
  { code: '04', text: '诉求人不提供必要材料或要求停止办理', rates: outcome },
  { code: '05', text: '诉求超出法律、法规和政策规定', rates: outcome },
  { code: '06', text: '已进入诉讼、仲裁、信访、纪检等法定程序', rates: all },
  { code: '07', text: '不可抗力或上级统一部署，暂时无法办理', rates: outcome },
  { code: '08', text: '评价与所反映的事项无关', rates: ['satisfaction'] },
]

export function findReason(code: string): ExclusionReason | undefined {
  const padded = code.padStart(2, '0')
  return exclusionReasons.find((reason) => reason.code === padded)
}
