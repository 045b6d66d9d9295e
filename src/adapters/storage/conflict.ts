import { HouseError } from '../../kernel/errors.ts'

/** The transaction fails and is done again from what is there now. */
export function conflict(table: string, key?: string): HouseError {
  return new HouseError(
    'storage-conflict',
    `${table} ${key ?? ''} was changed by somebody else meanwhile; read it again.`,
  )
}
