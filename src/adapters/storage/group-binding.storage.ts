import type { MembershipStore } from '../../features/membership/membership.store.ts'
import { type Chat, chatKey } from '../../kernel/chat.ts'
import { isUnbound, loadGroups, unboundChat } from './directory.storage.ts'
import { roundOf } from './round.ts'
import type { Client } from './table.ts'

type GroupBinding = Pick<
  MembershipStore,
  'listGroups' | 'isAlive' | 'bindGroup' | 'unbindGroup' | 'moveGroup'
>

/** Which chat each group of the roster is. `raiseVersion`: other processes read the roster again. */
export function groupBinding(raiseVersion: (client: Client) => Promise<void>): GroupBinding {
  return {
    listGroups: (work) => roundOf(work).query((client) => loadGroups(client, work.at)),
    isAlive: (group, work) => roundOf(work).query((client) => isAlive(client, group)),
    bindGroup(code, chat, work) {
      const { platform, account, chatId, title } = chat
      return roundOf(work).query(async (client) => {
        const row = await client.group.findUnique({ where: { code } })
        if (row === null) return undefined
        await setFree(client, await codesOf(client, platform, chatId, code))
        await client.group.update({
          where: { code },
          data: { platform, account, chatId, ...(title === undefined ? {} : { title }), boundAt: work.at },
        })
        await raiseVersion(client)
        if (isUnbound(row.chatId)) return { before: undefined }
        return { before: { platform: row.platform, account: row.account, kind: 'group', chatId: row.chatId } }
      })
    },
    async unbindGroup(code, work) {
      await roundOf(work).query(async (client) => {
        await setFree(client, [code])
        await client.group.update({ where: { code }, data: { boundAt: work.at } })
        await raiseVersion(client)
      })
    },
    moveGroup(from, to, work) {
      return roundOf(work).query(async (client) => {
        const [code] = await codesOf(client, from.platform, from.chatId)
        if (code === undefined || (await codesOf(client, to.platform, to.chatId)).length > 0) return undefined
        await client.group.update({
          where: { code },
          data: { platform: to.platform, account: to.account, chatId: to.chatId, boundAt: work.at },
        })
        await raiseVersion(client)
        return code
      })
    },
  }
}

async function codesOf(
  client: Client,
  platform: string,
  chatId: string,
  except?: string,
): Promise<readonly string[]> {
  const rows = await client.group.findMany({ where: { platform, chatId } })
  return rows.map(({ code }) => code).filter((code) => code !== except)
}

async function setFree(client: Client, codes: readonly string[]): Promise<void> {
  for (const code of codes)
    await client.group.update({ where: { code }, data: { chatId: unboundChat(code) } })
}

async function isAlive(client: Client, group: Chat): Promise<boolean> {
  const [row] = await client.$queryRawUnsafe<{ alive: boolean }[]>(
    `SELECT EXISTS (SELECT FROM "Conversation" WHERE starts_with("key", $1 || '|') OR starts_with("key", $1 || '#'))
       OR EXISTS (SELECT FROM "Letter" WHERE "chatKey" = $1 AND "state" = 'sent') AS alive`,
    chatKey(group),
  )
  return row?.alive === true
}
