import { create } from 'qrcode'

/**
 * The code as SVG, dark on white with the quiet zone of four modules that scanners expect (ISO/IEC 18004); `side` in
 * units of the sheet. A module is drawn in whole units, so the picture is sharp and at most `side` wide. Correction
 * level M: what a photograph of a screen or a crease spoils.
 */
export function qrCode(url: string, side: number, dark = '#1f2937'): string {
  const { modules } = create(url, { errorCorrectionLevel: 'M' })
  const quiet = 4
  const across = modules.size + 2 * quiet
  const squares: string[] = []
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++)
      if (modules.get(y, x)) squares.push(`M${x + quiet} ${y + quiet}h1v1h-1z`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${across} ${across}" ` +
    `shape-rendering="crispEdges"><rect width="${across}" height="${across}" fill="#fff"/>` +
    `<path d="${squares.join('')}" fill="${dark}"/></svg>`
  )
}
