import type { Appeal, Asker, Named, Source } from '../../features/appeals/appeal.ts'
import type { Identity } from '../../features/appeals/appeals.store.ts'
import type { Chat } from '../../kernel/chat.ts'
import { HouseError } from '../../kernel/errors.ts'
import type { AppealRow, AskerColumns } from './appeals-rows.storage.ts'
import type { PersonalCodec } from './personal-codec.ts'

/** One purpose for open appeals and one for sealed ones: equal digests would name the sealed asker. */
const OPEN = 'appeal.asker'
const SEALED = 'appeal.sealed-asker'
const SOURCE = 'appeal.source'
/** What a fully anonymous appeal is asked after with. */
const CODE = 'appeal.anonymous-code'

interface SealedContent {
  readonly code: string | null
  readonly name: string
  readonly account: string
  readonly home: Chat
  readonly company: Named | null
  readonly wholeText: string | null
}

/** What stands in the table for the code of an anonymous appeal. */
export const anonymousDigest = (codec: PersonalCodec, code: string): string => codec.digest(code, CODE)

/** Everything about who brought an appeal that passes the codec for personal fields. */
export function askerColumns(codec: PersonalCodec) {
  const keyOf = (code: string | null, account: string) =>
    code === null ? `account ${account}` : `person ${code}`

  function anonymousColumns({ anonymousCode }: Asker): AskerColumns {
    if (anonymousCode === undefined)
      throw new HouseError('internal', 'An anonymous appeal is written with its code or left as it is.')
    return {
      askerHome: null,
      askerDigest: codec.digest(`code ${anonymousCode}`, SEALED),
      sealedAsker: null,
      codeDigest: anonymousDigest(codec, anonymousCode),
    }
  }

  return {
    write(appeal: Appeal, asker: Asker): AskerColumns {
      // Nobody stands behind it but the code: no name, no chat, and a digest that leads to no person.
      if (appeal.anonymous) return anonymousColumns(asker)
      const key = keyOf(asker.code, asker.account)
      if (!appeal.sealed)
        return {
          askerHome: asker.home,
          askerDigest: codec.digest(key, OPEN),
          sealedAsker: null,
          codeDigest: null,
        }
      const { code, name, account, home, company, wholeText } = asker
      const content: SealedContent = {
        code,
        name,
        account,
        home,
        company,
        wholeText,
      }
      return {
        askerHome: null,
        askerDigest: codec.digest(key, SEALED),
        sealedAsker: codec.seal(JSON.stringify(content), SEALED),
        codeDigest: null,
      }
    },

    read(row: AppealRow): Asker | undefined {
      if (row.sealedAsker !== null) return JSON.parse(codec.open(row.sealedAsker, SEALED)) as SealedContent
      if (row.askerHome === null || row.askerName === null) return undefined
      const { platform, chatId } = row.askerHome
      return {
        code: row.asker,
        name: row.askerName,
        account: `${platform}:${chatId}`,
        home: row.askerHome,
        company: row.companyName === null ? null : { code: row.company, name: row.companyName },
        wholeText: null,
      }
    },

    /** Every digest under which an appeal of this person may stand. */
    digestsOf({ code, account }: Identity): readonly string[] {
      const keys = [keyOf(null, account), ...(code === null ? [] : [keyOf(code, account)])]
      return keys.flatMap((key) => [codec.digest(key, OPEN), codec.digest(key, SEALED)])
    },

    /** A message that several appeals were made of has a key for each of them. */
    sourceId: ({ place, message }: Source, nth = 0) =>
      codec.digest(nth === 0 ? `${place} ${message}` : `${place} ${message} ${nth}`, SOURCE),
  }
}
