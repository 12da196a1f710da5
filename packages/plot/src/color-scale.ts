/** A perceptually even, colour-blind-safe scale: equal steps of the number look equal, in grey too. */
export type ColorScale = 'viridis' | 'cividis'

/** How many colours there are: any (a terminal of 256 colours takes the nearest), the sixteen by name, or none. */
export type ColorDepth = 'rgb' | '16' | 'none'

/**
 * Red, green and blue (0 to 255) at equal distances from 0 to 1, nine of viridis and ten of cividis. Sources: viridis by
 * S. van der Walt and N. Smith (matplotlib, CC0); cividis by Nunez, Anderton and Renslow, "Optimizing colormaps with
 * consideration for color vision deficiency to enable accurate interpretation of scientific data", PLoS ONE 13(7), 2018.
 */
const anchors: Readonly<Record<ColorScale, readonly (readonly [number, number, number])[]>> = {
  viridis: [
    [68, 1, 84],
    [71, 45, 123],
    [59, 82, 139],
    [44, 114, 142],
    [33, 145, 140],
    [40, 174, 128],
    [94, 201, 98],
    [173, 220, 48],
    [253, 231, 37],
  ],
  cividis: [
    [0, 32, 77],
    [0, 51, 111],
    [57, 72, 107],
    [87, 92, 109],
    [112, 113, 115],
    [138, 135, 121],
    [166, 157, 117],
    [196, 181, 108],
    [228, 207, 91],
    [255, 234, 70],
  ],
}

/** The sixteen colours that grow lighter in the terminals people use; red is left out, it is as light as blue. */
export const sixteen = [
  'black',
  'blue',
  'magenta',
  'green',
  'cyan',
  'yellow',
  'whiteBright',
] as const

/** The colour of a share from 0 to 1 as `#rrggbb`, one of 256; shares beyond take the colour of the end, NaN the first. */
export function scaleColor(share: number, scale: ColorScale = 'viridis'): string {
  return tables[scale][Math.round(clamp(share) * 255)]!
}

const tables: Readonly<Record<ColorScale, readonly string[]>> = {
  viridis: tabulated(anchors.viridis),
  cividis: tabulated(anchors.cividis),
}

/** 256 colours, straight between the anchors. */
function tabulated(points: readonly (readonly [number, number, number])[]): string[] {
  return Array.from({ length: 256 }, (_, k) => {
    const at = (k / 255) * (points.length - 1)
    const below = Math.min(points.length - 2, Math.floor(at))
    const [from, to] = [points[below]!, points[below + 1]!]
    const parts = from.map((part, c) => Math.round(part + (to[c]! - part) * (at - below)))
    return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
  })
}

/** The colour of a share from 0 to 1 where there are sixteen: its name. */
export function sixteenColor(share: number): string {
  return sixteen[Math.min(sixteen.length - 1, Math.floor(clamp(share) * sixteen.length))]!
}

const clamp = (share: number): number => (share > 0 ? Math.min(1, share) : 0)
