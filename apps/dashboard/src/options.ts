import type { ThemeName } from './theme.ts'

/** How a dashboard is opened. */
export interface DashboardOptions {
  /** What is being run. */
  readonly title: string
  /** How many steps the run has. */
  readonly steps: number
  readonly color: boolean
  /** The theme that it opens with; the colour-blind-safe one when not told. */
  readonly theme?: ThemeName
  /** Draw with ASCII characters only. */
  readonly ascii?: boolean
  /** Tell the screen in sentences. */
  readonly screenReader?: boolean
  /** Leave by itself once the run has ended. */
  readonly exitWhenDone?: boolean
  /** Called once when someone quits. */
  readonly onQuit: () => void
}
