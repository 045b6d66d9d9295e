/** What the talk is handed: complete words, and what may come with them. */
import type { ChartPicture } from '../../../kernel/picture.ts'
import type { Option } from './find-answer.ts'

export type Answered =
  | {
      readonly kind: 'told'
      readonly text: string
      /** The same in twenty seconds, to be listened to. */
      readonly aloud: string
      readonly figure: number | null
      readonly chart: ChartPicture | null
    }
  | { readonly kind: 'several'; readonly asks: string; readonly options: readonly Option[] }
  /** A sheet or a page is wanted of this figure; the desk makes it. */
  | { readonly kind: 'sheet' | 'link'; readonly figure: number }

export const only = (text: string): Answered => ({
  kind: 'told',
  text,
  aloud: text,
  figure: null,
  chart: null,
})
