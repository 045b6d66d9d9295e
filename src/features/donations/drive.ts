import { z } from 'zod'
import type { AudienceSpec } from '../../kernel/audience.ts'
import type { FileRef } from '../../kernel/letter-draft.ts'

/** What the law wants shown before anybody is asked for a gift, in the order in which it is asked and shown. */
export const REQUIRED_FIELDS = [
  'title',
  'charity',
  'certificateNumber',
  'planNumber',
  'period',
  'use',
  'beneficiary',
  'accountHolder',
  'howToCheck',
] as const
export const FIELDS = [
  ...REQUIRED_FIELDS,
  'purpose',
  'organiser',
  'platform',
  'page',
  'target',
  'emergency',
  'most',
] as const
export type Field = (typeof FIELDS)[number]

/** As staff typed it; a period that was understood reads `2026-07-20/2026-08-20`. What is wrong stays, and is named. */
export const DriveFields = z.partialRecord(z.enum(FIELDS), z.string())
export type DriveFields = Readonly<Partial<Record<Field, string>>>

/** A donation drive. The federation relays the call of a qualified charity; no money is ever recorded as paid to us. */
export interface Drive {
  /** `drive:3` */
  readonly id: string
  readonly version: number
  readonly number: number
  readonly fields: DriveFields
  readonly audience: AudienceSpec
  /** The broadcast of its last submission. */
  readonly mailing?: string
  readonly preparedBy: string
  readonly createdAt: Date
  /** When its call was first on its way to a group. */
  readonly openedAt?: Date
  /** 结束: nothing of it is sent, and nothing pledged, from then on. */
  readonly closedAt?: Date
  readonly closedBy?: string
  /** The picture that goes with its call. */
  readonly poster?: Poster
  /** Days for which the charity was reminded to disclose, `2026-11-22`. */
  readonly reminded: readonly string[]
}

/** 海报: of which words it was drawn (a digest), and the picture; without one it could not be drawn. */
export interface Poster {
  readonly of: string
  readonly file?: FileRef
}

export const driveId = (number: number) => `drive:${number}`

export const numberOfDrive = (id: string) => Number(id.slice('drive:'.length))
