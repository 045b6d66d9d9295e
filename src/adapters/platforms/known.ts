/** Platforms on which a person's id is the roster's code: the terminal and the web chat's personas. */
export const PLATFORMS_BY_CODE: readonly string[] = ['terminal', 'web-chat']

/** Which account of ours writes, on each platform we have, to somebody it has not met yet. */
export const DEFAULT_ACCOUNTS: Readonly<Record<string, string>> = {
  'web-chat': 'web',
  stdio: 'stdio',
  terminal: 'terminal',
}

export const KNOWN_PLATFORMS: readonly string[] = Object.keys(DEFAULT_ACCOUNTS)
