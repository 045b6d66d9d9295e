/**
 * Where ids are only good for one login, they begin with its name: `<login>~…`. Those of an earlier one lead nowhere.
 * `login`: how the account is logged in now; undefined on platforms whose ids stay.
 */
export function isOfEarlierLogin(id: string, login: string | undefined): boolean {
  return login !== undefined && id.includes('~') && !id.startsWith(`${login}~`)
}
