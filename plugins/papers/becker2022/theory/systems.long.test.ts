import { laboratoryOf } from '@ganglion/stability'
import { prepare } from 'ganglion/prepare'
import { expect, test } from 'vitest'
import { theoryClaims } from './claims.ts'

const laboratory = laboratoryOf((config) => prepare(config))
const claims = theoryClaims.flatMap((claim) => (claim.kind === 'systems' ? [claim] : []))
const printed = claims.filter(({ name }) => name.includes('as printed'))

test.each(claims.filter((claim) => !printed.includes(claim)))('$name', async ({ check, seed }) => {
  const finding = await check(8, seed, laboratory)
  expect(finding.counterexample).toBeUndefined()
  expect(finding.holds).toBe(true)
  expect(await check(8, seed, laboratory)).toEqual(finding)
})

test.each(printed)(
  '$name: it is not so, and what holds instead is',
  async ({ check, seed, draws }) => {
    const finding = await check(draws.smoke, seed, laboratory)
    expect(finding).toMatchObject({ holds: false, instead: { holds: true } })
  },
)
