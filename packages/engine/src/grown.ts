import { PlanError, type GrowthPrograms, type Plan, type UpdatePrograms } from '@ganglion/core'

/** How a state grows, and what follows from the formulas for a part of it. */
export interface Grown<Derived> {
  readonly programs: GrowthPrograms
  /** Of the whole. */
  readonly size: number
  /** The array that counts what is used. */
  readonly used: string
  /** What follows from the formulas for a state of so much; derived once for each. */
  readonly at: (size: number) => Derived
}

/** Tells how the discriminator of a plan grows. Throws a PlanError where its plugin does not say it. */
export function grownOf<Derived>(
  plan: Plan,
  programs: GrowthPrograms,
  derived: (plan: Plan) => Derived,
): Grown<Derived> {
  const { discriminator } = plan
  const { name, grows } = discriminator.plugin
  if (!grows)
    throw new PlanError(
      `discriminator ${name} has advance and does not say what grows: write grows, { size, used }, the size that its state grows into and the array that counts what is used.`,
    )
  const made = new Map<number, Derived>()
  const at = (size: number): Derived => {
    const sizes = { ...discriminator.sizes, [grows.size]: size }
    const found = made.get(size) ?? derived({ ...plan, discriminator: { ...discriminator, sizes } })
    made.set(size, found)
    return found
  }
  return { programs, size: discriminator.sizes[grows.size]!, used: grows.used, at }
}

/** Throws a PlanError for an optimizer whose steps a state that grows cannot take. */
export function refuseOptimizer(
  { discriminator, optimizer }: Plan,
  { plain }: UpdatePrograms,
): void {
  if (plain) return
  throw new PlanError(
    `discriminator ${discriminator.plugin.name} ascends in function space by plain gradient steps; optimizer ${optimizer.name} takes others. Use sgd, or a discriminator with parameters, e.g. features.`,
  )
}
