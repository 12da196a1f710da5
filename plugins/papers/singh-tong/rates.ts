/** 1 / sqrt(2 pi), as a double. */
const normalisation = 0.3989422804014327

/** The step size of all one-dimensional figures. */
export const rate = 0.1

/** What the same step comes to in the program that drew them: its gradient carries the constant of the density twice. */
export const doublyNormalised = rate * normalisation
