/** How a dashboard is opened. */
export interface DashboardOptions {
  /** What is being run. */
  readonly title: string
  /** How many steps the run has. */
  readonly steps: number
  readonly color: boolean
  /** Leave by itself once the run has ended. */
  readonly exitWhenDone?: boolean
  /** Called once when someone quits. */
  readonly onQuit: () => void
}
