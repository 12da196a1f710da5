import type { Observable } from 'rxjs'

/** A stream as an async iterable. What arrives while nobody asks is kept. */
export function iterate<T>(stream$: Observable<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => iterator(stream$) }
}

function iterator<T>(stream$: Observable<T>): AsyncIterator<T> {
  const kept: T[] = []
  let ended: { readonly error?: unknown } | null = null
  let wake: () => void = () => undefined
  const subscription = stream$.subscribe({
    next: (value) => {
      kept.push(value)
      wake()
    },
    error: (error: unknown) => {
      ended = { error }
      wake()
    },
    complete: () => {
      ended ??= {}
      wake()
    },
  })
  const next = async (): Promise<IteratorResult<T, undefined>> => {
    while (kept.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve))
    if (kept.length > 0) return { done: false, value: kept.shift()! }
    if (ended && 'error' in ended) throw ended.error
    return { done: true, value: undefined }
  }
  return {
    next,
    return: () => {
      subscription.unsubscribe()
      return Promise.resolve({ done: true, value: undefined })
    },
  }
}
