/**
 * Pictures as plain data: what is to be seen, never how. One adapter draws them (adapters/pictures); features build
 * these values and have the drawing done by an errand. Texts are complete: nothing is looked up while drawing.
 */

export type Picture = PosterPicture | CertificatePicture | TablePicture | ChartPicture | BriefPicture

/** 海报: a call with a code that leads to the charity's own page. There is no way to pay on it. */
export interface PosterPicture {
  readonly kind: 'poster'
  readonly federation: string
  readonly title: string
  readonly slogan?: string
  /** What the law wants shown, line by line: charity, certificate, plan, period. */
  readonly lines: readonly string[]
  readonly code?: { readonly url: string; readonly caption: string }
  /** Parts of 10,000, and the words beside the bar; only what staff asked for. */
  readonly progress?: { readonly per10000: number; readonly words: string }
}

/** 致谢证书, in Kai. Never a seal but one that the federation uploaded itself. */
export interface CertificatePicture {
  readonly kind: 'certificate'
  readonly title: string
  /** The donor as they agreed to be named. */
  readonly to: string
  readonly body: string
  readonly from: string
  /** 二〇二六年十一月二十二日 */
  readonly day: string
  readonly number: string
  readonly code?: { readonly url: string; readonly caption: string }
  /** PNG or JPEG bytes. */
  readonly seal?: Uint8Array
}

/** 公示表: as many pages as the rows need. */
export interface TablePicture {
  readonly kind: 'table'
  readonly title: string
  readonly subtitle: string
  readonly columns: readonly {
    readonly label: string
    readonly align: 'left' | 'right'
    readonly share: number
  }[]
  readonly rows: readonly (readonly string[])[]
  readonly foot: string
}

/** 图表: one or two measures over named points. */
export interface ChartPicture {
  readonly kind: 'chart'
  readonly title: string
  readonly subtitle: string
  readonly points: readonly string[]
  /**
   * `time`: the points follow one another and stand side by side, however many they are; where names or figures have no
   * place, only some are written, always the last. `names`: one below the other, in the order given. Left out: side by
   * side where everything has its place.
   */
  readonly along?: 'time' | 'names'
  readonly bars: readonly {
    readonly label: string
    /** Null where there is nothing to be counted: a gap, which is not nought. */
    readonly values: readonly (number | null)[]
    /** What is written beside each bar instead of its figure: 80.0%（12/15）. */
    readonly written?: readonly string[]
  }[]
  /** The bars reach their full length at this: 100 where they are rates. Left out: at the largest. */
  readonly most?: number
  /** Per cent, on an axis of its own. */
  readonly line?: { readonly label: string; readonly values: readonly (number | null)[] }
  /** Below the plot: who is not ranked, how it is counted. */
  readonly foot?: string
}

/** 协调会材料: the facts of a few matters, one below the other. */
export interface BriefPicture {
  readonly kind: 'brief'
  readonly title: string
  readonly subtitle: string
  readonly matters: readonly {
    /** 2026-0312 宏远机械有限公司 */
    readonly head: string
    /** 融资 · 紧急 · 23 天 */
    readonly state: string
    /** Red where its time is over. */
    readonly isLate: boolean
    /** 问题, 承办, 办过, 待定: what each is, and its lines. */
    readonly facts: readonly { readonly label: string; readonly lines: readonly string[] }[]
  }[]
  readonly foot: string
}

export interface Painter {
  /** PNG, one for each page; only a table has more than one. Takes some tens of milliseconds a page, the first a second. */
  paint(picture: Picture): Promise<readonly Uint8Array[]>
}
