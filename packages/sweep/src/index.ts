export * from './cells.ts'
export * from './chunk-file.ts'
export * from './chunks.ts'
export * from './column.ts'
export { Digest } from './digest.ts'
export { axesOf, type ValuedAxis } from './group-axes.ts'
export * from './plan-sweep.ts'
export * from './play-chunk.ts'
export {
  isStatistic,
  StatisticTally,
  type MeanOf,
  type MedianOf,
  type Summed,
} from './statistics.ts'
export * from './summary.ts'
export { wilson } from './wilson.ts'
export { checksum, writeDurably } from './commit.ts'
export { DamagedError, readLedger } from './ledger.ts'
export { lock, LockedError, writerOf, type Holder } from './lock.ts'
export { manifestOf, readManifest, type Manifest } from './manifest.ts'
export { chunkPath, readChunks, RunFolder } from './run-folder.ts'
export * from './run-name.ts'
export { handedOver, serveSweep, type Line, type Order, type Told } from './serve.ts'
export * from './sweep.ts'
export { runningVersions, toldVersions, type Versions } from './versions.ts'
export { startWorkers, SweepError, threads, type Hand, type Hire } from './workers.ts'
export { secondsOf } from './estimate.ts'
