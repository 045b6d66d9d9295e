import type { WechatParts } from './wechat-parts.ts'

type Uncaught = (error: unknown) => void
const EVENT = 'uncaughtException'

/**
 * Puppets throw where nobody can catch it, and the web protocol's one then takes every error of the whole process
 * for its own and prints it, names and all. What a puppet's own code threw must not end the house; whatever else was
 * thrown ends it as it always would. `load` brings the puppet's package in.
 */
export async function withoutItsHandlers<T>(load: () => Promise<T>): Promise<T> {
  const before = new Set(process.listeners(EVENT))
  try {
    return await load()
  } finally {
    for (const added of process.listeners(EVENT)) if (!before.has(added)) process.off(EVENT, added)
  }
}

let isSurviving = false

/** Once for the whole process, and for good: a puppet that was stopped still fails now and then. */
export function surviveItsErrors(log: WechatParts['log']): void {
  if (isSurviving) return
  isSurviving = true
  process.on(
    EVENT,
    survivor(log, () => process.listenerCount(EVENT) > 1),
  )
}

export function survivor(log: WechatParts['log'], othersListen: () => boolean): Uncaught {
  return (error) => {
    if (isPuppets(error)) log.warn('a WeChat puppet failed where nobody listened')
    // As without us: Node prints it and ends the process.
    else if (!othersListen()) throw error
  }
}

const PUPPETS =
  /[/\\]node_modules[/\\](?:wechat|wechaty|@juzi[/\\]wechaty|padlocal|file-box|memory-card)[\w.-]*[/\\]/u

/** By where it was thrown: the topmost line of code that is not Node's. */
export function isPuppets(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))
  const first = frames.find((line) => !/\(?node:|<anonymous>\)?$/u.test(line))
  return first !== undefined && PUPPETS.test(first)
}
