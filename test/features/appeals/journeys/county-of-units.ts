import { type Chat, type ChatOptions, openChat } from '../../../support/chat.ts'
import { SMALL_COUNTY } from '../../../support/small-county.ts'

const handler = (code: string, name: string, unit: string, account?: string) => ({
  code,
  name,
  roles: ['handler'],
  unit,
  ...(account === undefined ? {} : { accounts: [{ platform: 'stdio', id: account }] }),
})

/** The small county with more offices: two that share half a name, one of whose people nobody can be written to. */
export const COUNTY_OF_UNITS = {
  ...SMALL_COUNTY,
  units: [
    ...SMALL_COUNTY.units,
    { code: 'bank', name: '中国人民银行云岭县支行', categories: [] },
    { code: 'tax', name: '税务局', categories: ['tax'] },
    { code: 'land-team', name: '用地要素专班', categories: ['land'] },
    { code: 'energy-team', name: '用能要素专班', categories: [] },
  ],
  people: [
    ...SMALL_COUNTY.people,
    handler('yin', '尹行长', 'bank', 'u-yin'),
    handler('shui', '税文', 'tax'),
    handler('tu', '涂工', 'land-team', 'u-tu'),
    handler('neng', '能工', 'energy-team', 'u-neng'),
  ],
}

export const openCounty = (options: ChatOptions = {}): Promise<Chat> =>
  openChat({ roster: COUNTY_OF_UNITS, ...options })

/** Says it and waits until everything it leads to has happened. */
export async function says(chat: Chat, person: string, text: string, extra = {}): Promise<void> {
  chat.as(person).says(text, extra)
  await chat.settle()
}

/** Something of 何志平's, or of somebody else's, filed. */
export async function file(
  chat: Chat,
  text = '农行的续贷一直不放款，能不能帮忙协调',
  person = 'u-he',
): Promise<void> {
  await says(chat, person, text)
  await says(chat, person, '确认提交')
}
