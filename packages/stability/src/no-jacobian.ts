/** A step that has no Jacobian: why, and what would work. */
export class NoJacobian extends Error {
  override readonly name: string = 'NoJacobian'

  constructor(reason: string, advice: string) {
    super(`${reason}. ${advice}.`)
  }
}

/** Newton's method comes to no rest from where it began. */
export class NoEquilibrium extends NoJacobian {
  override readonly name = 'NoEquilibrium'
}
