import type { AccountRecord, AccountStore } from '../../conversation/account-health.ts'
import type { Doing, Feature, Reading } from '../../conversation/feature.ts'
import { whenDue } from '../../conversation/when-due.ts'
import { accountKey, type Chat, chatKey } from '../../kernel/chat.ts'
import { dayOf } from '../../kernel/clock.ts'
import { type Group, peopleWithRole } from '../../kernel/directory.ts'
import { channelsTexts as texts } from './channels.texts.ts'
import { newsOf, tellAt } from './owed-to-staff.ts'
import { type ChannelsNow, statusDialogue } from './status.dialogue.ts'

const ASKS =
  /^(?:请?(?:帮我)?(?:查|看)(?:一?下|看)?)?(?:现在)?(?:各个?|所有)?(?:渠道|通道|平台|账号)(?:的)?(?:状态|在线(?:状态|情况)|情况)(?:怎么样|如何)?$|^(?:现在)?(?:哪些|哪几个)(?:渠道|通道|平台)(?:还|都)?在线$|^(?:各)?(?:渠道|通道)都?在线[吗么]$/u
const AROUND = /@\S{1,24}|[\s，。！？,.!?：:]+/gu

/** 渠道: whether our accounts on the platforms can speak, told to staff when they cannot, and where we were taken in. */
export function channelsFeature({ accounts: store }: { readonly accounts: AccountStore }): Feature {
  return {
    name: 'channels',
    dialogues: [statusDialogue],
    recognise(said): readonly Reading[] {
      if (!ASKS.test(said.text.replace(AROUND, ''))) return []
      return [
        {
          dialogue: statusDialogue.name,
          band: 'command',
          score: 1,
          words: [said.text.slice(0, 20)],
          label: texts.statusLabel(),
        },
      ]
    },
    async answer({ ask }, { work }): Promise<ChannelsNow | undefined> {
      if (ask !== 'channels.now') return undefined
      return { accounts: await store.list(work), waiting: await store.countWaiting(work) }
    },
    ...whenDue(
      async (work) => {
        const times = (await store.list(work)).map((account) => tellAt(account)?.getTime())
        const [next] = times.filter((time) => time !== undefined).sort((a, b) => a - b)
        return next === undefined ? undefined : new Date(next)
      },
      async (doing) => {
        for (const account of await store.list(doing.work)) {
          const at = tellAt(account)
          if (at !== undefined && at <= doing.work.at) await tellStaff(account, doing)
        }
      },
    ),
    async hear(fact, doing) {
      if (fact.kind === 'botAdded') await added(fact.chat, doing)
      if (fact.kind === 'botRemoved') await removed(fact.chat, doing)
    },
  }

  async function tellStaff(account: AccountRecord, doing: Doing): Promise<void> {
    const news = newsOf(account)
    if (news === undefined) return
    const avoid = news === 'online' ? undefined : account.key
    // Where nobody can be told, it is tried again every minute; `doctor` and the log have it meanwhile.
    if (!(await reachesSomebody(avoid, doing))) return
    if (!(await store.markTold(account, news, doing.work))) return
    const waiting = (await store.countWaiting(doing.work)).get(account.key) ?? 0
    await doing.request({
      kind: 'staff.tell',
      key: `channels:${account.key}:${news}:${account.since.getTime()}`,
      text: texts.news(account, news, waiting, doing.work.at),
      ...(avoid === undefined ? {} : { avoid }),
    })
  }

  /** An account that cannot speak carries no news either, its own or another's. */
  async function reachesSomebody(avoid: string | undefined, doing: Doing): Promise<boolean> {
    const speechless = await store.listSpeechless(doing.work)
    for (const { code } of peopleWithRole(await doing.directory(), 'staff')) {
      const chat = await doing.reach(code, avoid === undefined ? {} : { avoid })
      if (chat !== undefined && accountKey(chat) !== avoid && !speechless.has(accountKey(chat))) return true
    }
    return false
  }

  async function added(chat: Chat, doing: Doing): Promise<void> {
    const group = await groupIn(chat, doing)
    const title = chat.title ?? group?.title
    const text = group === undefined ? texts.addedToUnknown(title) : texts.addedToKnown(title, group.code)
    await doing.request({ kind: 'staff.tell', key: `${doing.turnKey}:bot-added`, text })
    // Taken out and in again the same day, it is not introduced again.
    const key = `channels:introduced:${chatKey(chat)}:${dayOf(doing.work.at)}`
    doing.post(key, { to: chat, text: texts.introduction(), origin: 'automatic' })
  }

  async function removed(chat: Chat, doing: Doing): Promise<void> {
    const group = await groupIn(chat, doing)
    const title = chat.title ?? group?.title
    const text =
      group === undefined ? texts.removedFromUnknown(title) : texts.removedFromKnown(title, group.code)
    await doing.request({ kind: 'staff.tell', key: `${doing.turnKey}:bot-removed`, text })
  }

  async function groupIn(chat: Chat, doing: Doing): Promise<Group | undefined> {
    const { groups } = await doing.directory()
    return [...groups.values()].find((one) => one.platform === chat.platform && one.chatId === chat.chatId)
  }
}
