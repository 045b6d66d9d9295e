import type { NoticeLine } from '../../src/features/notices/notice-lines.ts'
import type { PlatformsReport } from './mailing-platforms.ts'
import type { MailingScenario } from './mailing-scenario.ts'

/** One letter of the broadcast, or a chat that has none, as the database has it. */
export interface ChatEnd {
  readonly chat: string
  readonly recipient: string
  readonly letter: string | null
  readonly letters: number
}

export interface MailingObserved {
  readonly scenario: MailingScenario
  readonly report: PlatformsReport
  readonly ends: readonly ChatEnd[]
  /** The line of `notices --json`. */
  readonly line: NoticeLine
}

export interface MailingVerdict {
  /** Figures of the three places, which have to agree. */
  readonly inChat: Readonly<Record<string, number>>
  readonly inJson: Readonly<Record<string, number>>
  readonly inDatabase: Readonly<Record<string, number>>
  /** Chats that were to get it and are not among the recipients, or the other way round. */
  readonly strangers: readonly string[]
  /** Not in exactly one final state. */
  readonly unfinished: readonly string[]
  readonly twice: readonly string[]
  /** Written down as sent and never accepted, or as failed and accepted. */
  readonly untrue: readonly string[]
  /** How often staff were told that it is done. */
  readonly toldDone: number
}

const ENDS = ['sent', 'failed', 'uncertain']

/** Holds what the platforms accepted against what the house says of it in three places. */
export function judgeMailing({ scenario, report, ends, line }: MailingObserved): MailingVerdict {
  const meant = new Set(scenario.chats)
  const listed = new Map(ends.map((end) => [end.chat, end]))
  const accepted = (chat: string) => report.accepted[chat] ?? 0
  const inDatabase: Record<string, number> = {}
  for (const { letter } of ends) {
    const state = letter ?? 'none'
    inDatabase[state] = (inDatabase[state] ?? 0) + 1
  }
  const done = report.told.filter(({ text }) => text.includes('发完了'))
  return {
    inChat: figuresOf(done.at(-1)?.text ?? ''),
    inJson: Object.fromEntries(Object.entries(line.letters).filter(([, n]) => n > 0)),
    inDatabase,
    strangers: [
      ...scenario.chats.filter((chat) => !listed.has(chat)),
      ...ends.map(({ chat }) => chat).filter((chat) => !meant.has(chat)),
      ...ends.map(({ chat }) => chat).filter((chat, n, all) => all.indexOf(chat, n + 1) >= 0),
    ],
    unfinished: ends
      .filter(
        ({ letter, letters, recipient }) =>
          recipient !== 'written' || letters !== 1 || !ENDS.includes(letter ?? ''),
      )
      .map(({ chat, letter }) => `${chat}:${letter}`),
    twice: Object.keys(report.accepted).filter((chat) => accepted(chat) > 1),
    untrue: ends
      .filter(({ chat, letter }) =>
        letter === 'sent' ? accepted(chat) !== 1 : letter === 'failed' && accepted(chat) > 0,
      )
      .map(({ chat, letter }) => `${chat}:${letter}`),
    toldDone: done.length,
  }
}

/** 送达 9700，失败 200，是否送达不明 100 */
function figuresOf(text: string): Record<string, number> {
  const names = { sent: '送达', failed: '失败', uncertain: '是否送达不明' }
  return Object.fromEntries(
    Object.entries(names).flatMap(([state, name]) => {
      const found = new RegExp(`[：，]${name} (\\d+)`, 'u').exec(text)
      return found ? [[state, Number(found[1])]] : []
    }),
  )
}
