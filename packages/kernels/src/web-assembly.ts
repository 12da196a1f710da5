/** Memory that grows without detaching arrays. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer
  grow(pages: number): number
}

interface Api {
  readonly Memory: new (limits: { initial: number; maximum: number; shared: true }) => SharedMemory
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> }
}

/** The part of WebAssembly that kernels use: TypeScript's own description comes only with that of browsers. */
export const webAssembly = (globalThis as unknown as { readonly WebAssembly: Api }).WebAssembly
