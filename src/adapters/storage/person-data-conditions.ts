/**
 * By what a row is known to be about somebody: SQL over the row `t`, with a `Who` as jsonb in `$1`. Nothing
 * that people typed is ever put into a statement.
 */

export const REMOVED_TEXT = '（已按本人要求删除）'
export const REMOVED = `'${REMOVED_TEXT}'`
export const GONE = `'forgotten'`
/** Still a message for whoever reads it back, and an empty one. */
export const EMPTY_MESSAGE = `'{"kind":"message","text":"","addressed":"none"}'::jsonb`

export const code = `($1::jsonb->>'code')`
export const among = (list: string, value: string) => `$1::jsonb->'${list}' ? (${value})`
const platformOf = `(t."chat"->>'platform')`
export const speaksHere = among('accounts', `${platformOf} || ':' || t."personId"`)
export const privateChat = `t."chat"->>'kind' = 'private' AND ${among('accounts', `${platformOf} || ':' || (t."chat"->>'chatId')`)}`
/** platform:account:private:person, as chats are keyed; people's numbers may hold colons themselves. */
export const personOfPrivateChat = (key: string) =>
  `split_part(${key}, ':', 1) || ':' || substr(${key}, strpos(${key}, ':private:') + 9)`
export const ownAppeal = among('numbers', `t."number"`)
/** In a group's chat the group stays; in a private one the chat is the person. */
export const chatWithout = `CASE WHEN t."chat"->>'kind' = 'private' THEN (t."chat" - 'title') || '{"chatId":"forgotten"}' ELSE t."chat" END`
/** Letters' keys name the occasion; 2026-1000 is not the beginning of 2026-10000. */
export const aboutOwnAppeal = `EXISTS (SELECT FROM jsonb_array_elements_text($1::jsonb->'numbers') n
  WHERE t."key" ~ ('(^|[^0-9])' || n.value || '([^0-9]|$)'))`
export const mentioned = `EXISTS (SELECT FROM jsonb_array_elements_text(t."extras"->'mention') m WHERE ${among('accounts', `${platformOf} || ':' || m.value`)})`
export const joined = `EXISTS (SELECT FROM jsonb_array_elements(t."content"->'people') p WHERE ${among('accounts', `${platformOf} || ':' || (p.value->>'id')`)})`
