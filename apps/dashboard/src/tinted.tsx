import { Text } from 'ink'
import { createContext, useContext, type ReactNode } from 'react'

/** Whether the screen has colours. */
export const Tint = createContext(true)

/** The look of a piece of text. */
export interface Look {
  readonly color?: string | undefined
  readonly bold?: boolean
  readonly dim?: boolean
}

/** Text on one line, cut at the edge; plain where the screen has no colours. */
export function Tinted({ color, bold, dim, children }: Look & { readonly children: ReactNode }) {
  const colored = useContext(Tint)
  if (!colored) return <Text wrap="truncate">{children}</Text>
  return (
    <Text
      wrap="truncate"
      bold={bold ?? false}
      dimColor={dim ?? false}
      {...(color ? { color } : {})}
    >
      {children}
    </Text>
  )
}
