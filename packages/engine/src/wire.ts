import { Subject, type OperatorFunction, type Subscription } from 'rxjs'

/** A stream between two actors on which a user can put an operator. Without one, messages pass straight through. */
export class Wire<T> {
  readonly name: string
  #input: Subject<T> | null = null
  #subscription: Subscription | null = null
  #receive: (message: T) => void = () => undefined
  readonly #failed: (cause: unknown) => void

  constructor(name: string, failed: (cause: unknown) => void) {
    this.name = name
    this.#failed = failed
  }

  /** Whether an operator is on it. */
  get bears(): boolean {
    return this.#input !== null
  }

  /** Puts an operator on the wire; null takes it off. An operator that holds a message must copy it with `keep`. */
  put(operator: OperatorFunction<T, T> | null): void {
    this.#subscription?.unsubscribe()
    this.#input = operator ? new Subject<T>() : null
    this.#subscription =
      this.#input && operator
        ? this.#input
            .pipe(operator)
            .subscribe({ next: (m) => this.#receive(m), error: this.#failed })
        : null
  }

  send(message: T, receive: (message: T) => void): void {
    if (!this.#input) return receive(message)
    this.#receive = receive
    this.#input.next(message)
  }
}
