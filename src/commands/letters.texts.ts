import type { LetterLine } from '../adapters/storage/letters-list.storage.ts'
import type { LetterState } from '../outbox/letter.ts'

export const letterStateLabels: Readonly<Record<LetterState, string>> = {
  waiting: '待发',
  sending: '正在发',
  sent: '已发出',
  failed: '没发成',
  uncertain: '是否送达不明',
  cancelled: '已取消',
}

const WIDEST_LABEL = 12

export const lettersTexts = {
  row(line: LetterLine): string {
    const where = `${line.platform} ${line.chat}`.padEnd(28)
    const tries = line.tries > 1 ? `试了 ${line.tries} 次` : ''
    const facts = [
      line.sentAt ?? ' '.repeat(25),
      inColumn(letterStateLabels[line.state]),
      where,
      line.id,
      tries,
      line.failure ?? '',
    ]
    return facts
      .filter((fact) => fact !== '')
      .join('  ')
      .trimEnd()
  },
  summary(counts: readonly (readonly [LetterState, number])[]): string {
    const total = counts.reduce((sum, [, count]) => sum + count, 0)
    const each = counts
      .filter(([, count]) => count > 0)
      .map(([state, count]) => `${letterStateLabels[state]} ${count}`)
    return total === 0 ? '还没有发过消息。' : `共 ${total} 条：${each.join('，')}。`
  },
}

/** Chinese characters take two columns each in a terminal. */
function inColumn(label: string): string {
  return label + ' '.repeat(Math.max(0, WIDEST_LABEL - label.length * 2))
}
