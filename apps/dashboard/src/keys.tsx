import { useInput, usePaste } from 'ink'
import { strokesOf, type Stroke } from './stroke.ts'

/** Listens to the keys; draws nothing. Several keys may arrive together; what is pasted arrives as one. */
export function Keys({ onStroke }: { readonly onStroke: (stroke: Stroke) => void }) {
  useInput((input, key) => {
    for (const stroke of strokesOf(input, key)) onStroke(stroke)
  })
  usePaste((text) => onStroke({ type: 'paste', text }))
  return null
}
