import { expect, test } from 'vitest'
import { authorPlace, authorStack } from './author-frame.ts'

const error = (...frames: string[]): Error =>
  Object.assign(new Error('oops'), {
    stack: ['Error: oops', ...frames.map((frame) => `    at ${frame}`)].join('\n'),
  })

const here = new URL('fold.ts', import.meta.url)
const mine = 'Object.critic (file:///home/ann/my-family/my-family.ts:6:11)'

test('finds the innermost frame in the files of an author', () => {
  const thrown = error(
    'sum (file:///home/ann/node_modules/x/y.js:1:2)',
    `fold (${here.pathname}:3:4)`,
    mine,
    '/home/ann/other.ts:9:1',
  )
  expect(authorPlace(thrown)).toBe('my-family.ts:6')
  expect(authorStack(thrown)).toBe(error(mine, '/home/ann/other.ts:9:1').stack)
})

test('says nothing of an error that no author had a part in, or of what is no error', () => {
  expect(authorPlace(error('node:internal/x:1:2', `${here.href}:3:4`))).toBeNull()
  expect(authorPlace('oops')).toBeNull()
})
