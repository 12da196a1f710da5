import { unsigned } from './wasm.ts'

/** A buffer of instructions that grows. */
export class Code {
  #bytes = new Uint8Array(4096)
  #length = 0

  /** Plain bytes. */
  put(...bytes: number[]): this {
    while (this.#length + bytes.length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    for (const byte of bytes) this.#bytes[this.#length++] = byte
    return this
  }

  /** A vector instruction by its number behind the prefix. */
  simd(opcode: number): this {
    return this.put(0xfd, ...unsigned(opcode))
  }

  get(local: number): this {
    return this.put(0x20, ...unsigned(local))
  }

  set(local: number): this {
    return this.put(0x21, ...unsigned(local))
  }

  /** A copy of what has been written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}
