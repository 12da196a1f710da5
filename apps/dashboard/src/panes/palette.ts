/** Inks of the plots: the higher covers the lower. */
export const inks = { target: 1, interval: 2, generator: 3 } as const

/** Colours of the inks, told apart by the colour-blind too; dotted and solid lines differ without any. */
export const colors = [undefined, 'yellow', 'magenta', 'cyan'] as const
