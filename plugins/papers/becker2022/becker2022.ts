import { definePaper } from '@ganglion/core'
import { figures3 } from './fig3.ts'
import { claims4, figures4 } from './fig4.ts'
import { theoryClaims } from './theory/claims.ts'

/** Becker, Pandit, Rangan, Fletcher (2022): isolated points against kernel discriminators. */
const becker2022 = definePaper({
  name: 'becker2022',
  reference:
    'E. Becker, P. Pandit, S. Rangan, A. K. Fletcher: Instability and Local Minima in GAN Training with Kernel Discriminators, NeurIPS 2022',
  presets: { ...figures3, ...figures4 },
  claims: [...claims4, ...theoryClaims],
})

export default becker2022
