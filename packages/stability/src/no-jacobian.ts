/** A step that has no Jacobian: why, and what would work. */
export class NoJacobian extends Error {
  override readonly name: string = 'NoJacobian'

  constructor(reason: string, advice: string) {
    super(`${reason}. ${advice}.`)
  }
}

/** A step that has no Jacobian here, though other steps of the same game may have one. */
export class NoJacobianHere extends NoJacobian {
  override readonly name = 'NoJacobianHere'
}

/** More coordinates than can be judged beside a game that goes on. */
export class TooManyCoordinates extends NoJacobian {
  override readonly name = 'TooManyCoordinates'
}

/** Newton's method comes to no rest from where it began. */
export class NoEquilibrium extends NoJacobian {
  override readonly name = 'NoEquilibrium'
}
