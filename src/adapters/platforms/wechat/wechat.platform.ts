import type { Doorstep, Platform, SendResult } from '../../../conversation/platform.ts'
import type { Cancel } from '../../../kernel/clock.ts'
import { type Bot, buildBot, type PuppetEvent } from './bot.ts'
import { openLoginPage } from './login-page.ts'
import { openLookups } from './lookups.ts'
import { troubleIn } from './notices.ts'
import { openEnclosure } from './open-enclosure.ts'
import { sendLetter } from './send.ts'
import { sparingLog } from './sparing-log.ts'
import { type Intake, openIntake } from './take-in.ts'
import { type AccountWatch, watchAccount } from './watch-account.ts'
import { WECHAT } from './wechat.capabilities.ts'
import { wechatTexts } from './wechat.texts.ts'
import type { WechatParts } from './wechat-parts.ts'

export interface Wechat extends Platform {
  readonly name: 'wechat'
  /** The login page, under `/operator/wechat`. */
  handle(request: Request): Promise<Response>
}

interface Running {
  readonly bot: Bot
  readonly watch: AccountWatch
  readonly intake: Intake
}

const TEND_SECONDS = 10

/**
 * A personal WeChat account behind a puppet of Wechaty's. Where its ids are only good for one login, all that the
 * house sees of them carries that login, and nothing is sent to what an earlier one left behind.
 */
export function openWechat(parts: WechatParts): Wechat {
  const { clock, log } = parts
  const page = openLoginPage(parts.baseUrl)
  const logTrouble = sparingLog(parts)
  let bot: Bot | undefined
  let running: Running | undefined
  let stopTending: Cancel | undefined
  let opened = 0

  /** Of a bot that was given up nothing counts any more; some go on talking. */
  function take(event: PuppetEvent, from: Bot | undefined): void {
    if (running === undefined || running.bot !== from) return
    const { watch, intake } = running
    switch (event.kind) {
      case 'scan': {
        const qrcode = watch.scan(event)
        if (qrcode !== undefined) void showCode(qrcode)
        return
      }
      case 'login':
        if (event.self === '') return
        watch.login(event.self)
        void nameAccount(event.self, running)
        return
      case 'logout':
        watch.logout(event.reason)
        return
      case 'ready':
        watch.ready()
        return
      case 'error': {
        const trouble = troubleIn(event.words)
        watch.trouble(trouble)
        logTrouble(trouble)
        return
      }
      default:
        intake.take(event)
    }
  }

  async function newBot(): Promise<Bot> {
    const built: Bot = await buildBot(parts, (event) => take(event, built))
    return built
  }

  async function showCode(qrcode: string): Promise<void> {
    try {
      const { toString: draw } = await import('qrcode')
      parts.printQr(
        wechatTexts.terminal(page.address(), await draw(qrcode, { type: 'terminal', small: true })),
      )
    } catch {
      log.warn('the code for the WeChat login could not be shown in the terminal; use the login page')
    }
  }

  async function nameAccount(self: string, { bot, watch }: Running): Promise<void> {
    const contact = await openLookups(bot.puppet, clock).contact(self)
    watch.named(self, contact?.name ?? '')
  }

  /** A puppet that could not start, or ended, is started again. One that runs tries by itself, as its kind does. */
  function tend({ bot, watch }: Running): void {
    stopTending = clock.at(new Date(clock.now().getTime() + TEND_SECONDS * 1000), () => {
      if (running?.bot !== bot) return
      if (bot.isDown()) start(running)
      if (watch.isStuck()) watch.unreachable()
      tend(running)
    })
  }

  function start({ bot, watch }: Running): void {
    bot.start().catch(() => {
      watch.unreachable()
      logTrouble('connection')
    })
  }

  return {
    name: 'wechat',
    account: parts.account,
    can: WECHAT,
    async open(doorstep: Doorstep) {
      if (running !== undefined) return
      const mine = ++opened
      bot ??= await newBot()
      const last = await parts.lastLogin()
      // Closed again before it was open.
      if (mine !== opened) return
      const watch = watchAccount(parts, last, (health) => doorstep.report(health))
      running = { bot, watch, intake: openIntake(parts, bot, watch, doorstep) }
      start(running)
      tend(running)
    },
    async send(letter): Promise<SendResult> {
      const me = running?.watch.loggedIn()
      if (running === undefined || me === undefined) return { kind: 'account-offline' }
      const { puppet } = running.bot
      try {
        return await sendLetter(letter, { ...parts, puppet, look: openLookups(puppet, clock), me })
      } catch {
        return { kind: 'uncertain', why: wechatTexts.failure.inDoubt() }
      }
    },
    async fetch(ref, limitBytes) {
      if (running?.watch.loggedIn() === undefined) throw new Error('the WeChat account is not logged in')
      return openEnclosure(running.bot.puppet, clock, ref, limitBytes)
    },
    async close() {
      opened++
      if (running === undefined) return
      const { bot: stopping, watch, intake } = running
      running = undefined
      stopTending?.()
      intake.close()
      watch.over()
      // Another process may log in meanwhile and keep another session; then a new one reads it.
      if (typeof parts.puppet === 'string') bot = undefined
      await stopping.stop().catch(() => log.warn('the WeChat puppet did not stop in good order'))
    },
    handle: (request) => page.handle(request, running?.watch.page() ?? { step: 'closed' }),
  }
}
