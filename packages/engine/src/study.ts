import type { Backend } from '@ganglion/calculus'
import type { Block, Plan, Script } from '@ganglion/core'
import { derive, type Derived } from './derive.ts'
import { guardPlan } from './guard-plan.ts'
import { ratesOf, settingsOf } from './rates.ts'
import { layTable, type Table } from './table.ts'

/** A game laid out for whoever studies its step: the players answer, nobody plays. */
export interface Study {
  readonly plan: Plan
  /** The formulas that the players answer with. */
  readonly derived: Derived
  readonly table: Table
  readonly rates: Readonly<Record<string, Block>>
  readonly script: Script
}

/** How a study is laid out. */
export interface StudySeating {
  readonly backend: Backend
  /** Global number of the first member: noise is keyed by it. */
  readonly firstMember: number
}

/** Seats the players of a plan without an experiment around them. Throws a PlanError or PluginError for what cannot work. */
export function layStudy(written: Plan, { backend, firstMember }: StudySeating): Study {
  const plan = guardPlan(written, {})
  const seating = { backend, firstMember, poison: false, extent: 'read' } as const
  const table = layTable(plan, seating)
  const rates = ratesOf(plan, (n) => backend.allocate(n))
  const script = plan.dynamics.plugin.script(settingsOf(plan, rates))
  return { plan, derived: derive(plan, 'read'), table, rates, script }
}
