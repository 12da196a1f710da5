/** A number on an axis and how it is written: `Number(label)` is `value`, so a label never stands beside its number. */
export interface Tick {
  readonly value: number
  readonly label: string
}
