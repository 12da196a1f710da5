// Lets a plugin or a configuration that is a single file, anywhere, import the packages it is written with: where the
// ordinary resolution finds none beside it, those of this installation are taken. Loaded in every thread of the command.
import * as module from 'node:module'

const offered = /^(ganglion|rxjs)(\/|$)/

module.registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context)
    } catch (error) {
      if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !offered.test(specifier)) throw error
      return next(specifier, { ...context, parentURL: import.meta.resolve('ganglion') })
    }
  },
})
