export * from './build-plan.ts'
export { configSchema } from './config-schema.ts'
export { forbiddenKeys, merge, parseOverride, type Config } from './config.ts'
export { jsonSchema, knownKeysOf, type Cast } from './plan-schema.ts'
export * from './problem.ts'
export * from './read-config.ts'
export * from './registry.ts'
export * from './suggest.ts'
export * from './layers.ts'
export { leaves, type Origins } from './origins.ts'
export { lengthen, withShortNames } from './short-names.ts'
export {
  axisSchema,
  settingSchema,
  sweepSchema,
  type Criterion,
  type Formula,
  type GroupAxis,
  type Operand,
  type Range,
  type Region,
  type Section,
  type Setting,
  type Statistic,
} from './sweep-section.ts'
export { scaled } from './scale.ts'
export { withFileRead } from './settle-target.ts'
export { missing } from './check.ts'
export { targetKinds } from './target-kinds.ts'
export * from './load-plugin.ts'
export { pluginFile } from './plugin-file.ts'
