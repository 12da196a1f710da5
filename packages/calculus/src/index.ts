export { axis, type Axis, type Index, type Position } from './axis.ts'
export {
  Expr,
  type ArraySymbol,
  type Operand,
  type Order,
  type Primitive,
  type Shape,
  type Stage,
} from './node.ts'
export type { AnyTensor, Cube, Mat, Matrix, Tensor, Vec } from './tensor.ts'
export { axesOf, elementAt } from './tensor.ts'
export { array, symbolOf, type ArrayOptions, type Leaf, type Named } from './array.ts'
export { num, same } from './apply.ts'
export * from './functions.ts'
export * from './build.ts'
export { gradient, type Gradients } from './gradient.ts'
export { tangent, type Directions } from './tangent.ts'
export { substitute } from './substitute.ts'
export { evaluate, type Inputs } from './evaluate.ts'
export { print } from './print.ts'
export { ExpressionError } from './expression-error.ts'
export { constantValue, countContractions, countNodes, dependsOn, isConstant } from './walk.ts'
export type { Backend, Kernel, Known, Pairing, Program } from './kernel.ts'
export { compile, javascript } from './javascript.ts'
export { lower } from './lower.ts'
export { narrow } from './narrow.ts'
export { wholeRead } from './whole-read.ts'
export type { Cell, Lowered, Statement, Value } from './lowered.ts'
export { elementaryFunctions, primitives } from './primitives.ts'
