import type { Doing } from '../../../conversation/feature.ts'

/** One answer to whoever gave the order, in their own chat. */
export function reply(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic' })
}
