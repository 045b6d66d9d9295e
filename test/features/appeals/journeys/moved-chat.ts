import { type Chat, openChat } from '../../../support/chat.ts'
import { ledger } from './appeals-house.ts'

/** An appeal about a loan that 金融办 works on since a Monday morning in November, and short ways to go on with it. */
export async function openMoved(now = '2026-11-16T09:00:00+08:00') {
  const chat: Chat = await openChat({ now })
  /** Says it and gives everything that was sent since, by whom it went to. */
  async function say(person: string, text: string): Promise<ReadonlyMap<string, string>> {
    chat.news()
    chat.as(person).says(text)
    await chat.settle()
    return heard()
  }
  async function until(moment: string): Promise<ReadonlyMap<string, string>> {
    chat.news()
    await chat.advanceTo(moment)
    return heard()
  }
  function heard(): ReadonlyMap<string, string> {
    const all = new Map<string, string>()
    for (const { to, text } of chat.news()) all.set(to.id, [all.get(to.id), text].filter(Boolean).join('\n'))
    return all
  }
  return {
    chat,
    say,
    until,
    status: async (at = 0) => (await ledger(chat))[at]?.status,
    line: async (at = 0) => (await ledger(chat))[at],
    async file(person = 'u-he', text = '农行的续贷一直不放款，能不能帮忙协调'): Promise<void> {
      await say(person, text)
      await say(person, '确认提交')
    },
    /** Dispatched to 金融办 for five working days, and signed for. */
    async dispatch(number = '0001'): Promise<void> {
      await say('u-song', `派单 ${number} 金融办 5天`)
      await say('u-song', '确认')
      await say('u-jin', `签收 ${number}`)
    },
  }
}

export type Moved = Awaited<ReturnType<typeof openMoved>>
