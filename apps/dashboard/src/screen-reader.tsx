import { useStdout } from 'ink'
import { useContext, useEffect, useRef } from 'react'
import type { View } from './feed.ts'
import { news, type Moment } from './news.ts'
import { standing } from './spoken.ts'
import { ThemeContext, written } from './theme.ts'
import type { Ui } from './ui.ts'

/** How often it is told where the run stands, when something has changed. */
const everyMs = 4000

/**
 * The dashboard in sentences: every line is appended, nothing is ever written over. What happens is told at once, where the
 * run stands every few seconds.
 */
export function ScreenReader(props: {
  readonly view: View
  readonly ui: Ui
  readonly title: string
  readonly steps: number
}): null {
  const { view, ui, title, steps } = props
  const { stdout } = useStdout()
  const theme = useContext(ThemeContext)
  const last = useRef<Moment | null>(null)
  const now = useRef<Moment>({ view, ui })
  const standingTold = useRef('')

  useEffect(() => {
    const say = (sentence: string): void => void stdout.write(`${written(sentence, theme)}\n`)
    if (last.current === null) say(`${title}. Press ? for the keys, q to quit.`)
    else for (const sentence of news(last.current, { view, ui })) say(sentence)
    last.current = { view, ui }
    now.current = { view, ui }
  }, [view, ui, title, stdout, theme])
  useEffect(() => {
    const timer = setInterval(() => {
      const sentence = standing(now.current.view, steps)
      if (now.current.view.frame === null || sentence === standingTold.current) return
      standingTold.current = sentence
      stdout.write(`${written(sentence, theme)}\n`)
    }, everyMs)
    return () => clearInterval(timer)
  }, [steps, stdout, theme])
  return null
}
