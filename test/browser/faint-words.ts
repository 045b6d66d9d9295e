/**
 * Runs in the page: words whose contrast to their ground is below 4.5 to 1 (WCAG 2.2, 1.4.3), with the figure.
 * A string, because the project's types know no browser.
 */
export const FAINT_WORDS = `(() => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = (element) => {
    if (element === null) return [255, 255, 255]
    const color = parse(getComputedStyle(element).backgroundColor)
    return color.length === 4 && color[3] === 0 ? ground(element.parentElement) : color.slice(0, 3)
  }
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')
    const style = getComputedStyle(element)
    if (!hasWords || style.visibility === 'hidden' || style.display === 'none' || style.opacity === '0') return []
    const [a, b] = [light(parse(style.color).slice(0, 3)), light(ground(element))]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    return contrast < 4.5 ? [element.className + ' ' + element.textContent + ' ' + contrast.toFixed(2)] : []
  })
})()`
