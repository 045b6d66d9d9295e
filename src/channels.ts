import { join } from 'node:path'
import type { House } from './app.ts'
import type { Platform } from './conversation/platform.ts'
import type { Web } from './web.ts'

/** Where an operator is shown what nobody else may see: their own terminal. */
type Show = (text: string) => void

/**
 * The messengers that are configured, each served by one process at a time: this one, or this one once another is
 * gone. Their libraries are loaded only where they are used. Resolves when every one is served or stood by for.
 */
export async function openChannels(house: House, web: Web, show: Show): Promise<readonly string[]> {
  const opened: string[] = []
  const openers = [openTelegramChannel, openWechatChannel, openWecomChannel]
  for (const open of openers) {
    const platform = await open(house, web, show)
    if (platform === undefined) continue
    await house.desk.serve(platform)
    opened.push(platform.name)
  }
  return opened
}

async function openTelegramChannel(house: House, web: Web): Promise<Platform | undefined> {
  const { telegram, botNames, publicUrl } = house.config
  if (telegram === undefined) return undefined
  const { openTelegram } = await import('./adapters/platforms/telegram/telegram.platform.ts')
  const isHook = telegram.updates === 'webhook' && publicUrl !== undefined
  const channel = openTelegram({
    account: 'telegram',
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    proxy: telegram.proxy,
    updates: isHook ? { kind: 'webhook', url: publicUrl } : { kind: 'polling' },
    botNames,
    now: () => house.clock.now(),
    log: house.log,
    readFile: house.files.find,
  })
  if (isHook) web.mount('/telegram', channel.handle, { isForPrograms: true, timeoutSeconds: 50 })
  return channel
}

async function openWechatChannel(house: House, web: Web, show: Show): Promise<Platform | undefined> {
  const { wechat, botNames, dataDirectory } = house.config
  if (wechat === undefined) return undefined
  const { openWechat } = await import('./adapters/platforms/wechat/wechat.platform.ts')
  const channel = openWechat({
    ...wechat,
    account: 'wechat',
    botNames,
    clock: house.clock,
    log: house.log,
    readFile: house.files.find,
    lastLogin: () => lastLogin(house, 'wechat:wechat'),
    printQr: show,
    baseUrl: () => web.url,
    memoryDirectory: join(dataDirectory, 'wechat'),
  })
  web.mount('/operator/wechat', channel.handle, { isForOperators: true })
  return channel
}

async function openWecomChannel(house: House): Promise<Platform | undefined> {
  const { wecom, botNames } = house.config
  if (wecom === undefined) return undefined
  const { openWecom } = await import('./adapters/platforms/wecom/wecom.platform.ts')
  return openWecom({
    ...wecom,
    account: 'wecom',
    botNames,
    clock: house.clock,
    log: house.log,
    readFile: house.files.find,
  })
}

async function lastLogin(house: House, account: string): Promise<string | undefined> {
  const { storage, clock } = house
  const record = await storage.transactions.inOne(clock.now(), (work) => storage.accounts.find(account, work))
  return record?.login
}
