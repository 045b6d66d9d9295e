import type { AccountStore } from '../../conversation/account-health.ts'
import type { Doing } from '../../conversation/feature.ts'
import { groupKey } from '../../conversation/group-manners.ts'
import { type KeptOfGroups, moveGroup } from '../../conversation/migration.ts'
import { peopleInGroup } from '../../kernel/audience.ts'
import { accountKey, type Chat } from '../../kernel/chat.ts'
import type { Group } from '../../kernel/directory.ts'
import { may } from '../../kernel/person.ts'
import type { Binding } from './bind-group.dialogue.ts'
import { type GroupAudience, groupTexts as texts } from './group.texts.ts'
import { isOfEarlierLogin } from './login-ids.ts'
import type { MembershipStore } from './membership.store.ts'
import { nearestGroups } from './nearest-groups.ts'

export interface GroupParts extends KeptOfGroups {
  readonly store: MembershipStore
  readonly accounts: Pick<AccountStore, 'find'>
}

const isIn = ({ platform, chatId }: Pick<Chat, 'platform' | 'chatId'>) => {
  return (group: Group) => group.platform === platform && group.chatId === chatId
}
const named = ({ code, title }: Group) => ({ code, title })

/** Which group of the roster a chat is, and what was switched there. */
export function groupService(kept: GroupParts) {
  const { store, accounts } = kept
  /** A chat in which nobody ever was is only a number in a roster; one of an earlier login is nowhere any more. */
  async function isAlive(group: Group, { work }: Doing): Promise<boolean> {
    const { platform, account, chatId } = group
    const login = (await accounts.find(accountKey(group), work))?.login
    if (isOfEarlierLogin(chatId, login)) return false
    return store.isAlive({ platform, account, kind: 'group', chatId }, work)
  }

  async function audienceOf(code: string, title: string | undefined, doing: Doing): Promise<GroupAudience> {
    const directory = await doing.directory()
    const group = (await store.listGroups(doing.work)).find((one) => one.code === code) as Group
    const people = peopleInGroup(directory, group)
    const chamber = group.chamber === undefined ? undefined : directory.chambers.get(group.chamber)?.name
    return {
      code,
      title: title ?? group.title,
      audience: group.audience,
      ...(chamber === undefined ? {} : { chamber }),
      people: people.length,
      companies: new Set(people.flatMap(({ company }) => company ?? [])).size,
    }
  }

  return {
    async findBinding(code: string, doing: Doing): Promise<Binding> {
      const groups = await store.listGroups(doing.work)
      const group = groups.find((one) => one.code === code) ?? groups.find((one) => one.title === code)
      const here = groups.find(isIn(doing.by.chat))
      return {
        ...(group === undefined ? {} : { group: named(group) }),
        nearest: nearestGroups(code, groups).map(named),
        ...(here === undefined ? {} : { here: named(here) }),
        isAliveElsewhere: group !== undefined && group !== here && (await isAlive(group, doing)),
      }
    },

    async bind(code: string, doing: Doing): Promise<void> {
      // Roles may have changed between the question and the yes.
      if (!may(doing.by.person, 'roster.manage')) return
      const { threadId: _, ...chat } = doing.group ?? doing.by.chat
      const say = (text: string) =>
        doing.post(`${doing.turnKey}:bound`, { to: doing.by.chat, text, origin: 'automatic' })
      const known = (await store.listGroups(doing.work)).some((one) => one.code === code)
      const bound = known ? await store.bindGroup(code, chat, doing.work) : undefined
      if (bound === undefined) return say(texts.wasGone())
      const { before } = bound
      const moved = before === undefined ? 0 : await moveGroup(kept, before, chat, doing.work)
      doing.audit('membership.bind-group', code, { platform: chat.platform, chat: groupKey(chat), moved })
      say(texts.bound(await audienceOf(code, chat.title, doing), moved))
    },

    async unbind(doing: Doing): Promise<void> {
      if (!may(doing.by.person, 'roster.manage')) return
      const here = (await store.listGroups(doing.work)).find(isIn(doing.by.chat))
      if (here === undefined) return
      await store.unbindGroup(here.code, doing.work)
      doing.audit('membership.unbind-group', here.code, { chat: groupKey(doing.by.chat) })
    },

    async isListening({ by, work }: Doing): Promise<boolean> {
      return (await kept.groupManners.find(by.chat, work))?.listening === true
    },

    async listen(on: boolean, { by, work, audit }: Doing): Promise<void> {
      if (!may(by.person, 'roster.manage')) return
      const changedBy = by.person.code ?? 'stranger'
      await kept.groupManners.put(by.chat, { listening: on, changedBy, changedAt: work.at }, work)
      audit('membership.listening', groupKey(by.chat), { on })
    },

    async follow(from: Chat, to: Chat, doing: Doing): Promise<void> {
      const code = await store.moveGroup(from, to, doing.work)
      if (code !== undefined) doing.audit('membership.group-moved', code, { to: groupKey(to) })
    },
  }
}
