import type { Chat } from '../../../kernel/chat.ts'
import type { Directory } from '../../../kernel/directory.ts'

/** 认捐、到账、使用: what was promised, what the charity booked, and what it handed on. */

/** 署名: whether and how the donor may be shown. `company`: the company's name, and nobody's of its people. */
export type Consent = 'named' | 'company' | 'anonymous'

/** What is given or handed on. Amounts are integer fen, quantities integer thousandths of the unit. */
export type Given =
  | { readonly kind: 'money'; readonly fen: number }
  | {
      readonly kind: 'goods'
      readonly item: string
      readonly unit: string
      readonly quantity: number
      /** What somebody valued all of it at, and who; both or neither. Nothing is valued by the house. */
      readonly fen?: number
      readonly valuedBy?: string
    }

/** Who gives. A minor is never named, whatever was agreed. */
export interface Donor {
  readonly kind: 'company' | 'person' | 'minor'
  /** As written or in the roster. Never shown but through `shownName`. */
  readonly name: string
  /** Codes of the roster, as far as they are known. `person` is who spoke or gave, also for a company. */
  readonly company?: string
  readonly person?: string
}

/** 冲销: who took it back, when and why. The row stays as it was booked. */
export interface Reversal {
  readonly by: string
  readonly at: Date
  readonly reason: string
}

/** With when and by whom it was said or entered; without these the default, `anonymous`, holds. */
interface Agreed {
  readonly consent: Consent
  readonly consentAt?: Date
  /** Code or account of who said it. */
  readonly consentBy?: string
}

/** 认捐: what somebody said they will give. */
export interface Pledge extends Agreed {
  /** `pledge:31` */
  readonly id: string
  readonly version: number
  readonly number: number
  /** `drive:3` */
  readonly drive: string
  readonly given: Given
  readonly donor: Donor
  readonly state: 'pledged' | 'withdrawn'
  /** Code of who said or entered it; of a stranger the account. */
  readonly by: string
  readonly at: Date
  readonly endedAt?: Date
  /** The private chat of a stranger, whom no code leads to. */
  readonly home?: Chat
}

/**
 * 到账: a gift as the charity booked it. What is wrong is reversed and booked anew; what was booked is never changed. Only
 * the consent, the receipt's number and the thanks come later.
 */
export interface Gift extends Agreed {
  /** `gift:52` */
  readonly id: string
  readonly version: number
  readonly number: number
  readonly drive: string
  readonly given: Given
  readonly donor: Donor
  /** The day on which the charity booked it, `2026-11-22`. */
  readonly bookedOn: string
  /** 捐赠票据号, once the charity issued it. */
  readonly receipt?: string
  /** Id of the pledge that it fulfils. */
  readonly pledge?: string
  /** Only what is `booked` counts. */
  readonly state: 'booked' | 'reversed'
  /** Of an imported one: digest of the row. */
  readonly source?: string
  readonly by: string
  readonly at: Date
  readonly reversal?: Reversal
  readonly thankedAt?: Date
}

/** 使用: money spent or goods delivered, as the charity told. */
export interface GiftUse {
  /** `use:4` */
  readonly id: string
  readonly version: number
  readonly number: number
  readonly drive: string
  readonly given: Given
  readonly usedOn: string
  /** Who received it, as the charity put it: 柳溪镇, never a private person's name. */
  readonly to: string
  readonly purpose: string
  readonly state: 'booked' | 'reversed'
  readonly source?: string
  readonly by: string
  readonly at: Date
  readonly reversal?: Reversal
}

export const pledgeId = (number: number) => `pledge:${number}`
export const giftId = (number: number) => `gift:${number}`
export const useId = (number: number) => `use:${number}`

/** What a gift adds to an amount: goods only what they were valued at. */
export const fenOf = ({ given }: { readonly given: Given }): number => given.fen ?? 0

/**
 * 公开的名字: how the donor may be shown to others; null: 匿名. The one rule for list, page, certificate and letters. With
 * consent `company` a person is shown by the company they belong to, as the roster knows it.
 */
export function shownName(
  { donor, consent }: { readonly donor: Donor; readonly consent: Consent },
  directory?: Pick<Directory, 'companies'>,
): string | null {
  if (donor.kind === 'minor' || consent === 'anonymous') return null
  if (donor.kind === 'company' || consent === 'named') return donor.name
  return directory?.companies.get(donor.company ?? '')?.name ?? null
}
