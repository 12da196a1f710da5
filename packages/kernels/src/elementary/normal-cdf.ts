import type { Chains, Lanes } from '../lanes.ts'
import { gaussian } from './gaussian.ts'

const ONE_OVER_SQRT_2_PI = 0.39894228040143267794
const CENTRE = 0.67448975
const TAIL = 5.656854249492380195

const centreTop = [
  18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287,
  0.065682337918207449113,
]
const centreBottom = [
  45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1,
]
const shoulderTop = [
  9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711,
  597.27027639480026226, 93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764,
  1.0765576773720192317e-8,
]
const shoulderBottom = [
  19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091,
  6485.558298266760755, 1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1,
]
const farTop = [
  2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639,
  0.21589853405795699, 0.02307344176494017303,
]
const farBottom = [
  7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118,
  1.28426009614491121, 1,
]

/** P(X <= x): the operations of `normalCdf` in numerics; all three rationals are computed and one is chosen. */
export function normalCdf(l: Lanes, x: Chains, bell = gaussian): Chains {
  const y = l.abs(x)
  const tail = l.mul(
    bell(l, x, 1),
    l.select(
      l.apply('le', y, TAIL),
      l.div(l.horner(y, shoulderTop), l.horner(y, shoulderBottom)),
      far(l, y),
    ),
  )
  const outside = l.select(l.apply('gt', x, 0), l.sub(1, tail), tail)
  return l.select(l.apply('le', y, CENTRE), l.add(0.5, centre(l, x)), outside)
}

function centre(l: Lanes, x: Chains): Chains {
  const s = l.mul(x, x)
  return l.div(l.mul(x, l.horner(s, centreTop)), l.horner(s, centreBottom))
}

function far(l: Lanes, y: Chains): Chains {
  const s = l.div(1, l.mul(y, y))
  const share = l.div(l.mul(s, l.horner(s, farTop)), l.horner(s, farBottom))
  return l.div(l.sub(ONE_OVER_SQRT_2_PI, share), y)
}
