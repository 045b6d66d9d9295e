import type { DraftPiece } from './intake-state.ts'

/** Whose words they are by role alone: the names of others stay where they were said. */
const whose: Readonly<Record<NonNullable<DraftPiece['quoted']>, string>> = {
  self: '自己先前',
  member: '一位会员',
  staff: '工作人员',
  other: '群成员',
  unknown: '先前',
}

export const quotedText = (text: string, of: NonNullable<DraftPiece['quoted']>) =>
  `引用${whose[of]}的话：${text}`
