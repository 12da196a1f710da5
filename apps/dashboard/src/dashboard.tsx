import { useApp, useStdin, useWindowSize } from 'ink'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Feed } from './feed.ts'
import { Keys } from './keys.tsx'
import type { DashboardOptions } from './options.ts'
import { Tint } from './tinted.tsx'
import { Screen } from './screen.tsx'

/** The whole dashboard: follows the feed, the keys and the size of the window. */
export function Dashboard(props: DashboardOptions & { readonly feed: Feed }) {
  const { feed, title, steps, color, exitWhenDone = false, onQuit } = props
  const { exit } = useApp()
  const { isRawModeSupported } = useStdin()
  const size = useWindowSize()
  const view = useSyncExternalStore(feed.subscribe, feed.view)
  const [help, setHelp] = useState(false)
  const over = view.problem !== null || (exitWhenDone && view.ending !== null)

  useEffect(() => {
    if (over) exit()
  }, [over, exit])
  const quit = useCallback(() => {
    onQuit()
    exit()
  }, [onQuit, exit])

  return (
    <Tint value={color}>
      {isRawModeSupported && (
        <Keys feed={feed} onQuit={quit} onHelp={() => setHelp((shown) => !shown)} />
      )}
      <Screen view={view} title={title} steps={steps} help={help} {...size} />
    </Tint>
  )
}
