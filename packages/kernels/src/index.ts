export { exact } from './backend.ts'
