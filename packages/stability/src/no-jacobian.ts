/** A step that has no Jacobian, or no equilibrium: why, and what would work. */
export class NoJacobian extends Error {
  override readonly name = 'NoJacobian'

  constructor(reason: string, advice: string) {
    super(`${reason}. ${advice}.`)
  }
}
