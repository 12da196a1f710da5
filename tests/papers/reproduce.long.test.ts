import { expect, test } from 'vitest'
import { lines } from '../e2e/command.ts'
import { emptyFolder } from '../e2e/folder.ts'

const { bash } = emptyFolder()

test('every claim of li2017 holds at smoke scale', () => {
  const { code, out } = bash('ganglion reproduce li2017 --scale smoke --json')
  const refuted = (lines(out) as { readonly holds?: boolean }[]).filter(
    ({ holds }) => holds === false,
  )
  expect(refuted).toEqual([])
  expect(code).toBe(0)
  expect(bash('ganglion verify latest').code).toBe(0)
}, 900_000)
