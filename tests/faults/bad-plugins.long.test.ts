import { afterAll, test } from 'vitest'
import { badPlugins } from './bad-plugins.ts'
import { ForeignFolder } from './foreign-folder.ts'
import { survived } from './survived.ts'

const foreign = new ForeignFolder()
afterAll(() => foreign.remove())

test.each(badPlugins)('a plugin that $title', survived(foreign))
