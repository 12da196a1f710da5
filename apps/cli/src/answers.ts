import type { Paper } from '@ganglion/core'
import {
  configSchema,
  explain,
  prepare,
  presets,
  registryWith,
  type Explained,
  type Overrides,
} from 'ganglion'
import type { AnalysisAnswer, AnalysisQuestion } from './analyse-answer.ts'
import type { CriticalAnswer, CriticalQuestion } from './analyse-critical.ts'
import type { DescribedPlugin } from './plugin-described.ts'
import { sweepAnswer, type SweepAnswer, type SweepQuestion } from './sweep-answer.ts'

/** A question about presets, plugins and configurations that plain data answer. */
export type Question = { readonly plugins: readonly string[] } & (
  | {
      readonly about: 'config'
      readonly target: string
      readonly overrides: Overrides
      readonly variables: Readonly<Record<string, string>>
    }
  | { readonly about: 'schema'; readonly target: string | undefined }
  | ({ readonly about: 'sweep' } & SweepQuestion)
  | ({ readonly about: 'analysis' } & AnalysisQuestion)
  | ({ readonly about: 'critical' } & CriticalQuestion)
  | { readonly about: 'plugin'; readonly name: string }
  | { readonly about: 'presets' | 'plugins' }
)

/** A line of a list. */
export interface Row {
  readonly name: string
  readonly text: string
  readonly reference?: string
}

/** What each kind of question is answered with. */
export interface Answers {
  readonly config: readonly (readonly [path: string, explained: Explained])[]
  readonly schema: object
  readonly sweep: SweepAnswer
  readonly analysis: AnalysisAnswer
  readonly critical: CriticalAnswer
  readonly presets: readonly Row[]
  readonly plugin: readonly DescribedPlugin[]
  readonly plugins: readonly Row[]
}

/** The answer, found in the thread that this is called in: plugins of the question are loaded there. */
export async function answerHere(question: Question): Promise<Answers[keyof Answers]> {
  const { plugins } = question
  switch (question.about) {
    case 'config': {
      const { target, overrides, variables } = question
      return [...(await explain(target, { ...overrides, plugins }, variables))]
    }
    case 'sweep':
      return sweepAnswer(question)
    case 'analysis':
      return (await import('./analyse-answer.ts')).analysisAnswer(question)
    case 'critical':
      return (await import('./analyse-critical.ts')).criticalAnswer(question)
    case 'schema':
      return schemaOf(question.target, plugins)
    case 'presets':
      return Object.entries(await presets(await registryWith(plugins))).map(
        ([name, { title, reference }]) => ({ name, text: title, reference }),
      )
    case 'plugin':
      return (await import('./plugin-described.ts')).describedPlugins(
        question.name,
        await registryWith(plugins),
      )
    case 'plugins':
      return rowsOf(plugins)
  }
}

async function rowsOf(plugins: readonly string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const [kind, named] of Object.entries(await registryWith(plugins))) {
    for (const [name, load] of Object.entries(named)) {
      const { source, reference } = (await load()) as { source?: string } & Partial<Paper>
      rows.push({ name: `${kind}/${name}`, text: source ?? reference ?? '' })
    }
  }
  return rows
}

async function schemaOf(target: string | undefined, plugins: readonly string[]): Promise<object> {
  const registry = await registryWith(plugins)
  if (target === undefined) return configSchema(registry)
  const { generator, discriminator, dynamics, objective, optimizer } = await prepare(target, {
    plugins,
  })
  const only = (kind: string, { name }: { readonly name: string }) => ({
    [kind]: { [name]: registry[kind]![name]! },
  })
  return configSchema({
    ...registry,
    ...only('generators', generator.plugin),
    ...only('discriminators', discriminator.plugin),
    ...only('dynamics', dynamics.plugin),
    ...only('objectives', objective),
    ...only('optimizers', optimizer),
  })
}
