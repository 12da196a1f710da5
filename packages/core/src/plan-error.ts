/** A combination that cannot work, found before any work: says why and what would. */
export class PlanError extends Error {
  override readonly name = 'PlanError'
}
