import type { CommandDef } from 'citty'
import { HouseError } from '../kernel/errors.ts'

export const demo = { type: 'boolean', description: 'work on the demonstration in <data>/demo' } as const
export const json = {
  type: 'boolean',
  description: 'JSON Lines on standard output, logs on standard error',
} as const

export const audience = {
  type: 'string',
  description: 'whose eyes: everybody, members, internal or chamber:CODE',
} as const

type Args = Record<string, string | boolean | string[] | undefined>
export type VerbArgs = Args & { readonly _: readonly string[] }
/** Every verb gives its exit code: 0 done, 1 refused or failed. */
export interface Verb {
  readonly about: string
  readonly args: NonNullable<CommandDef['args']>
  run(args: VerbArgs): Promise<number>
}

export const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
export const flag = (value: unknown) => value === true
export const common = (args: Args) => ({ json: flag(args.json), demo: flag(args.demo) })

export function wholeNumber(name: string, value: unknown): number {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new HouseError('usage', `${name} takes a whole number from 1.`)
}
