import { randomInt } from 'node:crypto'
import type { Doing } from '../../conversation/feature.ts'
import type { MembershipStore } from './membership.store.ts'

/** A keyed digest, so that a stolen database does not show codes that are still good. */
export interface CodeDigest {
  digest(plain: string, purpose: string): string
}

export const CODE_HOURS = 24
const PURPOSE = 'binding-code'
/** Without 0, 1, I, O and the like: it is read out on the telephone. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 8

/** Whoever issues a code, and what has to be written down with it. */
export interface Issuing extends Pick<Doing, 'work' | 'audit'> {
  readonly issuedBy: string
}

export interface BindingCodes {
  /** A fresh code for this person; only its digest is kept. */
  issue(person: string, how: Issuing): Promise<string>
  /** Binds the speaker's account; gives the person's code, or undefined when the code is not good. */
  redeem(code: string, doing: Doing): Promise<string | undefined>
}

export function bindingCodes(store: MembershipStore, codec: CodeDigest): BindingCodes {
  return {
    async issue(person, { issuedBy, work, audit }) {
      const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
      await store.addCode(
        {
          digest: codec.digest(code, PURPOSE),
          person,
          issuedBy,
          expiresAt: new Date(work.at.getTime() + CODE_HOURS * 3_600_000),
          usedAt: undefined,
        },
        work,
      )
      audit('membership.issue-code', person)
      return code
    },
    async redeem(code, doing) {
      const digest = codec.digest(code.toUpperCase(), PURPOSE)
      const found = await store.findCode(digest, doing.work)
      if (found === undefined || found.usedAt !== undefined || found.expiresAt < doing.work.at)
        return undefined
      const { chat, personId } = doing.by
      await store.useCode(digest, `${chat.platform}:${personId}`, doing.work)
      await store.bind(
        { platform: chat.platform, accountId: personId, person: found.person, boundBy: 'code', chat },
        doing.work,
      )
      doing.audit('membership.bind', found.person, { platform: chat.platform })
      await doing.tell({ kind: 'accountBound', person: found.person, chat })
      return found.person
    },
  }
}
