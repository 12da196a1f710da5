import { gaussian } from './gaussian.ts'

const ONE_OVER_SQRT_2_PI = 0.39894228040143267794
/** Where the central rational ends: the upper quartile, about. */
const CENTRE = 0.67448975
/** sqrt(32), where the tail's expansion in 1/x^2 begins. */
const TAIL = 5.656854249492380195

/**
 * P(X <= x) for a standard normal X. Domain: all doubles. Relative error: below 1e-14 from
 * x = -37.5 up, so also where the value is tiny; below that it is 0.
 * -Infinity gives 0, Infinity gives 1, NaN gives NaN.
 * Source: the three rationals of W. J. Cody, Math. Comp. 23 (1969), 631-637, in the form of
 * ACM TOMS 715 (ANORM), with e^(-x^2/2) split.
 */
export function normalCdf(x: number): number {
  const y = Math.abs(x)
  if (y <= CENTRE) return 0.5 + centre(x)
  const tail = gaussian(x, 1) * (y <= TAIL ? shoulder(y) : far(y))
  return x > 0 ? 1 - tail : tail
}

/** The law on [0, x] for |x| <= CENTRE. */
function centre(x: number): number {
  const s = x * x
  const top =
    (((0.065682337918207449113 * s + 2.2352520354606839287) * s + 161.02823106855587881) * s +
      1067.6894854603709582) *
      s +
    18154.981253343561249
  const bottom =
    (((s + 47.20258190468824187) * s + 976.09855173777669322) * s + 10260.932208618978205) * s +
    45507.789335026729956
  return (x * top) / bottom
}

/** The upper tail over e^(-y^2/2) for y from CENTRE to TAIL. */
function shoulder(y: number): number {
  const top =
    (((((((1.0765576773720192317e-8 * y + 0.39894151208813466764) * y + 8.8831497943883759412) * y +
      93.506656132177855979) *
      y +
      597.27027639480026226) *
      y +
      2494.5375852903726711) *
      y +
      6848.1904505362823326) *
      y +
      11602.651437647350124) *
      y +
    9842.7148383839780218
  const bottom =
    (((((((y + 22.266688044328115691) * y + 235.38790178262499861) * y + 1519.377599407554805) * y +
      6485.558298266760755) *
      y +
      18615.571640885098091) *
      y +
      34900.952721145977266) *
      y +
      38912.003286093271411) *
      y +
    19685.429676859990727
  return top / bottom
}

/** The upper tail over e^(-y^2/2) for y beyond TAIL. */
function far(y: number): number {
  const s = 1 / (y * y)
  const top =
    ((((0.02307344176494017303 * s + 0.21589853405795699) * s + 0.1274011611602473639) * s +
      0.022235277870649807) *
      s +
      0.001421619193227893466) *
      s +
    2.9112874951168792e-5
  const bottom =
    ((((s + 1.28426009614491121) * s + 0.468238212480865118) * s + 0.0659881378689285515) * s +
      0.00378239633202758244) *
      s +
    7.29751555083966205e-5
  return (ONE_OVER_SQRT_2_PI - (s * top) / bottom) / y
}
