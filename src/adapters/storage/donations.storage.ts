import type { DonationsStore } from '../../features/donations/donations.store.ts'
import type { Drive, DriveFields } from '../../features/donations/drive.ts'
import type { AudienceSpec } from '../../kernel/audience.ts'
import type { Work } from '../../kernel/work.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface DriveRow {
  readonly id: string
  readonly version: number
  readonly number: number
  readonly draft: DriveFields
  readonly audience: AudienceSpec
  readonly mailing: string | null
  readonly preparedBy: string
  readonly createdAt: Date
}

const DRIVES: Table<DriveRow> = {
  name: 'Drive',
  key: 'id',
  versioned: true,
  columns: ['id', 'version', 'number', 'draft', 'audience', 'mailing', 'preparedBy', 'createdAt'],
}

const toRow = ({ fields, mailing, ...drive }: Drive): DriveRow => ({
  ...drive,
  draft: fields,
  mailing: mailing ?? null,
})

const toDrive = ({ draft, mailing, ...row }: DriveRow): Drive => ({
  ...row,
  fields: draft,
  ...(mailing === null ? {} : { mailing }),
})

export function donationsStorage(): DonationsStore {
  const select = (work: Work, rest: string) =>
    roundOf(work).query((client) => client.$queryRawUnsafe<DriveRow[]>(`SELECT * FROM "Drive" ${rest}`))
  return {
    async find(id, work) {
      const row = await roundOf(work).get(DRIVES, id)
      return row === undefined ? undefined : toDrive(row)
    },
    add: (drive, work) => roundOf(work).add(DRIVES, toRow(drive)),
    put: (drive, work) => roundOf(work).put(DRIVES, toRow(drive)),
    async findNewest(work) {
      const [row] = await select(work, 'ORDER BY "number" DESC LIMIT 1')
      return row === undefined ? undefined : toDrive(row)
    },
    listAll: async (work) => (await select(work, 'ORDER BY "number"')).map(toDrive),
  }
}
