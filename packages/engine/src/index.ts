export * from './detect.ts'
