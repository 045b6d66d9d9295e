import { newId } from './api.js'

const KEY = 'niangjia.stranger'

/** One stranger a browser, the same again tomorrow. Where nothing may be stored, one for this page. */
export function strangerId() {
  try {
    const known = localStorage.getItem(KEY)
    if (known?.startsWith('stranger-')) return known
    const fresh = `stranger-${newId()}`
    localStorage.setItem(KEY, fresh)
    return fresh
  } catch {
    return `stranger-${newId()}`
  }
}
