import { BOOKS } from './book-verbs.ts'
import { KEEPING } from './keeper-verbs.ts'
import { POLICY } from './policy-verbs.ts'
import { RUNNING } from './running-verbs.ts'
import type { Verb } from './verb.ts'

/** The verbs; each is loaded when it is called, because most need only a part of the house. */
export const VERBS: Readonly<Record<string, Verb>> = { ...RUNNING, ...POLICY, ...BOOKS, ...KEEPING }
