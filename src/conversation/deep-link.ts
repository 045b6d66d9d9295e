import type { Work } from '../kernel/work.ts'
import type { Corridor } from './corridor.ts'

/** A link that opens the private chat with an account of ours; its payload comes back with the `start`. */
export interface DeepLink {
  /** platform:account */
  readonly key: string
  readonly link: string
}

/** For every account whose platform has such links and has told us ours. */
export async function deepLinks(
  corridor: Pick<Corridor, 'accounts' | 'capabilitiesOf'>,
  payload: string,
  work: Work,
): Promise<readonly DeepLink[]> {
  const accounts = await corridor.accounts.list(work)
  return accounts.flatMap(({ key, platform, link }) =>
    link !== undefined && corridor.capabilitiesOf(platform)?.deepLink
      ? [{ key, link: withPayload(link, payload) }]
      : [],
  )
}

function withPayload(link: string, payload: string): string {
  const url = new URL(link)
  url.searchParams.set('start', payload)
  return url.href
}
