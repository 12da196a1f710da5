export { Finding, type Case } from './case.ts'
