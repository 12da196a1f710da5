export { exact, fast } from './backend.ts'
