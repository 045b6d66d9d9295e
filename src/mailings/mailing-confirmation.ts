/** Which feature a short number belongs to is seen from its last digit, so that words alone tell it. A third owner needs another rule than odd and even. */
const CONFIRMATION_PARITY = { notices: 0, donations: 1 } as const
export type MailingOwner = keyof typeof CONFIRMATION_PARITY

/** 4,500 numbers of one parity before the first comes again; by then its confirmation is long over. */
const ROOM = 4_500
/** Prime to ROOM: neighbours look nothing alike, so that a slip of the finger names nothing. */
const STRIDE = 1_753

/** Four digits, 1000 to 9999, from a counter that starts at 1. */
export function confirmationOf(owner: MailingOwner, count: number): string {
  return String(1_000 + 2 * ((count * STRIDE) % ROOM) + CONFIRMATION_PARITY[owner])
}

export function ownsConfirmation(owner: MailingOwner, number: string): boolean {
  return number.length === 4 && Number(number) >= 1_000 && Number(number) % 2 === CONFIRMATION_PARITY[owner]
}
