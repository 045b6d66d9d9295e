import type { Node } from '@takumi-rs/core'

/** What pictures are made of: boxes in boxes, and text in them. */
type Style = NonNullable<Node['style']>

export const row = (style: Style, ...children: readonly Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', flexDirection: 'row', ...style },
  children: [...children],
})

export const column = (style: Style, ...children: readonly Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', flexDirection: 'column', ...style },
  children: [...children],
})

export const text = (words: string, style: Style): Node => ({ type: 'text', text: words, style })

/** An image of the size given, from its SVG source. */
export const drawing = (svg: string, style: Style): Node => ({
  type: 'image',
  src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  style,
})

/** For lists of boxes some of which may not be there. */
export const present = (...nodes: readonly (Node | undefined)[]): readonly Node[] =>
  nodes.filter((node) => node !== undefined)
