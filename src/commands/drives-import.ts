import { readFile } from 'node:fs/promises'
import { giftBooks } from '../adapters/spreadsheets/gift-books.ts'
import { driveId } from '../features/donations/drive.ts'
import { MOST_ROWS } from '../features/donations/gifts/booking/gift-books.ts'
import { planSheet } from '../features/donations/gifts/booking/import-gifts.ts'
import { writeUses } from '../features/donations/gifts/booking/record-use.ts'
import { writeGifts } from '../features/donations/gifts/booking/write-gifts.ts'
import { spokenGiven } from '../features/donations/gifts/spoken-given.ts'
import { HouseError } from '../kernel/errors.ts'
import { may } from '../kernel/person.ts'
import { printJson, printLine } from './command-line.ts'
import { withHouse } from './with-house.ts'

const MOST_BYTES = 50 * 1024 * 1024

/**
 * `drives import N FILE`: what the charity booked or spent, in one transaction. Nobody is thanked by it: that is for chat,
 * where somebody saw the list first. Gives the exit code: 1 where a row was not taken.
 */
export async function drivesImportCommand(options: {
  readonly number: string | undefined
  readonly file: string
  readonly as: string | undefined
  readonly dryRun: boolean
  readonly json: boolean
  readonly demo: boolean
}): Promise<number> {
  const { as, dryRun, json } = options
  const number = Number(options.number)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new HouseError('usage', 'Name the drive by its number: drives import 3 FILE.')
  if (as === undefined && !dryRun)
    throw new HouseError(
      'usage',
      '--as CODE names the member of staff who enters it; --dry-run needs nobody.',
    )
  const bytes = await readFile(options.file).catch((cause: unknown) => {
    throw new HouseError('import', `${options.file} cannot be read: check the path.`, { cause })
  })
  if (bytes.length > MOST_BYTES) throw new HouseError('import', `${options.file} is larger than 50 MB.`)
  const sheet = await giftBooks().read(bytes, MOST_ROWS)
  if (!sheet.ok) throw new HouseError('import', `${options.file}: ${sheet.reason}。`)
  return withHouse(options, (house) =>
    house.desk.act(async (doing) => {
      const { storage } = house
      const { work } = doing
      const drive = await storage.donations.find(driveId(number), work)
      // What went out is known by its first letter; a draft has nothing that could have been given because of it.
      const mailing =
        drive?.mailing === undefined ? undefined : await storage.mailings.find(drive.mailing, work)
      if (drive === undefined || mailing === undefined || mailing.startedAt === undefined)
        throw new HouseError('import', `Drive ${number} has not gone out: nothing can be entered for it.`)
      const directory = await house.people.directory(work)
      const person = directory.people.get(as ?? '')
      if (!dryRun && (person === undefined || !may(person, 'gift.book')))
        throw new HouseError('usage', `${as} is not a member of staff in the roster.`)
      const found = await planSheet(sheet, drive, storage, { work, directory: async () => directory })
      const { fresh, known, wrong } = found.plan
      if (!dryRun) {
        if (found.kind === 'gifts') {
          const gifts = await writeGifts(drive, found.plan.fresh, as ?? '', storage, work)
          for (const { id } of gifts) await doing.tell({ kind: 'giftBooked', drive: drive.id, gift: id })
        } else await writeUses(drive, found.plan.fresh, as ?? '', storage, work)
        // Whoever watches over the list that was made public hears of it as if it had been said in chat.
        if (fresh.length > 0) await doing.tell({ kind: 'giftsChanged', drive: drive.id })
        const detail = { rows: fresh.length, kind: found.kind }
        storage.audit.add(
          { at: work.at, actor: as ?? '', action: 'donations.importGifts', subject: drive.id, detail },
          work,
        )
      }
      const kind = dryRun ? 'wouldBook' : 'booked'
      if (json) {
        for (const one of fresh) await printJson({ kind, row: one.row, given: one.given, ...matchOf(one) })
        for (const row of known) await printJson({ kind: 'known', row })
        for (const one of wrong) await printJson({ kind: 'error', ...one })
        if (found.remark !== undefined) await printJson({ kind: 'remark', text: found.remark })
      } else {
        for (const one of fresh) await printLine(`+ ${one.row}  ${spokenGiven(one.given)}${matched(one)}`)
        for (const { row, reason } of wrong) await printLine(`! ${row}  ${reason}`)
        if (found.remark !== undefined) await printLine(`? ${found.remark}`)
        const verb = dryRun ? '将会登记' : '已登记'
        await printLine(
          `${verb} ${fresh.length} 行；之前登记过 ${known.length} 行；有问题没有登记 ${wrong.length} 行。`,
        )
      }
      return wrong.length > 0 ? 1 : 0
    }),
  )
}

interface Matched {
  readonly pledge?: { readonly number: number }
  readonly candidates?: readonly { readonly number: number }[]
}

/** Numbers and no names: what is printed ends up in logs. */
function matchOf(one: object) {
  const { pledge, candidates = [] } = one as Matched
  return { pledge: pledge?.number ?? null, candidates: candidates.map(({ number }) => number) }
}

function matched(one: object): string {
  const { pledge, candidates } = matchOf(one)
  if (pledge !== null) return `  认捐${pledge}`
  return candidates.length === 0 ? '' : `  认捐${candidates.join('/')}?`
}
