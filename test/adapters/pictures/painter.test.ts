import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import * as samples from '../../../bench/pictures/samples.ts'
import { drawing } from '../../../src/adapters/pictures/boxes.ts'
import { openCanvas } from '../../../src/adapters/pictures/canvas.ts'
import { painterAside } from '../../../src/adapters/pictures/painter.ts'
import { qrCode } from '../../../src/adapters/pictures/qr-code.ts'
import { isHouseError } from '../../../src/kernel/errors.ts'
import type { CertificatePicture } from '../../../src/kernel/picture.ts'

const painter = painterAside()
const only = ([page]: readonly Uint8Array[]) => PNG.sync.read(Buffer.from(page ?? []))
const read = ({ data, width, height }: PNG) => jsQR(new Uint8ClampedArray(data), width, height)?.data

describe('the code', () => {
  test.each([samples.poster, samples.certificate])('on a $kind leads where it says', async (picture) => {
    expect(read(only(await painter.paint(picture)))).toBe(picture.code?.url)
  })

  test('is read at the size of a phone too, where a poster is shown whole', async () => {
    const png = only(await painter.paint(samples.poster))
    expect(read(shrunk(png, 3))).toBe(samples.poster.code?.url)
  })

  test('stays readable for the longest address that a charity may have', async () => {
    const url = `https://charity.example/projects/${'a1'.repeat(230)}`
    expect(read(only(await painter.paint({ ...samples.poster, code: { url, caption: '扫码查看' } })))).toBe(
      url,
    )
  })

  test('is not there where there is no address', async () => {
    const { code: _, ...rest } = samples.poster
    expect(read(only(await painter.paint(rest)))).toBeUndefined()
  })

  test('keeps a quiet zone of four modules', async () => {
    const canvas = await openCanvas()
    const sheet = {
      width: 200,
      height: 200,
      root: drawing(qrCode('https://a.example', 200), { width: 200, height: 200 }),
    }
    const png = only([await canvas.draw(sheet)])
    const zone = (4 * png.width) / (25 + 8)
    for (let at = 0; at < zone - 2; at++) expect(png.data[4 * (at * png.width + at)]).toBe(255)
  })
})

/** Each pixel the mean of a square: what a screen does with a picture too large for it. */
function shrunk(png: PNG, by: number): PNG {
  const small = new PNG({ width: Math.floor(png.width / by), height: Math.floor(png.height / by) })
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++)
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0
        for (let dy = 0; dy < by; dy++)
          for (let dx = 0; dx < by; dx++)
            sum += png.data[4 * ((y * by + dy) * png.width + x * by + dx) + channel] ?? 0
        small.data[4 * (y * small.width + x) + channel] = Math.round(sum / by / by)
      }
  return small
}

describe('a seal', () => {
  const stamp = new PNG({ width: 60, height: 60 })
  stamp.data.forEach((_, at) => {
    // A square of pure green, which nothing else on a certificate is.
    stamp.data[at] = [0, 255, 0, 255][at % 4] ?? 0
  })
  const greens = ({ data }: PNG) => {
    let found = 0
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === 0 && data[at + 1] === 255 && data[at + 2] === 0) found++
    return found
  }

  test('is drawn where one was uploaded, and never otherwise', async () => {
    expect(greens(only(await painter.paint(samples.certificate)))).toBe(0)
    expect(
      greens(only(await painter.paint({ ...samples.certificate, seal: PNG.sync.write(stamp) }))),
    ).toBeGreaterThan(10_000)
  })

  test('that is no picture fails the certificate, and the next one is drawn', async () => {
    const broken: CertificatePicture = { ...samples.certificate, seal: Buffer.from('not a picture') }
    const failure = await painter.paint(broken).catch((error: unknown) => error)
    expect(isHouseError(failure, 'internal')).toBe(true)
    expect(await painter.paint(samples.certificate)).toHaveLength(1)
  })
})

test('many at once are drawn one after another, each as if it were alone', async () => {
  const alone = await painter.paint(samples.table(1))
  const [, table, , again] = await Promise.all([
    painter.paint(samples.poster),
    painter.paint(samples.table(1)),
    painter.paint(samples.chart),
    painterAside().paint(samples.table(1)),
  ])
  expect(table).toEqual(alone)
  expect(again).toEqual(alone)
})

test('five hundred rows are some pages, each small enough for every platform', async () => {
  const pages = await painter.paint(samples.table(500))
  expect(pages.length).toBeGreaterThanOrEqual(13)
  for (const page of pages) {
    const header = Buffer.from(page)
    const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)]
    // Telegram takes photos of at most 10,000 for width and height together, and 10 MB.
    expect(width + height).toBeLessThan(10_000)
    expect(page.length).toBeLessThan(1024 * 1024)
  }
})

test('a chart draws bars as long as its figures, and none for nothing', async () => {
  const bar = async (...values: readonly number[]) => {
    const points = values.map((_, at) => `${at}`)
    const png = only(
      await painter.paint({
        kind: 'chart',
        title: '图',
        subtitle: '',
        points,
        bars: [{ label: '数', values }],
      }),
    )
    const columns = new Map<number, number>()
    for (let y = 200; y < png.height; y++)
      for (let x = 0; x < png.width; x++) if (isBlue(png, x, y)) columns.set(x, (columns.get(x) ?? 0) + 1)
    return [...columns.values()]
  }
  const isBlue = ({ data, width }: PNG, x: number, y: number) => {
    const at = 4 * (y * width + x)
    return data[at] === 0x2f && data[at + 1] === 0x6f && data[at + 2] === 0xed
  }
  const heights = await bar(100, 50)
  const [tall, short] = [Math.max(...heights), Math.min(...heights.filter((height) => height > 60))]
  expect(tall / short).toBeGreaterThan(1.9)
  expect(tall / short).toBeLessThan(2.15)
  expect(Math.max(0, ...(await bar(0)))).toBeLessThan(40)
})
