import { digest } from '../../../files/digest.ts'
import type { PosterPicture } from '../../../kernel/picture.ts'
import type { Drive, DriveFields, Poster } from '../drive.ts'
import { codeAddress } from './call-text.ts'
import { isEmergency } from './emergency.ts'
import { spokenPeriod } from './period.ts'
import { posterTexts as texts } from './poster.texts.ts'

/** The picture of a call: what the law wants shown, and a code to the charity's own page where it has one. */
export function posterPicture(fields: DriveFields, federation: string): PosterPicture {
  const { title = '', purpose, charity = '', use = '', beneficiary = '', howToCheck = '' } = fields
  const url = codeAddress(fields)
  return {
    kind: 'poster',
    federation: texts.relays(federation),
    title,
    ...(purpose === undefined ? {} : { slogan: purpose }),
    lines: texts.lines({
      charity,
      certificate: fields.certificateNumber ?? '',
      plan: fields.planNumber ?? '',
      period: spokenPeriod(fields.period ?? ''),
      use,
      beneficiary,
      howToCheck,
      isEmergency: isEmergency(fields),
    }),
    ...(url === undefined ? {} : { code: { url, caption: texts.code(charity, new URL(url).hostname) } }),
  }
}

/** Of which picture: it changes with whatever is seen on it. */
export const posterDigest = (fields: DriveFields, federation: string): string =>
  digest(new TextEncoder().encode(JSON.stringify(posterPicture(fields, federation))))

/** The poster of the drive as its fields stand; undefined while it is not drawn. */
export function posterOf({ poster, fields }: Drive, federation: string): Poster | undefined {
  return poster?.of === posterDigest(fields, federation) ? poster : undefined
}
