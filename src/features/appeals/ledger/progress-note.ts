/** How the history's note of a progress written into a ledger begins; what follows is the text itself. */
export const PROGRESS_NOTE = '办理情况：'
