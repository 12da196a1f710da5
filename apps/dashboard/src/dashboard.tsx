import type { WriteStream } from 'node:tty'
import { renderToString, useApp, useStdin, useStdout, useWindowSize } from 'ink'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { Feed } from './feed.ts'
import { writeFrame } from './frame-files.ts'
import { Keys } from './keys.tsx'
import { layOut } from './layout.ts'
import type { DashboardOptions } from './options.ts'
import { ScreenReader } from './screen-reader.tsx'
import { Screen } from './screen.tsx'
import type { Stroke } from './stroke.ts'
import { ThemeContext, themeFor, themeNames, type ColorDepth } from './theme.ts'
import { Tint } from './tinted.tsx'
import { press } from './ui-reducer.ts'
import { firstUi, type Ui } from './ui.ts'
import type { Wish } from './wish.ts'

/** The whole dashboard: follows the feed, the keys and the size of the window. */
export function Dashboard(props: DashboardOptions & { readonly feed: Feed }) {
  const { feed, title, steps, color, onQuit } = props
  const { ascii = false, screenReader = false, exitWhenDone = false } = props
  const { exit } = useApp()
  const { isRawModeSupported } = useStdin()
  const size = useWindowSize()
  const depth = useDepth(color)
  const view = useSyncExternalStore(feed.subscribe, feed.view)
  const { ui, latest, show } = useUi(props)
  const left = useRef(false)
  const over = exitWhenDone && (view.problem !== null || view.ending !== null)
  const theme = useMemo(() => themeFor({ name: ui.theme, ascii, depth }), [ui.theme, ascii, depth])

  useEffect(() => {
    if (over) exit()
  }, [over, exit])
  useEffect(() => {
    if (view.answer) show({ ...latest(), notice: view.answer })
  }, [view.answer, latest, show])
  const screen = (shown: Ui): ReactNode => (
    <ThemeContext value={theme}>
      <Tint value={color}>
        <Screen view={feed.view()} ui={shown} title={title} steps={steps} {...size} />
      </Tint>
    </ThemeContext>
  )
  const judges = showsEigenvalues(ui, { screenReader, ...size })
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current === judges) return
    asked.current = judges
    feed.send({ type: 'judge', on: judges })
  }, [feed, judges])
  const save = (name: string | null, shown: Ui): void => {
    const step = feed.view().frame?.step ?? 0
    writeFrame(process.cwd(), name ?? `frame-${step}`, renderToString(screen(shown), size))
      .then((files) => ({ text: `Saved ${files.join(' and ')} in this folder.`, alarm: false }))
      .catch((cause: unknown) => ({ text: `Not saved: ${(cause as Error).message}`, alarm: true }))
      .then((notice) => show({ ...latest(), notice }))
      .catch(() => undefined)
  }
  const grant = (wish: Wish, shown: Ui): void => {
    if (wish.type === 'send') return feed.send(wish.command)
    // Not now: a screen may not be drawn while another one is.
    if (wish.type === 'save') return void setImmediate(() => save(wish.name, shown))
    if (left.current) return
    left.current = true
    onQuit()
    exit()
  }
  const onStroke = (stroke: Stroke): void => {
    const { ui: next, wishes } = press(stroke, latest(), {
      view: feed.view(),
      steps,
      window: size,
    })
    show(next)
    for (const wish of wishes) grant(wish, next)
  }

  return (
    <>
      {isRawModeSupported && <Keys onStroke={onStroke} />}
      {screenReader ? (
        <ThemeContext value={theme}>
          <ScreenReader view={view} ui={ui} title={title} steps={steps} />
        </ThemeContext>
      ) : (
        screen(ui)
      )}
    </>
  )
}

/** Whether steps are to be judged: the pane of the eigenvalues is to be seen, or heard. */
function showsEigenvalues(
  ui: Ui,
  window: { readonly screenReader: boolean; readonly columns: number; readonly rows: number },
): boolean {
  if (window.screenReader) return ui.focus === 'eigenvalues'
  if (ui.help) return false
  const { shelves } = layOut(window.columns, window.rows, 1, ui)
  return shelves.some((shelf) => shelf.some(({ name }) => name === 'eigenvalues'))
}

/** The choices, and how they are changed: at once, so that keys that arrive together build on each other. */
function useUi({ theme }: DashboardOptions) {
  const [ui, draw] = useState<Ui>(() => ({
    ...firstUi,
    theme: themeNames.find((name) => name === theme) ?? firstUi.theme,
  }))
  const now = useRef(ui)
  const latest = useCallback((): Ui => now.current, [])
  const show = useCallback((next: Ui): void => {
    now.current = next
    draw(next)
  }, [])
  return { ui, latest, show }
}

/** How many bits of colour the terminal shows; 16 colours where it does not say. */
function useDepth(color: boolean): ColorDepth {
  const stdout = useStdout().stdout as Partial<WriteStream>
  return useMemo(() => {
    if (!color) return 1
    return (stdout.getColorDepth?.() ?? 4) as ColorDepth
  }, [color, stdout])
}
