import type { Choice } from '../../../kernel/letter-draft.ts'
import type { ReceiptKind } from './receipt.ts'

/** Buttons under a notice to large groups: an answer that nobody else has to read. */
export const RECEIPT_CHOICES: readonly Choice[] = [
  { id: 'received', label: '收到' },
  { id: 'leave', label: '请假' },
]

const KINDS: Readonly<Record<string, ReceiptKind>> = { received: 'acknowledged', leave: 'onLeave' }

export const kindPressed = (choice: string): ReceiptKind | undefined => KINDS[choice]

/** Beyond so many people "收到" buries the notice: the rest of the group has to scroll past it. */
export const isLargeGroup = (heads: number): boolean => heads > 50
