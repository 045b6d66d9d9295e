/** One way of speaking, and what it says about whether a rule is asked for. */
export type Sign = {
  /** How strongly it speaks for (or, below zero, against) a question about a rule. */
  weight: number
  /** What people mean by it. */
  means: string
  words: RegExp
}

export function anyOf(...forms: string[]): RegExp {
  return new RegExp(forms.join('|'), 'iu')
}
