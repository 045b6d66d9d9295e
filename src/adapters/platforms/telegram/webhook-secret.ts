import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Shown by Telegram with every update; made from the token, which it does not give away. */
export function webhookSecret(token: string): string {
  return createHmac('sha256', token).update('niangjia: updates by webhook').digest('hex')
}

/** In the same time whatever was shown. */
export function isSecret(shown: string | null, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown ?? ''), digest(secret))
}
