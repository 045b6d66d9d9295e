import type { Wechaty } from 'wechaty'
import { HouseError } from '../../../kernel/errors.ts'

export type WechatyModule = typeof import('wechaty')
export type Puppet = Wechaty['puppet']
export type { Wechaty }

const VERSION = '1.20.2'

/** Three hundred packages and a second to load: only where somebody configured it. */
export async function loadWechaty(
  load: () => Promise<WechatyModule> = () => import('wechaty'),
): Promise<WechatyModule> {
  try {
    const wechaty = await load()
    // It logs names, message bodies and the puppet's options, which hold a token.
    wechaty.log.level('silent')
    return wechaty
  } catch (cause) {
    throw new HouseError(
      'configuration',
      `WECHATY_PUPPET is set, but the package wechaty cannot be loaded. Run "npm install wechaty@${VERSION}" in the program's directory and start again. 微信通道还没有装好：请在程序目录里运行 npm install wechaty@${VERSION}，再重新启动。`,
      { cause },
    )
  }
}

export function puppetMissing(puppet: string, cause: unknown): HouseError {
  return new HouseError(
    'configuration',
    `The puppet ${puppet} cannot be used. Run "npm install ${puppet}" in the program's directory, and check WECHATY_PUPPET and WECHATY_PUPPET_OPTIONS. 微信接入方式 ${puppet} 用不了：请在程序目录里运行 npm install ${puppet}，并检查 WECHATY_PUPPET 和 WECHATY_PUPPET_OPTIONS 两项设置。`,
    { cause },
  )
}
